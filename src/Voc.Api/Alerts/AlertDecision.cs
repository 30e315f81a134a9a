using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Alerts;

/// <summary>What became of an issue under a rule: something to tell, or only that the rule knows the issue from now on.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Issue">The issue as it is.</param>
/// <param name="Event">What happened that the rule tells of, or null.</param>
/// <param name="IsTold">Whether it tells; not where a rule before it tells the same channel.</param>
/// <param name="Before">How the issue was when it was last told of, or null.</param>
internal sealed record AlertOutcome(AlertRule Rule, IssueRow Issue, string? Event, bool IsTold, AlertToldRow? Before);

/// <summary>
/// Decides which rules tell of what happened to issues. It depends on nothing but the rules, what was told, and how the issues are, so
/// looking at the same events again decides nothing again.
/// </summary>
internal sealed class AlertDecision(IssueTopics topics, VocOptions options)
{
    /// <summary>Days since an issue last rose after which its discovery is history, as with an archive that was brought in.</summary>
    public const int FreshDays = 7;

    /// <summary>Growth of the count that is told.</summary>
    public const int Doubling = 2;

    /// <summary>Hour of the day on which an issue is due at which that is told.</summary>
    public static readonly TimeOnly DueHour = new(9, 0);

    /// <summary>Decides on issues, those that changed and others that are looked at, in the order of the rules; a channel is told of an issue by the first rule alone.</summary>
    public IReadOnlyList<AlertOutcome> Decide(VocDbContext context, IReadOnlyList<AlertRule> rules, IReadOnlyCollection<long> looked, IReadOnlyList<IssueChangeRow> changes, DateTimeOffset now)
    {
        var ids = looked.Concat(changes.Select(c => c.IssueId)).ToHashSet();
        if (rules.Count == 0 || ids.Count == 0)
        {
            return [];
        }
        var told = context.Set<AlertToldRow>().AsNoTracking().Where(t => ids.Contains(t.IssueId)).ToDictionary(t => (t.RuleId, t.IssueId));
        var found = context.Set<IssueChangeRow>().Where(c => ids.Contains(c.IssueId) && (c.Action == IssueActions.Detected || c.Action == IssueActions.SplitFrom))
            .GroupBy(c => c.IssueId).Select(g => new { g.Key, Last = g.Max(c => c.Id) }).ToDictionary(g => g.Key, g => g.Last);
        var outcomes = new List<AlertOutcome>();
        foreach (var issue in context.Set<IssueRow>().AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).ToList())
        {
            var facts = Facts(context, issue);
            var channels = new HashSet<int>();
            foreach (var rule in rules.Where(r => r.Conditions.Match(facts)))
            {
                var before = told.GetValueOrDefault((rule.Id, issue.Id));
                var happened = Happened(rule, issue, before, found.GetValueOrDefault(issue.Id), [.. changes.Where(c => c.IssueId == issue.Id && c.Id > rule.AfterChange)], now);
                if (happened is null && before is not null)
                {
                    continue;
                }
                outcomes.Add(new AlertOutcome(rule, issue, happened, happened is not null && channels.Add(rule.Channel), before));
            }
        }
        return outcomes;
    }

    public IssueFacts Facts(VocDbContext context, IssueRow issue) =>
        new(issue.Product, issue.Severity, issue.Polarity, new Lazy<IReadOnlySet<string>>(() => topics.Of(context, issue)));

    /// <summary>What a rule tells of an issue now, or null. Of several things it is the one that says most.</summary>
    private string? Happened(AlertRule rule, IssueRow issue, AlertToldRow? before, long foundBy, IReadOnlyList<IssueChangeRow> changes, DateTimeOffset now)
    {
        if (changes.Select(OfChange).OfType<string>().LastOrDefault(rule.Tells) is { } change)
        {
            return change;
        }
        if (!IssueLifecycle.Open.Contains(issue.State))
        {
            return null;
        }
        if (rule.Tells(AlertEvents.Due) && IsDue(rule, issue, before, now))
        {
            return AlertEvents.Due;
        }
        if (before is null)
        {
            var today = CompanyDay.Of(now, options.Zone).DayNumber;
            return rule.Tells(AlertEvents.New) && foundBy > rule.AfterChange && issue.LastRise >= today - FreshDays ? AlertEvents.New : null;
        }
        return rule.Tells(AlertEvents.Grew) && HasGrown(before, issue) ? AlertEvents.Grew : null;
    }

    /// <summary>Of what fell silent the count is what arrives all the same, so it does not grow.</summary>
    private static bool HasGrown(AlertToldRow before, IssueRow issue) =>
        issue.Severity > before.Severity || (issue.Kind == IssueKind.Rise && issue.Count > before.Count && issue.Count >= Doubling * before.Count);

    /// <summary>What a change of state is to those who are told, or null.</summary>
    public static string? OfChange(IssueChangeRow change) => change switch
    {
        { Action: IssueActions.State, After: "regressed" } => AlertEvents.Regressed,
        { Action: IssueActions.State, After: "verified" } or { Action: IssueActions.State, After: "fixed", Reason: "returned" } => AlertEvents.Verified,
        { Action: IssueActions.State, Before: "muted", Who: "" } => AlertEvents.Woken,
        _ => null,
    };

    private bool IsDue(AlertRule rule, IssueRow issue, AlertToldRow? before, DateTimeOffset now) =>
        issue.DueOn is { } due && before?.DueOn != due && DueAt(due) is var at && at <= now && at >= rule.Since;

    public DateTimeOffset DueAt(int day) => LocalTime.At(DateOnly.FromDayNumber(day), DueHour, options.Zone);

    /// <summary>Open issues whose day has come.</summary>
    public IReadOnlyList<long> Due(VocDbContext context, DateTimeOffset now)
    {
        var today = CompanyDay.Of(now, options.Zone).DayNumber;
        return [.. context.Set<IssueRow>().Where(i => i.DueOn != null && i.DueOn <= today && IssueLifecycle.Open.Contains(i.State)).Select(i => i.Id)];
    }
}
