using Voc.Analysis.Issues.Calendar;

namespace Voc.Analysis.Issues;

/// <summary>The reports by scope, and the space they lie in, which is learned anew whenever half as many have come again.</summary>
internal sealed partial class ReportArchive(Func<long, bool> isExplained, SliceFields fields)
{
    /// <summary>The random sample of anybody's reports that says what counts as near.</summary>
    public const int SampleSize = 400;

    /// <summary>Reports a space is learned from at most.</summary>
    private const int MaxLearned = 8000;

    /// <summary>Fewer reports teach nothing about which words go together.</summary>
    private const int MinLearned = 200;

    /// <summary>Reports kept at most, over all scopes; each takes about two kilobytes.</summary>
    private const int MaxReports = 100_000;

    private const int MaxVoices = 50_000;

    // In order, so that the same reports give the same result after a restart.
    private readonly OrderedDictionary<(IssuePolarity, string?, bool), ReportScope> _scopes = [];
    private readonly Dictionary<(int Customer, string? Product), int> _voices = [];
    private readonly SavedRandom _random = new(1);
    private readonly List<Report> _sample = [];
    private DayFactors _factors = DayFactors.Even;
    private MeaningSpace _space = MeaningSpace.Empty;
    private long _added;
    private long _learnedAt;
    private int _kept;

    public IEnumerable<ReportScope> Scopes => _scopes.Values;

    /// <summary>Reports kept, each counted in every scope it is in.</summary>
    public int Kept => _kept + Slices.Kept;

    /// <summary>The reports by source and by attributes of few values.</summary>
    public SliceScopes Slices { get; } = new(fields, isExplained);

    /// <summary>The scopes of slices that are watched at present.</summary>
    public IEnumerable<ReportScope> WatchedSlices => Slices.Used(side => Find(side, null, true));

    /// <summary>Everything that counted, by day.</summary>
    public DayCounts Volume { get; } = new();

    /// <summary>The day the archive begins; what came long before nearly all else does not count.</summary>
    public int FirstDay => Volume.Start;

    /// <summary>How long days last by their kind: a Sunday is a part of a usual day.</summary>
    public double DaysOf(int from, int to) => to < from ? 0 : _factors.Sum(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));

    /// <summary>Learns anew what kinds of days are like.</summary>
    public void LearnDays(int today)
    {
        var first = Math.Max(FirstDay, today - DayFactors.MaxDays);
        if (first < today)
        {
            _factors = DayFactors.Estimate(DateOnly.FromDayNumber(first), Volume.Each(first, today - 1), JapaneseHolidays.Shipped);
        }
    }

    /// <summary>The space everything lies in at present.</summary>
    public MeaningSpace Space => _space;

    /// <summary>The scope an issue's reports are counted in.</summary>
    public ReportScope? ScopeOf(TrackedIssue issue) => issue is { Product: null, Slice: { } slice }
        ? Slices.Find(issue.Polarity, slice)
        : Find(issue.Polarity, issue.Product, issue.Product is null);

    public ReportScope? Find(IssuePolarity polarity, string? product, bool everything) => _scopes.GetValueOrDefault((polarity, product, everything));

    /// <summary>Keeps a report; a copy, or a customer who speaks again within days, counts towards nothing and is not kept. Returns whether it is.</summary>
    public bool Add(Report report, int today)
    {
        if (!report.Member.Counted || SpokeAlready(report))
        {
            return false;
        }
        Volume.Add(report.Day);
        report.Space = _space;
        Slices.Add(report, _scopes.Values.Where(s => s.Everything), today);
        foreach (var everything in new[] { false, true })
        {
            var key = (report.Polarity, everything ? null : report.Product, everything);
            if (!_scopes.TryGetValue(key, out var scope))
            {
                _scopes.Add(key, scope = new ReportScope(report.Polarity, key.Item2, everything, isExplained));
            }
            var before = scope.Kept;
            scope.Add(report, today);
            _kept += scope.Kept - before;
        }
        Sample(report);
        if (_kept > MaxReports)
        {
            Shrink();
        }
        return true;
    }

    /// <summary>Learns the space anew where much has come since; returns whether it did.</summary>
    public bool Learn()
    {
        if (_added < MinLearned || _added < 1.5 * _learnedAt)
        {
            return false;
        }
        _learnedAt = _added;
        var reports = _scopes.Values.Where(s => s.Everything).SelectMany(s => s.Past.Concat(s.Recent))
            .Concat(_scopes.Values.Where(s => !s.Everything).SelectMany(s => s.Past.Concat(s.Recent))).Distinct().ToArray();
        var learned = reports.Length <= MaxLearned ? reports : new Random(1).GetItems(reports, MaxLearned);
        _space = MeaningSpace.Learn([.. learned.Select(r => r.Features)]);
        foreach (var report in reports.Concat(_sample).Concat(Slices.Reports.Except(reports)))
        {
            report.Space = _space;
        }
        return true;
    }

    public Nearness NearnessOf(Report report, ReportScope scope)
    {
        var nearness = report.Nearness ??= Nearness.Of(report, _sample);
        return scope.IsWide ? nearness.Everything : nearness.Product;
    }

    /// <summary>Every scope in which a report may be a part of something: its product's, that of all products, and those of its slices.</summary>
    public IEnumerable<ReportScope> ScopesOf(Report report)
    {
        if (Find(report.Polarity, report.Product, false) is { } product)
        {
            yield return product;
        }
        if (Find(report.Polarity, null, true) is { } everything)
        {
            yield return everything;
            foreach (var slice in Slices.Of(report, everything))
            {
                yield return slice;
            }
        }
    }

    public void Forget(long id)
    {
        foreach (var scope in _scopes.Values)
        {
            scope.Forget(id);
        }
        Slices.Forget(id);
        _sample.RemoveAll(r => r.Member.Id == id);
    }

    private bool SpokeAlready(Report report)
    {
        if (report.Member.Customer == 0)
        {
            return false;
        }
        var voice = (report.Member.Customer, report.Product);
        if (_voices.TryGetValue(voice, out var day) && Math.Abs(report.Day - day) < CandidateSeries.SameVoiceDays)
        {
            return true;
        }
        if (_voices.Count >= MaxVoices)
        {
            _voices.Where(v => v.Value <= report.Day - CandidateSeries.SameVoiceDays).Select(v => v.Key).ToList().ForEach(v => _voices.Remove(v));
        }
        _voices[voice] = report.Day;
        return false;
    }

    private void Sample(Report report)
    {
        _added++;
        if (_sample.Count < SampleSize)
        {
            _sample.Add(report);
        }
        else if (_random.NextInt64(_added) < SampleSize)
        {
            _sample[_random.Next(SampleSize)] = report;
        }
    }

    private void Shrink()
    {
        foreach (var old in _scopes.Values.OrderBy(s => s.LastDay).ToList())
        {
            if (_kept <= MaxReports * 0.9)
            {
                break;
            }
            _kept -= old.Kept;
            _scopes.Remove((old.Polarity, old.Product, old.Everything));
        }
    }
}
