using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues.Severity;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

/// <summary>Makes several issues one.</summary>
internal sealed class IssueMerges(GroupCommitWriter writer, TimeProvider time)
{
    private const int Most = 50;

    private const string Copy =
        "INSERT INTO issue_feedback (IssueId, FeedbackId, Via) SELECT $to, FeedbackId, $from FROM issue_feedback WHERE IssueId = $from ON CONFLICT DO NOTHING";

    private const string TakeBack = "DELETE FROM issue_feedback WHERE IssueId = $to AND Via = $from";

    /// <summary>Merges; returns the issue that stays, or why it cannot be.</summary>
    public async Task<(long Into, Refusal? Refusal)> MergeAsync(MergeRequest request, string who, CancellationToken cancellationToken)
    {
        var ids = (request.Issues ?? []).Distinct().ToList();
        if (ids.Count is < 2 or > Most)
        {
            return (0, Refusal.Of("issues", new($"統合する課題を 2〜{Most} 件選んでください。", $"Choose 2 to {Most} issues to merge.")));
        }
        if (request.Into is { } into && !ids.Contains(into))
        {
            return (0, Refusal.Of("into", new("残す課題は、統合する課題の中から選んでください。", "The issue that stays must be one of those to merge.")));
        }
        return await writer.WriteAsync(connection => Merge(connection, ids, request.Into, who), cancellationToken);
    }

    /// <summary>Parts what a decision made one; with <paramref name="undo"/> the reports go back too.</summary>
    public static Refusal? Part(StoreConnection connection, VocDbContext context, IssueRuleRow rule, bool undo, string who, DateTimeOffset now)
    {
        if (context.AnyIssue(rule.FromId) is not { } from || context.AnyIssue(rule.ToId) is not { } to || to.MergedInto is not null)
        {
            return Refusal.Conflict(
                new("統合先の課題が、さらに別の課題に統合されています。", "The issue it was merged into was itself merged into another."),
                new("後の統合を先に取り消してください。", "Undo the later merge first."), "merged-again");
        }
        foreach (var follower in context.Set<IssueRow>().IgnoreQueryFilters().Where(i => i.MergedBy == rule.Id && i.Id != from.Id).ToList())
        {
            follower.MergedInto = from.Id;
            connection.Execute(Copy, ("$to", from.Id), ("$from", follower.Id));
            TakeFrom(connection, to.Id, follower.Id, undo);
        }
        (from.MergedInto, from.MergedBy) = (null, null);
        TakeFrom(connection, to.Id, from.Id, undo);
        SeverityRating.Rate(connection, to);
        SeverityRating.Rate(connection, from);
        Note(connection, context, to, IssueActions.Unmerged, from.Named(), who, now);
        Note(connection, context, from, IssueActions.Unmerged, to.Named(), who, now);
        return null;
    }

    private static void TakeFrom(StoreConnection connection, long to, long from, bool undo)
    {
        if (undo)
        {
            connection.Execute(TakeBack, ("$to", to), ("$from", from));
        }
    }

    private (long Into, Refusal? Refusal) Merge(StoreConnection connection, List<long> ids, long? into, string who)
    {
        using var context = connection.Context();
        var issues = context.Set<IssueRow>().Where(i => ids.Contains(i.Id)).ToList().OrderBy(i => i.DetectedAt).ThenBy(i => i.Id).ToList();
        if (ids.Except(issues.Select(i => i.Id)).Select(id => (long?)id).FirstOrDefault() is { } missing)
        {
            return (0, Refusal.Missing(new("課題", "issue"), missing));
        }
        if (issues.Select(i => i.Polarity).Distinct().Count() > 1 || issues.Any(i => i.Kind != IssueKind.Rise))
        {
            return (0, Refusal.Of("issues", new("統合できるのは、増加の課題どうしで、苦情は苦情、好評は好評だけです。", "Only rises can be merged, complaints with complaints and praise with praise.")));
        }
        var now = time.GetUtcNow();
        var survivor = issues.Find(i => i.Id == into) ?? issues[0];
        foreach (var issue in issues.Where(i => i != survivor))
        {
            MergeOne(connection, context, issue, survivor, who, now);
        }
        SeverityRating.Rate(connection, survivor);
        survivor.UpdatedAt = now;
        context.SaveChanges();
        connection.AppendEvent(EventKind.IssueChanged, survivor.Id, now);
        return (survivor.Id, null);
    }

    private static void MergeOne(StoreConnection connection, VocDbContext context, IssueRow issue, IssueRow survivor, string who, DateTimeOffset now)
    {
        // A decision that these two are apart is over.
        foreach (var apart in context.InForce().Where(r => r.Kind == IssueRuleKind.Split && ((r.FromId == issue.Id && r.ToId == survivor.Id) || (r.FromId == survivor.Id && r.ToId == issue.Id))))
        {
            (apart.EndedAt, apart.EndedBy) = (now, who);
        }
        var rule = context.Add(new IssueRuleRow { Kind = IssueRuleKind.Merge, FromId = issue.Id, ToId = survivor.Id, At = now, Who = who }).Entity;
        context.SaveChanges();
        (issue.MergedInto, issue.MergedBy, issue.UpdatedAt) = (survivor.Id, rule.Id, now);
        connection.Execute(Copy, ("$to", survivor.Id), ("$from", issue.Id));
        survivor.FirstSeen = issue.FirstSeen < survivor.FirstSeen ? issue.FirstSeen : survivor.FirstSeen;
        survivor.LastSeen = issue.LastSeen > survivor.LastSeen ? issue.LastSeen : survivor.LastSeen;
        survivor.LastRise = Math.Max(issue.LastRise, survivor.LastRise);
        context.Add(new IssueChangeRow { IssueId = survivor.Id, At = now, Who = who, Action = IssueActions.Merged, After = issue.Named() });
        context.Add(new IssueChangeRow { IssueId = issue.Id, At = now, Who = who, Action = IssueActions.MergedInto, After = survivor.Named() });
        context.SaveChanges();
    }

    private static void Note(StoreConnection connection, VocDbContext context, IssueRow issue, string action, string other, string who, DateTimeOffset now)
    {
        issue.UpdatedAt = now;
        context.Add(new IssueChangeRow { IssueId = issue.Id, At = now, Who = who, Action = action, After = other });
        context.SaveChanges();
        connection.AppendEvent(EventKind.IssueChanged, issue.Id, now);
    }
}
