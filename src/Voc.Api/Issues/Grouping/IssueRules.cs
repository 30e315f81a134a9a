using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

/// <summary>The decisions that later feedback follows: shown, undone within a day, and ended at any time.</summary>
internal sealed class IssueRules(Store store, GroupCommitWriter writer, TimeProvider time)
{
    /// <summary>The decisions in force that an issue has a part in, newest first.</summary>
    public IReadOnlyList<IssueRuleInfo> Of(long issue)
    {
        using var context = store.Context();
        var rules = context.InForce().AsNoTracking().Where(r => r.FromId == issue || r.ToId == issue).ToList();
        rules.Reverse();
        return [.. rules.Select(rule => Info(context, rule)).OfType<IssueRuleInfo>()];
    }

    /// <summary>The issue that one was merged into, however often; null where it was not.</summary>
    public long? MergedInto(long issue)
    {
        using var context = store.Context();
        var merged = context.AnyIssue(issue)?.MergedInto;
        for (var passed = new HashSet<long> { issue }; merged is { } into && passed.Add(into) && context.AnyIssue(into)?.MergedInto is { } further;)
        {
            merged = further;
        }
        return merged;
    }

    /// <summary>Undoes a decision as if it had never been, within a day.</summary>
    public Task<Refusal?> UndoAsync(long id, string who, CancellationToken cancellationToken) => EndAsync(id, undo: true, who, cancellationToken);

    /// <summary>Ends a decision: what comes from now on no longer follows it. A merged issue stands by itself again, and what was shared stays shared.</summary>
    public Task<Refusal?> EndAsync(long id, string who, CancellationToken cancellationToken) => EndAsync(id, undo: false, who, cancellationToken);

    private Task<Refusal?> EndAsync(long id, bool undo, string who, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        var now = time.GetUtcNow();
        if (context.InForce().SingleOrDefault(r => r.Id == id) is not { } rule)
        {
            return Refusal.Missing(new("規則", "rule"), id);
        }
        if (undo && now > rule.At + IssueRuleRow.Undoable)
        {
            return Refusal.Conflict(
                new("取り消せるのは 1 日以内です。", "It can be undone within a day only."),
                new("規則を削除すると、これからの声は従いません。", "Delete the rule, and later feedback does not follow it."), "too-late");
        }
        var refusal = rule.Kind == IssueRuleKind.Merge
            ? IssueMerges.Part(connection, context, rule, undo, who, now)
            : undo ? IssueSplits.Undo(connection, context, rule, who, now) : NoteEnd(connection, context, rule, who, now);
        if (refusal is null)
        {
            (rule.EndedAt, rule.EndedBy) = (now, who);
            context.SaveChanges();
        }
        return refusal;
    }, cancellationToken);

    private static Refusal? NoteEnd(StoreConnection connection, VocDbContext context, IssueRuleRow rule, string who, DateTimeOffset now)
    {
        foreach (var (issue, other) in new[] { (rule.FromId, rule.ToId), (rule.ToId, rule.FromId) })
        {
            context.Add(new IssueChangeRow { IssueId = issue, At = now, Who = who, Action = IssueActions.RuleEnded, After = context.AnyIssue(other)?.Named() });
            connection.AppendEvent(EventKind.IssueChanged, issue, now);
        }
        return null;
    }

    private IssueRuleInfo? Info(VocDbContext context, IssueRuleRow rule)
    {
        if (context.AnyIssue(rule.FromId) is not { } from || context.AnyIssue(rule.ToId) is not { } to)
        {
            return null;
        }
        var match = rule.ReadMatch();
        var undoUntil = rule.At + IssueRuleRow.Undoable;
        return new IssueRuleInfo(
            rule.Id, rule.Kind.ToString().ToLowerInvariant(), Named(from), Named(to),
            rule.Kind == IssueRuleKind.Merge ? JsonSerializer.Deserialize<string[]>(from.Terms)! : match.Terms,
            rule.Kind == IssueRuleKind.Merge ? from.Product : match.Product, rule.At, rule.Who, undoUntil > time.GetUtcNow() ? undoUntil : null);
    }

    private static NamedIssue Named(IssueRow issue) => new(issue.Id, issue.Title, issue.TitleEn);
}
