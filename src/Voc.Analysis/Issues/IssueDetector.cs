namespace Voc.Analysis.Issues;

/// <summary>
/// Finds what is starting to be said more often. Feedback is added as it comes; <see cref="Evaluate"/> then tells which issues are new
/// or changed. The detector has no clock: it takes the time from its caller, so the past can be replayed. Used by one thread at a time.
/// </summary>
public sealed partial class IssueDetector
{
    /// <summary>New reports around which is scanned at one time; where more came at once, some stand for all.</summary>
    private const int MaxScanned = 1000;

    /// <summary>What was said longer ago changes history and is not scanned.</summary>
    private const int LateDays = 7;

    /// <summary>The threshold is set anew after so many days, or when half as many have come again.</summary>
    private const int BudgetDays = 91;
    private const double BudgetGrowth = 1.5;

    /// <summary>How much comes a day is the mean of so many.</summary>
    private const int PaceDays = 182;
    private const double LeastPace = 0.7;

    private readonly IssueDetectorOptions _options;
    private readonly CandidateCounts _counts;
    private readonly ReportArchive _archive;
    private readonly ReportScan _scan;
    private readonly AlarmBudget _budget;
    private readonly IssueMerger _merger;
    private readonly IssueSplitter _splitter;
    private readonly TrackedIssues _issues = new();
    private readonly SliceFields _slices;
    private readonly SliceOrigin _origin;
    private readonly List<Report> _new = [];
    private (int Day, int Reports, double PerDay) _learned = (int.MinValue, 0, 0);
    private AlarmTails _tails;
    private int _thresholdDay;
    private double _allowed;
    private double _pace = 1;
    private int _trimmed = int.MinValue;
    private int _reports;

    /// <summary>A detector that has seen nothing yet.</summary>
    public IssueDetector(IssueDetectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _counts = new CandidateCounts(options.MaxCandidates);
        _slices = new SliceFields(options.SliceFields);
        var wording = new IssueWording(_counts);
        _merger = new IssueMerger(_issues, wording);
        _archive = new ReportArchive(_issues.Explains, _slices);
        _origin = new SliceOrigin(_archive);
        _splitter = new IssueSplitter(_issues, wording, new IssueParting(_archive, _counts), _archive, _counts);
        _scan = new ReportScan(_archive);
        _budget = new AlarmBudget(_archive);
    }

    /// <summary>The p-value at which candidates alarm at present; 0 before the first evaluation.</summary>
    public double Threshold => _thresholdDay == 0 ? 0 : _tails.Products.Threshold(_allowed);

    /// <summary>Candidates counted at present.</summary>
    public int Candidates => _counts.All.Count;

    /// <summary>Reports kept at present, each counted in every scope it is in.</summary>
    public int Reports => _archive.Kept;

    /// <summary>The fields of the feedback, and in which of them issues are looked for.</summary>
    public IReadOnlyList<SliceFieldUse> SliceFields => _archive.Slices.Fields;

    /// <summary>Makes an issue known that was found before. To be called before its feedback is added again.</summary>
    public void Restore(KnownIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        _issues.Restore(new TrackedIssue(issue));
    }

    /// <summary>Counts one feedback. Any order will do; what was said long ago changes only the past that the present is compared with.</summary>
    public void Add(AnalyzedFeedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        var said = feedback.Feedback;
        var day = Day(said.OccurredAt);
        var product = string.IsNullOrWhiteSpace(said.Product) ? null : said.Product;
        _counts.NoteDay(day);
        var repetition = _counts.Repetition(said, day);
        var member = new Member(
            feedback.Id, day, said.OccurredAt.ToUnixTimeMilliseconds(), Hash(said.Customer), Hash(said.Product), repetition != Repetition.Copy, repetition == Repetition.Often,
            _options.GraveWords.Marks(said.Text), (float)Math.Max(0, -feedback.Text.Sentiment.Score));
        var (side, slices) = (IssueCandidates.Side(feedback), _slices.Of(said));
        _counts.Count(side, product);
        _issues.Return(member);
        foreach (var (key, phrase) in IssueCandidates.From(feedback))
        {
            var counted = _counts.Series(key).Add(member, said.Channel, _counts.LatestDay, phrase);
            _issues.Link(key, member with { Counted = counted }, slices);
        }
        var report = new Report(member, side, product, ReportFeatures.Of(said.Text, feedback.Text), slices);
        _issues.Await(report);
        if (_archive.Add(report, _counts.LatestDay))
        {
            _reports++;
            _new.Add(report);
        }
        if (_new.Count >= 4 * MaxScanned)
        {
            _new.RemoveAll(r => r.Day <= _counts.LatestDay - LateDays);
        }
    }

    /// <summary>Forgets feedback that was deleted: it counts neither in the past nor in an issue any more.</summary>
    /// <param name="feedback">Identifier in the store; unknown ones are ignored.</param>
    public void Forget(long feedback)
    {
        _archive.Forget(feedback);
        _issues.Forget(feedback);
        _counts.Forget(feedback);
        _new.RemoveAll(r => r.Member.Id == feedback);
    }

    /// <summary>Does beforehand what takes long in an <see cref="Evaluate"/> on this day: learns what reports have in common, and sets the threshold.</summary>
    public void Prepare(DateTimeOffset now)
    {
        var today = Day(now);
        if (_trimmed != today)
        {
            _trimmed = today;
            _issues.Trim(today);
            _archive.LearnDays(today);
        }
        SetThreshold(today);
    }

    /// <summary>The issues that are new or changed at a time, which should not be before what was added, in the windows that end then.</summary>
    public IReadOnlyList<IssueFinding> Evaluate(DateTimeOffset now)
    {
        Prepare(now);
        var today = Day(now);
        var clusters = new List<Cluster>();
        var scanned = _new.FindAll(r => r.Day > today - LateDays && r.Day <= today);
        var stride = (scanned.Count + MaxScanned - 1) / MaxScanned;
        for (var i = 0; i < scanned.Count; i += stride)
        {
            Scan(scanned[i], today, clusters);
        }
        _new.RemoveAll(r => r.Day <= today);
        return [.. _splitter.Split(_merger.Merge(clusters, today, now, Bar, _origin.Of), today, now, Bar).Select(Describe)];
    }

    private (double Threshold, double Budget) Bar(Cluster cluster) =>
        _tails.Of(cluster.Scope) is var tail ? (tail.Threshold(_allowed), tail.Budget(cluster.PValue) * _pace) : default;

    private void SetThreshold(int today)
    {
        if (_archive.Learn() || today >= _learned.Day + BudgetDays || _reports > BudgetGrowth * _learned.Reports)
        {
            _archive.Slices.Choose();
            var found = _budget.Tails(_options.FalseAlarmsPerYear, today);
            var isSteady = _learned.Reports > 0 && _reports <= BudgetGrowth * _learned.Reports;
            _tails = isSteady ? found.Between(_tails, _options.FalseAlarmsPerYear) : found;
            var days = Math.Min(ReportScope.PastDays, today - _archive.FirstDay + 1);
            _learned = (today, _reports, _archive.Volume.Sum(today - days + 1, today) / (double)Math.Max(1, days));
            _thresholdDay = 0;
        }
        if (_thresholdDay != today)
        {
            // More reports a day are more chances of a false alarm; the past that was learned from knows nothing of them. A busy month
            // is none of that: false alarms are counted by the year, and fewest are missed with one bar for all of it.
            var days = Math.Clamp(today - _archive.FirstDay + 1, 1, PaceDays);
            var lately = _archive.Volume.Sum(today - days + 1, today) / (double)days;
            _pace = Math.Max(LeastPace, lately / Math.Max(1e-9, _learned.PerDay));
            (_thresholdDay, _allowed) = (today, _options.FalseAlarmsPerYear / _pace);
        }
    }

    private void Scan(Report report, int today, List<Cluster> clusters)
    {
        foreach (var scope in _archive.ScopesOf(report))
        {
            if (_scan.Around(report, scope, today) is { } cluster && cluster.PValue <= Math.Max(Threshold, IssueMerger.WeakP))
            {
                clusters.Add(cluster);
            }
        }
    }

    private IssueFinding Describe(SeenIssue seen)
    {
        var issue = seen.Shown;
        var series = issue.Keys.Select(_counts.Find).OfType<CandidateSeries>().ToList();
        var peak = issue.Peak!;
        var members = issue.Members.Values;
        var first = members.Where(m => m.Counted).Select(m => m.At).DefaultIfEmpty(issue.DetectedAt.ToUnixTimeMilliseconds()).Min();
        var last = members.Select(m => m.At).DefaultIfEmpty(issue.DetectedAt.ToUnixTimeMilliseconds()).Max();
        return new IssueFinding
        {
            Issue = seen.Issue,
            PartedFrom = seen.PartedFrom,
            Polarity = issue.Polarity,
            Product = issue.Product,
            Slice = issue.Slice,
            Title = IssueTitle.Of(issue.Polarity, issue.Product, issue.Slice, series, _options.TopicName),
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
        // The same in every process (FNV-1a), because it is saved.
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619;
        }
        return hash == 0 ? 1 : (int)hash;
    }
}
