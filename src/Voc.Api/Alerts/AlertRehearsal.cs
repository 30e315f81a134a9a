using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Alerts;

/// <summary>
/// What a rule would have told in the last thirty days: exact where the past is kept (discovery, changes of state, due dates); growth is
/// taken from the issue's feedback of each day, and the severity is today's.
/// </summary>
internal sealed class AlertRehearsal(Store store, AlertDecision decision, VocOptions options, TimeProvider time)
{
    public const int Days = 30;

    public RulePreview Run(AlertConditions conditions, AlertTiming timing)
    {
        using var context = store.Context();
        var now = time.GetUtcNow();
        var from = now.AddDays(-Days);
        var changes = context.Set<IssueChangeRow>().AsNoTracking().Where(c => c.At >= from && c.At <= now && (c.Action == IssueActions.Detected || c.Action == IssueActions.SplitFrom || c.Action == IssueActions.State))
            .OrderBy(c => c.Id).ToLookup(c => c.IssueId);
        var touched = changes.Select(g => g.Key).ToHashSet();
        var today = CompanyDay.Of(now, options.Zone).DayNumber;
        var rows = context.Set<IssueRow>().AsNoTracking().Where(i => touched.Contains(i.Id) || i.LastSeen >= from || (i.DueOn != null && i.DueOn <= today && i.DueOn >= today - Days)).ToList();
        var told = rows.Where(i => conditions.Match(decision.Facts(context, i)))
            .Select(i => (Issue: i, Events: Events(context, i, [.. changes[i.Id]], conditions, timing, from, now))).Where(t => t.Events.Count > 0).ToList();
        var issues = told.Select(t => new PreviewedIssue(t.Issue.Id, t.Issue.Title, t.Issue.TitleEn, t.Issue.Severity.Name(), t.Issue.Product, t.Events)).OrderByDescending(i => i.Told[^1].At);
        return new RulePreview(Days, Messages(told.SelectMany(t => t.Events.Select(e => (t.Issue.Id, e.SentAt))), timing.Pace), [.. issues]);
    }

    /// <summary>What waits for one moment is one message: of an issue, or of all in a digest.</summary>
    private static int Messages(IEnumerable<(long Issue, DateTimeOffset SentAt)> told, AlertPace pace) =>
        pace == AlertPace.Immediate ? told.Distinct().Count() : told.Select(t => t.SentAt).Distinct().Count();

    private List<PreviewedEvent> Events(
        VocDbContext context, IssueRow issue, List<IssueChangeRow> changes, AlertConditions conditions, AlertTiming timing, DateTimeOffset from, DateTimeOffset now)
    {
        var found = changes.FirstOrDefault(c => c.Action is IssueActions.Detected or IssueActions.SplitFrom);
        var events = new List<(string Event, DateTimeOffset At)>();
        if (found is not null)
        {
            events.Add((AlertEvents.New, found.At));
        }
        events.AddRange(changes.Where(c => AlertDecision.OfChange(c) is not null).Select(c => (AlertDecision.OfChange(c)!, c.At)));
        if (issue.DueOn is { } due && decision.DueAt(due) is var at && at >= from && at <= now && IssueLifecycle.Open.Contains(issue.State))
        {
            events.Add((AlertEvents.Due, at));
        }
        if (conditions.Events.Contains(AlertEvents.Grew) && issue.Kind == IssueKind.Rise && IssueLifecycle.Open.Contains(issue.State))
        {
            events.AddRange(Growth(context, issue, found?.At ?? from, now).Select(g => (AlertEvents.Grew, g)));
        }
        return [.. events.Where(e => conditions.Events.Contains(e.Event)).OrderBy(e => e.At)
            .Select(e => new PreviewedEvent(e.Event, e.At, timing.DueAt(e.At, issue.Severity == IssueSeverity.Critical, options.Zone)))];
    }

    /// <summary>The times at which the feedback of an issue had doubled since it was told of before.</summary>
    private static IEnumerable<DateTimeOffset> Growth(VocDbContext context, IssueRow issue, DateTimeOffset since, DateTimeOffset now)
    {
        var times = context.Set<IssueFeedbackRow>().AsNoTracking().Where(l => l.IssueId == issue.Id && l.Feedback!.OccurredAt <= now)
            .OrderBy(l => l.Feedback!.OccurredAt).Select(l => l.Feedback!.OccurredAt).ToList();
        var told = Math.Max(1, times.Count(t => t <= since));
        for (var count = told; count < times.Count; count++)
        {
            if (count + 1 >= AlertDecision.Doubling * told)
            {
                told = count + 1;
                yield return times[count];
            }
        }
    }
}
