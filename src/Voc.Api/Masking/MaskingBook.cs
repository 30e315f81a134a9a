using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest.Masking;

namespace Voc.Api.Masking;

/// <summary>Keeps what is no personal data to the company, and puts it to use at once for every text that comes after.</summary>
internal sealed class MaskingBook(Store store, GroupCommitWriter writer, MaskingInUse masking, TimeProvider time)
{
    private const int LongestNote = 500;
    private static readonly LocalizedText What = new("許可した表現", "allowed expression");

    /// <summary>All expressions, in the order they were allowed.</summary>
    public IReadOnlyList<AllowedExpression> All()
    {
        using var context = store.Context();
        return [.. context.Set<AllowedRow>().AsNoTracking().OrderBy(a => a.Id).AsEnumerable().Select(AllowedExpression.Of)];
    }

    /// <summary>The expressions of a store, for the rules to start with.</summary>
    public static AllowList Read(Store store)
    {
        using var context = store.Context();
        return new(context.Set<AllowedRow>().AsNoTracking().Select(a => a.Text));
    }

    /// <summary>Allows an expression, or says why it cannot be.</summary>
    public async Task<(AllowedExpression? Added, Refusal? Refusal)> AddAsync(AllowedInput input, string by, CancellationToken cancellationToken)
    {
        var (text, note) = (input.Text?.Trim() ?? "", string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim());
        if (text.Length > AllowList.MaxLength || AllowList.Canonical(text).Length < 2)
        {
            return (null, Refusal.Of("text", new($"記号と空白を除いて 2 文字以上、全体で {AllowList.MaxLength} 文字以内にしてください。", $"Give at least 2 letters or digits and at most {AllowList.MaxLength} characters.")));
        }
        if (note?.Length > LongestNote)
        {
            return (null, Refusal.Of("note", new($"メモは {LongestNote} 文字以内にしてください。", $"Give a note of at most {LongestNote} characters.")));
        }
        var result = await writer.WriteAsync(connection => Add(connection, text, note, by), cancellationToken);
        Reload();
        return result;
    }

    /// <summary>Forbids what was allowed; says so where there is none.</summary>
    public async Task<Refusal?> DeleteAsync(int id, CancellationToken cancellationToken)
    {
        var deleted = await writer.WriteAsync(connection => connection.Execute("DELETE FROM masking_allowed WHERE Id=$id", ("$id", id)), cancellationToken);
        Reload();
        return deleted == 0 ? Refusal.Missing(What, id) : null;
    }

    private void Reload() => masking.Now = masking.Now.With(Read(store));

    private (AllowedExpression?, Refusal?) Add(StoreConnection connection, string text, string? note, string by)
    {
        using var context = connection.Context();
        var key = AllowList.Canonical(text);
        if (context.Set<AllowedRow>().Any(a => a.Key == key))
        {
            return (null, Refusal.Conflict(new($"「{text}」は既に許可されています。", $"'{text}' is allowed already."), new("一覧を確かめてください。", "See the list."), "duplicate"));
        }
        if (context.Set<AllowedRow>().Count() >= AllowList.MaxEntries)
        {
            return (null, Refusal.Of("text", new($"許可できる表現は {AllowList.MaxEntries} 件までです。", $"At most {AllowList.MaxEntries} expressions can be allowed.")));
        }
        var row = new AllowedRow { Text = text, Key = key, Note = note, By = by, At = time.GetUtcNow() };
        context.Add(row);
        context.SaveChanges();
        return (AllowedExpression.Of(row), null);
    }
}
