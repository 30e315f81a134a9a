using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Replays;

/// <summary>Puts a replay's alarms beside the issues people found and judged in their time.</summary>
internal sealed class ReplayComparison
{
    private const int KeptFeedback = 30;

    private readonly TimeZoneInfo _zone;
    private readonly List<(CollectedAlarm Alarm, IReadOnlyList<(RecordedIssue Issue, int Shared)> Matches)> _alarms;
    private readonly IReadOnlyList<RecordedIssue> _real;
    private readonly DateOnly _from;

    public ReplayComparison(IEnumerable<CollectedAlarm> alarms, RecordedIssues recorded, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        (_zone, _from) = (zone, from);
        _alarms = [.. alarms.Select(alarm => (alarm, recorded.Matching(alarm.Feedback)))];
        _real = [.. recorded.All.Where(i => i.Judgement == "real" && CompanyDay.Of(i.Row.DetectedAt, zone) is var day && day >= from && day <= to)];
    }

    /// <summary>The alarms of the period.</summary>
    /// <param name="severity">How grave the company takes an alarm to be.</param>
    public IReadOnlyList<RaisedAlarm> Alarms(Func<IssueFinding, IssueSeverity> severity) => [.. InPeriod.Select(pair => Raised(pair.Alarm, pair.Matches, severity(pair.Alarm.First)))];

    /// <summary>The real issues of the period, found or missed. One that is found before the period begins is found.</summary>
    public IReadOnlyList<RealIssue> Real => [.. _real.Select(issue =>
    {
        var found = _alarms.Where(pair => pair.Matches.Any(m => m.Issue == issue)).Select(pair => (DateTimeOffset?)pair.Alarm.First.DetectedAt).Min();
        var row = issue.Row;
        return new RealIssue(row.Id, row.Title, row.TitleEn, row.Product, row.State.Name(), row.DetectedAt, found, found is { } at ? Days(row, at) : null);
    })];

    public SettingOutcome Outcome(double falseAlarmsPerYear, FalseAlarmEstimate? falseAlarms)
    {
        var real = Real;
        var judged = InPeriod.CountBy(pair => pair.Matches.Count == 0 ? "" : pair.Matches[0].Issue.Judgement).ToDictionary();
        return new SettingOutcome(
            falseAlarmsPerYear, InPeriod.Count(), real.Count, real.Count(r => r.FoundAt is not null), Median([.. real.Select(r => r.Days).OfType<int>()]),
            judged.GetValueOrDefault("muted"), judged.GetValueOrDefault("open"), judged.GetValueOrDefault(""), falseAlarms);
    }

    private IEnumerable<(CollectedAlarm Alarm, IReadOnlyList<(RecordedIssue Issue, int Shared)> Matches)> InPeriod =>
        _alarms.Where(pair => CompanyDay.Of(pair.Alarm.First.DetectedAt, _zone) >= _from);

    private RaisedAlarm Raised(CollectedAlarm alarm, IReadOnlyList<(RecordedIssue Issue, int Shared)> matches, IssueSeverity severity)
    {
        var finding = alarm.First;
        return new RaisedAlarm
        {
            Number = alarm.Number,
            DetectedAt = finding.DetectedAt,
            Title = finding.Title.Ja,
            TitleEn = finding.Title.En,
            Product = finding.Product,
            Slice = finding.Slice,
            Polarity = finding.Polarity.Name(),
            Terms = finding.Terms,
            Count = finding.Peak.Count,
            Expected = Math.Round(finding.Peak.Expected, 3),
            WindowDays = finding.Peak.WindowDays,
            PValue = finding.Peak.PValue,
            Severity = severity.Name(),
            FeedbackIds = [.. finding.NewFeedback.Take(KeptFeedback)],
            Reports = alarm.Feedback.Count,
            Issue = matches.Count == 0 ? null : Matched(matches[0].Issue, matches[0].Shared, finding.DetectedAt),
        };
    }

    private MatchedIssue Matched(RecordedIssue issue, int shared, DateTimeOffset at) =>
        new(issue.Row.Id, issue.Row.Title, issue.Row.TitleEn, issue.Row.State.Name(), issue.Judgement, Days(issue.Row, at), shared);

    private int Days(IssueRow issue, DateTimeOffset at) => CompanyDay.Of(at, _zone).DayNumber - CompanyDay.Of(issue.DetectedAt, _zone).DayNumber;

    private static double? Median(int[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? null : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2.0;
    }
}

/// <summary>An alarm with all the feedback it gathered to the end of the replay.</summary>
/// <param name="Number">Its number in the replay.</param>
/// <param name="First">What was said of it when it was raised.</param>
internal sealed record CollectedAlarm(int Number, IssueFinding First)
{
    public HashSet<long> Feedback { get; } = [.. First.NewFeedback];
}
