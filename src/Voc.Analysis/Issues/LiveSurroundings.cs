namespace Voc.Analysis.Issues;

/// <summary>The recent reports of a scope as they came, before their past.</summary>
internal sealed class LiveSurroundings : Surroundings
{
    /// <summary>Feedback that is imagined to have come at the usual pace, so that a few reports more or less are no change of volume.</summary>
    private const double PriorVolume = 5;

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
                var weight = nearness.Weight(meaning.Likeness(past.Meaning));
                usual.Add(weight, weight > nearness.Least, past.PastWeight);
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
        return Unbiased(usual, from) * Math.Max(Part(all - own, allBefore - ownBefore), Part(now.Far - (2 * Math.Sqrt(now.Far + 1)), usual.Standing * usual.Far));
    }
}
