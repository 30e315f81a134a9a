namespace Voc.Analysis.Issues;

/// <summary>Reports of a scope that are alike, more than their past lets expect.</summary>
/// <param name="Scope">Where they were counted.</param>
/// <param name="Report">The report around which they lie.</param>
/// <param name="WindowDays">The days that end today in which they came.</param>
/// <param name="Expected">How many the past lets expect.</param>
/// <param name="Size">Size of the negative binomial around that.</param>
/// <param name="PValue">The chance of at least so many.</param>
/// <param name="Members">Those that belong together.</param>
/// <param name="Weights">All that was counted besides the report itself, by identifier, with what it counts.</param>
internal sealed record Cluster(
    ReportScope Scope, Report Report, int WindowDays, double Expected, double Size, double PValue, IReadOnlyList<Report> Members, IReadOnlyList<(long Id, double Weight)> Weights);

/// <summary>
/// Scans around new reports. As in the space-time permutation scan (Kulldorff and others, 2005), time is measured by the volume of all
/// other feedback, so that a new source or a big import is no news, beside the kinds of days there are in a year. What is usual around a
/// report is learned from the past of its scope and, where that is short, from how often anybody's reports lie so near (a gamma prior
/// around the scope's share).
/// </summary>
internal sealed class ReportScan(ReportArchive archive)
{
    /// <summary>Days before today that are never part of the past, so that a slow rise is not its own yardstick.</summary>
    public const int Guard = 28;

    public const int MinDays = 14;

    /// <summary>A short window in which a scope has fewer reports as a rule says nothing that a longer one does not, and costs chances of a false alarm.</summary>
    private const double LeastUsual = 2;

    private const int ShortWindow = 7;

    /// <summary>Whether a window is worth looking at where so many reports came in so many days.</summary>
    public static bool Tells(int window, double reports, double days) => window > ShortWindow || reports * window >= LeastUsual * days;

    /// <summary>The most surprising window around a report, or null where there is too little past or too little near it.</summary>
    public Cluster? Around(Report report, ReportScope scope, int today)
    {
        scope.Age(today);
        if (scope.Recent.Count <= ClusterScan.MinOthers || today - archive.FirstDay < MinDays)
        {
            return null;
        }
        var near = new List<(int Report, int Age)>();
        var center = -1;
        for (var i = 0; i < scope.Recent.Count; i++)
        {
            if (scope.Recent[i].Day <= today)
            {
                near.Add((i, today - scope.Recent[i].Day));
                center = scope.Recent[i] == report ? i : center;
            }
        }
        var around = new LiveSurroundings(archive, scope, today);
        if (center < 0 || ClusterScan.Around(around, center, [.. near]) is not { } found)
        {
            return null;
        }
        var (nearness, likeness) = (around.Nearness(center), around.Likeness(center));
        return new Cluster(
            scope, report, found.Window, Math.Max(found.Expected.Mean * found.Expected.Unit / found.Now.Weight * found.Members.Count, 1e-3), found.Expected.Size, Math.Exp(found.LogP),
            [.. found.Members.Select(m => scope.Recent[m])],
            [.. near.Where(n => n.Age < found.Window && n.Report != center).Select(n => (scope.Recent[n.Report].Member.Id, nearness.Weight(likeness[n.Report])))]);
    }
}

/// <summary>The recent reports of a scope as they came, before their past.</summary>
internal sealed class LiveSurroundings : Surroundings
{
    /// <summary>Feedback that is imagined to have come at the usual pace, so that a few reports more or less are no change of volume.</summary>
    private const double PriorVolume = 20;

    /// <summary>So many reports tell whether a product is new or seldom spoken of.</summary>
    private const int NewProductReports = 10;

    private readonly ReportArchive _archive;
    private readonly ReportScope _scope;
    private readonly int _today;
    private readonly bool _guarded;
    private readonly int _begin;
    private readonly Dictionary<int, float[]> _likeness = [];
    private readonly Dictionary<int, Usual> _past = [];

    public LiveSurroundings(ReportArchive archive, ReportScope scope, int today)
    {
        (_archive, _scope, _today) = (archive, scope, today);
        _guarded = today - archive.FirstDay + 1 >= 2 * ReportScan.Guard;
        // The past of a scope that has many reports, but only lately, begins with the first of them.
        _begin = scope.Volume.Total < NewProductReports ? archive.FirstDay : Math.Max(archive.FirstDay, scope.Volume.Start);
    }

    public override Nearness Nearness(int report) => _archive.NearnessOf(_scope.Recent[report], _scope);

    public override float[] Likeness(int report)
    {
        if (!_likeness.TryGetValue(report, out var likeness))
        {
            var meaning = _scope.Recent[report].Meaning;
            likeness = new float[_scope.Recent.Count];
            for (var i = 0; i < likeness.Length; i++)
            {
                likeness[i] = meaning.Likeness(_scope.Recent[i].Meaning);
            }
            _likeness.Add(report, likeness);
        }
        return likeness;
    }

    public override float Likeness(int report, int other) =>
        _likeness.TryGetValue(report, out var row) ? row[other] : _scope.Recent[report].Meaning.Likeness(_scope.Recent[other].Meaning);

    public override Expectation? Expect(int report, int window, Usual now, Usual lately)
    {
        if (_today - window + 1 < _scope.CompleteFrom)
        {
            return null;
        }
        var guard = _guarded ? ReportScan.Guard : window;
        var (from, to) = (Math.Max(_begin, _today - guard - ReportScope.PastDays + 1), _today - guard);
        var usual = Past(report);
        usual.Standing = _scope.Standing(from, to);
        if (!_guarded)
        {
            usual.Add(lately.Without(now, 1));
        }
        if (!ReportScan.Tells(window, usual.Standing * (usual.Count + 1), to - from + 1))
        {
            return null;
        }
        return to - from + 1 >= ReportScan.MinDays
            ? Expectation.Of(now, usual, Nearness(report), Time(now, usual, from, to, window))
            : Expectation.OfNew(now, Nearness(report), _scope.Volume.Sum(_today - window + 1, _today) - now.Weight);
    }

    private Usual Past(int report)
    {
        if (!_past.TryGetValue(report, out var usual))
        {
            var (meaning, nearness) = (_scope.Recent[report].Meaning, Nearness(report));
            usual = new Usual();
            foreach (var past in _scope.Past)
            {
                usual.Add(past.PastWeight * nearness.Weight(meaning.Likeness(past.Meaning)));
            }
            _past.Add(report, usual);
        }
        return usual;
    }

    /// <summary>A past that begins with a report has one more than its days let expect.</summary>
    private double Unbiased(Usual usual, int from) => from > _archive.FirstDay && from == _begin ? usual.Count / (usual.Count + 1.0) : 1;

    /// <summary>The window as a part of the past: by the volume of all other feedback, or by what else is said in the scope where that has surely risen more.</summary>
    private double Time(Usual now, Usual usual, int from, int to, int window)
    {
        var first = _today - window + 1;
        var days = _archive.DaysOf(first, _today) / Math.Max(1, _archive.DaysOf(from, to));
        double Part(double lately, double before) => (Math.Max(0, lately) + PriorVolume) / (Math.Max(0, before) + (PriorVolume / days));
        var (all, allBefore) = (_archive.Volume.Sum(first, _today), _archive.Volume.Sum(from, to));
        if (_scope.Everything)
        {
            return Part(all - now.Weight, allBefore - (usual.Standing * usual.Weight));
        }
        var (own, ownBefore) = (_scope.Volume.Sum(first, _today), _scope.Volume.Sum(from, to));
        var rest = Math.Max(0, own - now.Weight);
        return Unbiased(usual, from) * Math.Max(Part(all - own, allBefore - ownBefore), Part(rest - (2 * Math.Sqrt(rest + 1)), ownBefore - (usual.Standing * usual.Weight)));
    }
}
