namespace Voc.Analysis.Issues;

/// <summary>The reports of a scope dealt to random days, as often as asked, and scanned; the days go round, so that each has a past.</summary>
internal sealed class ShuffledScope
{
    /// <summary>Reports that are dealt to days at most.</summary>
    private const int MaxDealt = 20_000;

    /// <summary>Reports of one chance cluster around which an alarm comes, about: of those only some are looked at where others stand for them.</summary>
    private const double AlarmsOfOne = 2;

    private readonly int _days;
    private readonly double _standing;
    private readonly int _copies;
    private readonly Report[] _reports;
    private readonly int[] _around;
    private readonly int[] _place;
    private readonly double[][] _weights;
    private readonly Nearness[] _nearness;
    private readonly (double Weight, double Squares)[] _totals;

    public ShuffledScope(ReportArchive archive, ReportScope scope, int days, int today, int around)
    {
        _days = days;
        _reports = [.. scope.Past.Concat(scope.Recent)];
        // A sample's reports stand for more: each is dealt as often as it stands for.
        _standing = Math.Max(1, scope.Volume.Sum(today - days + 1, today) / (double)_reports.Length);
        _copies = (int)Math.Clamp(Math.Round(_standing), 1, Math.Max(1, MaxDealt / _reports.Length));
        _around = [.. Enumerable.Range(0, around).Select(i => (int)((long)i * _reports.Length / around))];
        _nearness = [.. _around.Select(i => archive.NearnessOf(_reports[i], scope))];
        _place = new int[_reports.Length * _copies];
        _weights = new double[around][];
        _totals = new (double, double)[around];
        for (var a = 0; a < around; a++)
        {
            var weights = new double[_reports.Length];
            for (var i = 0; i < weights.Length; i++)
            {
                if (i != _around[a])
                {
                    weights[i] = _nearness[a].Weight(_reports[_around[a]].Meaning.Likeness(_reports[i].Meaning));
                    _totals[a] = (_totals[a].Weight + weights[i], _totals[a].Squares + (weights[i] * weights[i]));
                }
            }
            _weights[a] = weights;
        }
    }

    /// <summary>Adds the smallest p-value of each span of days in which there was one, and how many alarms it stands for.</summary>
    public void Alarms(int runs, int span, double share, Random random, List<(double PValue, double Weight)> alarms)
    {
        var each = _reports.Length * _standing / _around.Length;
        var day = new double[_place.Length];
        var order = new int[_place.Length];
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < day.Length; i++)
            {
                (day[i], order[i]) = (random.NextDouble() * _days, i);
            }
            Array.Sort((double[])day.Clone(), order);
            for (var i = 0; i < order.Length; i++)
            {
                _place[order[i]] = i;
            }
            var least = new Dictionary<int, (double PValue, int Count)>();
            for (var a = 0; a < _around.Length; a++)
            {
                var p = Surprise(a, day, order);
                if (p < 0.02)
                {
                    var at = (int)(day[_around[a]] / span);
                    var known = least.GetValueOrDefault(at, (1, 0));
                    least[at] = (Math.Min(known.PValue, p), known.Count + 1);
                }
            }
            foreach (var (p, _) in least.Values)
            {
                alarms.Add((p, Math.Max(1, each / AlarmsOfOne) / share));
            }
        }
    }

    private double Surprise(int around, double[] day, int[] order)
    {
        var (weights, now, place) = (_weights[around], (int)day[_around[around]], _place[_around[around]]);
        Span<Usual> windows = new Usual[ReportScan.Windows.Length];
        windows.Fill(new Usual());
        Span<int> near = stackalloc int[windows.Length];
        for (var back = 1; back < order.Length; back++)
        {
            var other = order[(place - back + order.Length) % order.Length];
            var ago = (now - (int)day[other] + _days) % _days;
            if (ago >= ReportScan.Guard)
            {
                break;
            }
            for (var w = 0; w < windows.Length; w++)
            {
                if (ago < ReportScan.Windows[w])
                {
                    var weight = weights[other % _reports.Length];
                    windows[w].Add(weight);
                    near[w] += weight > _nearness[around].Least ? 1 : 0;
                }
            }
        }
        var all = windows[^1];
        var usual = new Usual(
            Math.Max(0, _totals[around].Weight - (all.Weight / _copies)), Math.Max(0, _totals[around].Squares - (all.Squares / _copies)),
            _reports.Length - 1 - (all.Count / _copies)) { Standing = _copies };
        var least = 1.0;
        for (var w = 0; w < windows.Length; w++)
        {
            if (near[w] < ReportScan.MinOthers || !ReportScan.Tells(ReportScan.Windows[w], usual.Standing * (usual.Count + 1), _days - ReportScan.Guard))
            {
                continue;
            }
            var expected = ReportScan.Expect(windows[w], usual, _nearness[around], ReportScan.Windows[w] / (double)(_days - ReportScan.Guard));
            if (windows[w].Weight / expected.Unit > expected.Mean)
            {
                least = Math.Min(least, expected.Tail(windows[w].Weight));
            }
        }
        return least;
    }
}
