namespace Voc.Analysis.Issues;

/// <summary>
/// Finds what is starting to be said more often. Feedback is added as it comes; <see cref="Evaluate"/> then tells which issues are new
/// or changed. The detector has no clock: it takes the time from its caller, so the past can be replayed. Used by one thread at a time.
/// </summary>
public sealed class IssueDetector
{
    private readonly IssueDetectorOptions _options;
    private readonly CandidateCounts _counts;
    private readonly Baseline _baseline;
    private readonly IssueMerger _merger;
    private readonly List<CandidateSeries> _dirty = [];
    private (int Day, double PValue) _threshold = (int.MinValue, 0);

    /// <summary>A detector that has seen nothing yet.</summary>
    public IssueDetector(IssueDetectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _counts = new CandidateCounts(options.MaxCandidates);
        _baseline = new Baseline(_counts.Reference);
        _merger = new IssueMerger(_counts, _baseline);
    }

    /// <summary>The p-value at which candidates alarm at present; 0 before the first evaluation.</summary>
    public double Threshold => _threshold.PValue;

    /// <summary>Candidates counted at present.</summary>
    public int Candidates => _counts.All.Count;

    /// <summary>Makes an issue known that was found before. To be called before its feedback is added again.</summary>
    public void Restore(KnownIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        _merger.Restore(new TrackedIssue(issue));
    }

    /// <summary>Counts one feedback. Any order will do; what was said long ago changes only the baseline.</summary>
    public void Add(AnalyzedFeedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        var said = feedback.Feedback;
        var day = Day(said.OccurredAt);
        _counts.CountVolume(string.IsNullOrWhiteSpace(said.Product) ? null : said.Product, day, said.Channel);
        var member = new Member(
            feedback.Id, day, said.OccurredAt.ToUnixTimeMilliseconds(), Hash(said.Customer), Hash(said.Product), !_counts.IsCopy(said, day),
            _options.GraveWords.Marks(said.Text), (float)Math.Max(0, -feedback.Text.Sentiment.Score));
        foreach (var (key, phrase) in IssueCandidates.From(feedback))
        {
            var series = _counts.Series(key);
            var counted = series.Add(member, said.Channel, _counts.LatestDay, phrase);
            if (!series.Dirty)
            {
                series.Dirty = true;
                _dirty.Add(series);
            }
            _merger.Link(key, member with { Counted = counted });
        }
    }

    /// <summary>The issues that are new or changed at a time, which should not be before what was added, in the windows that end then.</summary>
    public IReadOnlyList<IssueFinding> Evaluate(DateTimeOffset now)
    {
        var today = Day(now);
        if (_threshold.Day != today)
        {
            _threshold = (today, AlarmBudget.Threshold(_counts.All, _baseline, today, _options.FalseAlarmsPerYear));
            _merger.Trim(today);
        }
        var rises = new List<(CandidateSeries Series, Surprise Surprise)>();
        foreach (var series in _dirty)
        {
            series.Dirty = false;
            if (Surprise.Of(series, _baseline, today) is { } surprise && surprise.PValue <= Math.Max(Threshold, IssueGrowth.WeakP) && surprise.Supported(series, today))
            {
                rises.Add((series, surprise));
            }
        }
        var changed = _merger.Merge(rises, [.. _dirty], today, now, Threshold);
        _dirty.Clear();
        return [.. changed.Select(Describe)];
    }

    private IssueFinding Describe(TrackedIssue issue)
    {
        var series = issue.Keys.Select(_counts.Find).OfType<CandidateSeries>().ToList();
        var peak = issue.Peak!;
        var members = issue.Members.Values;
        var first = members.Where(m => m.Counted).Select(m => m.At).DefaultIfEmpty(issue.DetectedAt.ToUnixTimeMilliseconds()).Min();
        var last = members.Select(m => m.At).DefaultIfEmpty(issue.DetectedAt.ToUnixTimeMilliseconds()).Max();
        return new IssueFinding
        {
            Issue = issue,
            Polarity = issue.Polarity,
            Product = issue.Product,
            Title = IssueTitle.Of(issue.Polarity, issue.Product, series, _options.TopicName),
            Terms = IssueTitle.Terms(series, _options.TopicName),
            Keys = [.. issue.Keys],
            Onset = DateOnly.FromDayNumber(issue.Onset),
            LastRise = DateOnly.FromDayNumber(issue.LastRise),
            FirstSeen = DateTimeOffset.FromUnixTimeMilliseconds(first),
            LastSeen = DateTimeOffset.FromUnixTimeMilliseconds(last),
            DetectedAt = issue.DetectedAt,
            Peak = peak,
            Severity = SeverityScale.Of(issue.Polarity, [.. members], peak.Count / peak.Expected),
            NewFeedback = issue.TakeUnlinked(),
        };
    }

    private int Day(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, _options.Zone).DateTime).DayNumber;

    private static int Hash(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }
        var hash = string.GetHashCode(text, StringComparison.Ordinal);
        return hash == 0 ? 1 : hash;
    }
}
