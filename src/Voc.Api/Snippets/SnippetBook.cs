using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest.Masking;

namespace Voc.Api.Snippets;

/// <summary>Keeps snippets, changes and removes them. What is another's own is answered as if it were not there.</summary>
internal sealed class SnippetBook(Store store, GroupCommitWriter writer, MaskingInUse masking, TimeProvider time)
{
    private const int Most = 300;
    private static readonly LocalizedText What = new("定型文", "snippet");

    /// <summary>The company's snippets and one's own, by key.</summary>
    public IReadOnlyList<Snippet> All(SnippetWriter by)
    {
        using var context = store.Context();
        return [.. context.Set<SnippetRow>().AsNoTracking().Where(s => s.Owner == "" || s.Owner == by.UserName)
            .OrderBy(s => s.Key).ThenBy(s => s.Owner).AsEnumerable().Select(s => Snippet.Of(s, by))];
    }

    public async Task<(Snippet? Added, Refusal? Refusal)> AddAsync(SnippetInput input, SnippetWriter by, CancellationToken cancellationToken)
    {
        var (given, wrong) = SnippetRules.Check(input, masking.Now);
        if ((wrong ?? NotTheirs(input, by)) is { } refusal)
        {
            return (null, refusal);
        }
        return await writer.WriteAsync<(Snippet?, Refusal?)>(connection =>
        {
            using var context = connection.Context();
            var owner = input.Shared == true ? "" : by.UserName;
            if (context.Set<SnippetRow>().Count(s => s.Owner == owner) >= Most)
            {
                return (null, Refusal.Conflict(new($"定型文は {Most} 件までです。", $"There may be at most {Most} snippets."), new("使わないものを削除してください。", "Delete those you do not need."), "full"));
            }
            var row = new SnippetRow { Key = given!.Key, Title = given.Title, Text = given.Text, Owner = owner, ChangedBy = by.UserName };
            context.Add(row);
            return Save(context, row, by);
        }, cancellationToken);
    }

    public async Task<(Snippet? Changed, Refusal? Refusal)> ChangeAsync(int id, SnippetInput input, int? expected, SnippetWriter by, CancellationToken cancellationToken)
    {
        var (given, wrong) = SnippetRules.Check(input, masking.Now);
        if (wrong is not null)
        {
            return (null, wrong);
        }
        return await writer.WriteAsync<(Snippet?, Refusal?)>(connection =>
        {
            using var context = connection.Context();
            if (Find(context, id, expected, by) is var (row, refusal) && refusal is not null)
            {
                return (null, refusal);
            }
            (row!.Key, row.Title, row.Text, row.ChangedBy) = (given!.Key, given.Title, given.Text, by.UserName);
            row.Version++;
            return Save(context, row, by);
        }, cancellationToken);
    }

    public Task<Refusal?> RemoveAsync(int id, int? expected, SnippetWriter by, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        var (row, refusal) = Find(context, id, expected, by);
        if (row is not null)
        {
            context.Remove(row);
            context.SaveChanges();
        }
        return refusal;
    }, cancellationToken);

    private (Snippet?, Refusal?) Save(VocDbContext context, SnippetRow row, SnippetWriter by)
    {
        if (context.Set<SnippetRow>().Any(s => s.Owner == row.Owner && s.Key == row.Key && s.Id != row.Id))
        {
            return (null, Refusal.Of("key", new($"「;{row.Key}」は既に使われています。", $"';{row.Key}' is in use already.")));
        }
        row.ChangedAt = time.GetUtcNow();
        context.SaveChanges();
        return (Snippet.Of(row, by), null);
    }

    private static (SnippetRow? Row, Refusal? Refusal) Find(VocDbContext context, int id, int? expected, SnippetWriter by)
    {
        if (context.Set<SnippetRow>().SingleOrDefault(s => s.Id == id) is not { } row || !by.Sees(row))
        {
            return (null, Refusal.Missing(What, id));
        }
        return !by.MayChange(row) ? (null, CompanyAlone)
            : expected is { } version && version != row.Version ? (null, EntityVersion.Changed)
            : (row, null);
    }

    private static Refusal? NotTheirs(SnippetInput input, SnippetWriter by) => input.Shared == true && !by.KeepsCompany ? CompanyAlone : null;

    private static Refusal CompanyAlone { get; } = new(
        StatusCodes.Status403Forbidden, null,
        new("会社の定型文を変更できるのは製品担当と管理者です。", "Product managers and administrators alone may change the company's snippets."),
        new("同じキーで自分の定型文を作れば、自分のメモではそちらが使われます。", "Make one of your own with the same key: your notes use that instead."));
}
