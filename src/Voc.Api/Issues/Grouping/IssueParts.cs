using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues.Severity;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

/// <summary>
/// Keeps what the detector split by itself as a split by hand is kept, by nobody: it is shown, undone within a day, ended, and over where the
/// two are merged. What people merged or split is not split by itself.
/// </summary>
internal static class IssueParts
{
    /// <summary>Why there was a split that nobody made.</summary>
    public const string Reason = "causes";

    private const string Move = "UPDATE issue_feedback SET IssueId = $to, Via = NULL WHERE IssueId = $from AND FeedbackId = $feedback";

    /// <summary>The issues that were split off by themselves, by the issue they come from.</summary>
    public static ILookup<long, long> All(VocDbContext context) => Automatic(context).Select(r => new { r.FromId, r.ToId }).ToLookup(r => r.FromId, r => r.ToId);

    /// <summary>The issues that were split off by themselves and whose later feedback stays with the issue they come from, because people ended the split.</summary>
    public static IReadOnlyDictionary<long, long> Rejoined(VocDbContext context) => Automatic(context).Where(r => r.EndedAt != null).ToDictionary(r => r.ToId, r => r.FromId);

    /// <summary>Gives a new issue its part of another's feedback and notes that on both.</summary>
    public static void Part(StoreConnection connection, VocDbContext context, IssueRouting routing, IssueRow from, IssueRow part, IReadOnlyList<long> feedback, DateTimeOffset now)
    {
        var rule = context.Add(new IssueRuleRow { Kind = IssueRuleKind.Split, FromId = from.Id, ToId = part.Id, At = now, Who = "" }).Entity;
        part.SplitFrom = from.Id;
        if (IsDecided(context, from))
        {
            rule.EndedAt = now;
            routing.Keep(part, from);
            return;
        }
        foreach (var id in feedback)
        {
            connection.Execute(Move, ("$to", part.Id), ("$from", from.Id), ("$feedback", id));
        }
        SeverityRating.Rate(connection, from);
        from.UpdatedAt = now;
        context.Add(new IssueChangeRow { IssueId = from.Id, At = now, Who = "", Action = IssueActions.Split, After = part.Named(), Reason = Reason });
        context.Add(new IssueChangeRow { IssueId = part.Id, At = now, Who = "", Action = IssueActions.SplitFrom, After = from.Named(), Reason = Reason });
        context.SaveChanges();
    }

    private static IQueryable<IssueRuleRow> Automatic(VocDbContext context) => context.Set<IssueRuleRow>().AsNoTracking().Where(r => r.Kind == IssueRuleKind.Split && r.Who == "");

    /// <summary>Whether people decided what belongs to an issue.</summary>
    private static bool IsDecided(VocDbContext context, IssueRow issue) =>
        issue.MergedInto is not null || context.Set<IssueRuleRow>().Any(r => (r.FromId == issue.Id || r.ToId == issue.Id) && (r.Who != "" || r.EndedAt != null));
}
