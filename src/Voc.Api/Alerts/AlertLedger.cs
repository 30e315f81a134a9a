using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Alerts;

/// <summary>Notes what was decided, inside the open transaction.</summary>
internal static class AlertLedger
{
    public static void Note(VocDbContext context, IReadOnlyList<AlertOutcome> outcomes, DateTimeOffset now)
    {
        foreach (var (rule, issue, happened, isTold, before) in outcomes)
        {
            var told = context.Set<AlertToldRow>().Find(rule.Id, issue.Id) ?? context.Add(new AlertToldRow { RuleId = rule.Id, IssueId = issue.Id }).Entity;
            (told.Count, told.Severity) = (Math.Max(told.Count, issue.Count), issue.Severity);
            told.DueOn = happened == AlertEvents.Due ? issue.DueOn : told.DueOn;
            if (happened is not null && isTold)
            {
                context.Add(new AlertPendingRow
                {
                    RuleId = rule.Id,
                    IssueId = issue.Id,
                    Event = happened,
                    At = now,
                    Critical = issue.Severity == IssueSeverity.Critical,
                    CountBefore = before?.Count,
                    SeverityBefore = before?.Severity,
                });
            }
        }
        context.SaveChanges();
    }

    public static void NoteProgress(StoreConnection connection, long sequence, long change) => connection.Execute(
        "INSERT INTO alert_progress (Id, Sequence, Change) VALUES (1, $sequence, $change) ON CONFLICT (Id) DO UPDATE SET Sequence = excluded.Sequence, Change = excluded.Change",
        ("$sequence", sequence), ("$change", change));
}
