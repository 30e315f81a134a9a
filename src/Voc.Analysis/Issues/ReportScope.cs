namespace Voc.Analysis.Issues;

/// <summary>
/// The reports of one side on one product, of one <see cref="Issues.Slice"/>, or on all together: those of the last weeks, and of the two years before a random sample that
/// stands for all. Memory is bounded by <see cref="MaxRecent"/> and <see cref="MaxPast"/>.
/// </summary>
internal sealed partial class ReportScope(IssuePolarity polarity, string? product, bool everything, Func<long, bool> isExplained)
{
    public const int PastDays = 730;
    public const int MaxRecent = 2000;
    public const int MaxPast = 1000;

    /// <summary>What reports of an outbreak count as part of the past (the idea of Noufaily and others, 2013, who weigh down weeks).</summary>
    private const double OutbreakWeight = 0.25;

    private readonly List<Report> _recent = [];
    private readonly List<Report> _past = [];
    private readonly SavedRandom _random = new(1);
    private int _aged = int.MinValue;

    /// <summary>Whether any report of the past is not kept, though those that are may be fewer than can be: some grow too old, some are deleted.</summary>
    private bool _isSample;

    public IssuePolarity Polarity { get; } = polarity;

    public string? Product { get; } = product;

    /// <summary>Whether it holds the reports on all products.</summary>
    public bool Everything { get; } = everything;

    /// <summary>What its reports have in common besides any product, or null.</summary>
    public Slice? Slice { get; private init; }

    /// <summary>Whether its reports are on any product, so that many are alike by chance.</summary>
    public bool IsWide => Everything || Slice is not null;

    /// <summary>How much came, by day.</summary>
    public DayCounts Volume { get; private init; } = new();

    public int LastDay { get; private set; } = int.MinValue;

    /// <summary>Reports of the last weeks, by day.</summary>
    public IReadOnlyList<Report> Recent => _recent;

    /// <summary>The day from which on all reports are among the recent ones.</summary>
    public int CompleteFrom { get; private set; } = int.MinValue;

    /// <summary>The sample of those before.</summary>
    public IReadOnlyList<Report> Past => _past;

    /// <summary>Whether they stand for more than themselves.</summary>
    public bool IsSample => _isSample;

    public int Kept => _recent.Count + _past.Count;

    /// <summary>An empty scope of a slice.</summary>
    public static ReportScope Of(IssuePolarity polarity, Slice slice, Func<long, bool> isExplained) => new(polarity, null, false, isExplained) { Slice = slice };

    /// <summary>The same reports as the scope of the slice that all of them are in.</summary>
    public ReportScope As(Slice slice)
    {
        var copy = new ReportScope(Polarity, null, false, isExplained) { Slice = slice, Volume = Volume.Copy(), LastDay = LastDay, CompleteFrom = CompleteFrom, _aged = _aged, _isSample = _isSample };
        copy._recent.AddRange(_recent);
        copy._past.AddRange(_past);
        return copy;
    }

    /// <summary>How many reports of the past one of the sample stands for.</summary>
    public double Standing(int from, int to)
    {
        var total = Volume.Sum(from, to);
        return _isSample && _past.Count > 0 ? Math.Max(1, total / (double)_past.Count) : 1;
    }

    public void Add(Report report, int today)
    {
        Volume.Add(report.Day);
        LastDay = Math.Max(LastDay, report.Day);
        if (report.Day <= today - ReportScan.Guard)
        {
            Keep(report, today);
            return;
        }
        var at = _recent.Count;
        while (at > 0 && _recent[at - 1].Day > report.Day)
        {
            at--;
        }
        _recent.Insert(at, report);
        Age(today);
    }

    /// <summary>Moves what is no longer recent to the past.</summary>
    public void Age(int today)
    {
        var old = 0;
        while (old < _recent.Count && (_recent[old].Day <= today - ReportScan.Guard || _recent.Count - old > MaxRecent))
        {
            if (_recent[old].Day > today - ReportScan.Guard)
            {
                CompleteFrom = Math.Max(CompleteFrom, _recent[old].Day + 1);
            }
            Keep(_recent[old++], today);
        }
        _recent.RemoveRange(0, old);
        if (_aged < today)
        {
            _aged = today;
            _past.RemoveAll(r => r.Day <= today - ReportScan.Guard - PastDays);
        }
    }

    /// <summary>Forgets a report; returns whether it was there.</summary>
    public bool Forget(long id) => _recent.RemoveAll(r => r.Member.Id == id) + _past.RemoveAll(r => r.Member.Id == id) > 0;

    private void Keep(Report report, int today)
    {
        report.PastWeight = isExplained(report.Member.Id) ? OutbreakWeight : 1;
        if (report.Day <= today - ReportScan.Guard - PastDays)
        {
            return;
        }
        if (!_isSample && _past.Count < MaxPast)
        {
            _past.Add(report);
            return;
        }
        // Each of the past has the same chance to be in the sample (reservoir sampling, Vitter, 1985), what is too old leaves first.
        _isSample = true;
        if (_random.NextDouble() * Math.Max(MaxPast, Volume.Sum(today - PastDays, today)) >= MaxPast)
        {
            return;
        }
        var old = _past.FindIndex(r => r.Day <= today - ReportScan.Guard - PastDays);
        if (old >= 0)
        {
            _past[old] = report;
        }
        else if (_past.Count < MaxPast)
        {
            _past.Add(report);
        }
        else
        {
            _past[_random.Next(_past.Count)] = report;
        }
    }
}
