using Voc.Analysis;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Issues.Severity;
using Voc.Api.Storage;

namespace Voc.Api.Replays;

/// <summary>
/// The work of one replay. Each setting is judged by a detector of its own over the whole archive, for what an issue takes in depends on the
/// setting, so that the alarms of a strict setting are not simply the strongest of a loose one. One detector is in memory at a time.
/// </summary>
internal sealed class ReplayRun
{
    /// <summary>The settings of the curve, in false alarms a year.</summary>
    public static readonly IReadOnlyList<double> CurveSettings = [0.5, 1, 2, 4, 8, 16, 26, 52];

    /// <summary>Days before the period that the detector learns from.</summary>
    public const int LearnDays = 2 * 365;

    /// <summary>Days before the period that are judged too, so that what was known by then is no alarm of the period.</summary>
    private const int JudgedBefore = 90;

    /// <summary>What learning from a text costs as a part of judging it, for the progress.</summary>
    private const double LearnCost = 0.15;

    private const double DaysPerYear = 365.25;

    private readonly ReplayRow _request;
    private readonly Store _store;
    private readonly TimeZoneInfo _zone;
    private readonly Analyzer _analyzer;
    private readonly GraveWords _graveWords;
    private readonly IReadOnlyList<string>? _slices;
    private readonly ReplayArchive _archive;
    private readonly RecordedIssues _recorded;
    private readonly Action<ReplayProgress> _report;
    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly DateTimeOffset _judgeFrom;
    private readonly int _learned;
    private int _passesDone;
    private int _alarmsNow;

    public ReplayRun(ReplayRow request, Store store, Analyzer analyzer, GraveWords graveWords, TimeZoneInfo zone, Action<ReplayProgress> report)
    {
        (_request, _store, _zone, _analyzer, _graveWords, _report) = (request, store, zone, analyzer, graveWords, report);
        (_from, _to) = (DateOnly.FromDayNumber(request.From), DateOnly.FromDayNumber(request.To));
        _slices = DetectionSlices.Chosen(store);
        _archive = new ReplayArchive(store, analyzer.Terms, _from.AddDays(-LearnDays), _to, zone);
        _judgeFrom = CompanyDay.Start(_from.AddDays(-JudgedBefore), zone);
        _learned = _archive.CountBefore(_judgeFrom);
        _recorded = RecordedIssues.Read(store, _judgeFrom);
    }

    private IReadOnlyList<double> Settings => _request.Curve ? [_request.FalseAlarmsPerYear, .. CurveSettings.Where(s => s != _request.FalseAlarmsPerYear)] : [_request.FalseAlarmsPerYear];

    /// <summary>Tries the setting and, with a curve, the others; hands over the result whenever there is more of it.</summary>
    public void Run(Action<ReplayResult> found, CancellationToken cancellationToken)
    {
        ReplayResult? result = null;
        foreach (var setting in Settings)
        {
            var comparison = new ReplayComparison(Alarms(setting, null, cancellationToken), _recorded, _from, _to, _zone);
            result ??= new ReplayResult
            {
                Feedback = _archive.Count - _archive.CountBefore(CompanyDay.Start(_from, _zone)),
                LearnedFrom = _archive.First is { } first ? CompanyDay.Of(first, _zone) : _from,
                Settings = [],
                Alarms = Rated(comparison),
                Real = comparison.Real,
            };
            found(With(result, comparison.Outcome(setting, null)));
            result = With(result, comparison.Outcome(setting, Estimate(setting, cancellationToken)));
            found(result);
        }
    }

    /// <summary>The alarms with the severity they would have been told with by the company's settings of today.</summary>
    private IReadOnlyList<RaisedAlarm> Rated(ReplayComparison comparison)
    {
        using var connection = _store.Open();
        var rating = SeverityRating.InForce(connection);
        return comparison.Alarms(alarm => rating.Level(connection, alarm));
    }

    private static ReplayResult With(ReplayResult result, SettingOutcome outcome) =>
        result with { Settings = [.. result.Settings.Append(outcome).OrderBy(s => s.FalseAlarmsPerYear)] };

    private FalseAlarmEstimate Estimate(double setting, CancellationToken cancellationToken)
    {
        var counts = new List<int>();
        for (var copy = 1; copy <= _request.Copies; copy++)
        {
            counts.Add(Alarms(setting, copy, cancellationToken).Count(a => CompanyDay.Of(a.First.DetectedAt, _zone) >= _from));
        }
        var years = counts.Count * (_to.DayNumber - _from.DayNumber + 1) / DaysPerYear;
        var (low, high) = PoissonInterval.Of(counts.Sum());
        return new FalseAlarmEstimate(counts, Math.Round(years, 3), counts.Sum() / years, low / years, high / years);
    }

    private List<CollectedAlarm> Alarms(double setting, int? copy, CancellationToken cancellationToken)
    {
        var detector = new IssueDetector(DetectorSetup.Of(_zone, _graveWords, () => _analyzer.Taxonomy, setting, _slices));
        var alarms = new List<CollectedAlarm>();
        _alarmsNow = 0;
        foreach (var step in ReplayPass.Run(detector, _archive.Read(copy, at => Report(setting, copy, at)), _judgeFrom, cancellationToken))
        {
            if (step.IsNew)
            {
                alarms.Add(new CollectedAlarm((int)step.Finding.Issue.Id, step.Finding));
                _alarmsNow += CompanyDay.Of(step.At.Feedback.OccurredAt, _zone) >= _from ? 1 : 0;
            }
            else
            {
                alarms[(int)step.Finding.Issue.Id - 1].Feedback.UnionWith(step.Finding.NewFeedback);
            }
        }
        _passesDone++;
        return alarms;
    }

    private void Report(double setting, int? copy, int at)
    {
        var passes = Settings.Count * (1 + _request.Copies);
        var all = (_learned * LearnCost) + (_archive.Count - _learned);
        var done = (Math.Min(at, _learned) * LearnCost) + Math.Max(0, at - _learned);
        _report(new ReplayProgress((_passesDone + (done / all)) / passes, setting, copy ?? 0, CompanyDay.Of(_archive.TimeOf(at), _zone), _alarmsNow));
    }
}
