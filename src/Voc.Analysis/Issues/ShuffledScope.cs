namespace Voc.Analysis.Issues;

/// <summary>
/// The reports of a scope dealt to random days, as often as asked, and scanned; the days go round, so that each has a past. Where only a
/// sample of the scope is kept, half of it is dealt and the other half is the past, because what comes live is not in the sample either.
/// </summary>
internal sealed class ShuffledScope : Surroundings
{
    /// <summary>Reports that are dealt to days at most.</summary>
    private const int MaxDealt = 20_000;

    private readonly ReportArchive _archive;
    private readonly ReportScope _scope;
    /// <summary>Reports that each of a sample stands for, from which on it is one.</summary>
    private const double Sampled = 1.2;

    private readonly int _days;
    private readonly int _copies;
    private readonly int _dealt;
    private readonly Report[] _reports;
    private readonly int _around;
    private readonly float[]?[] _likeness;
    private readonly Usual?[] _totals;

    public ShuffledScope(ReportArchive archive, ReportScope scope, int days, int today, int around)
    {
        (_archive, _scope, _days) = (archive, scope, days);
        _reports = [.. scope.Past.Concat(scope.Recent)];
        // A sample's reports stand for more: each that is dealt is dealt as often as it stands for.
        var all = scope.Volume.Sum(today - days + 1, today);
        if (all > Sampled * _reports.Length)
        {
            new Random(1).Shuffle(_reports);
            _dealt = _reports.Length / 2;
        }
        else
        {
            _dealt = _reports.Length;
        }
        _copies = (int)Math.Clamp(Math.Round(all / (double)_dealt), 1, Math.Max(1, MaxDealt / _dealt));
        _around = Math.Min(around, _dealt * _copies);
        (_likeness, _totals) = (new float[]?[_reports.Length], new Usual?[_reports.Length]);
    }

    /// <summary>Whether the past is of other reports than those dealt.</summary>
    private bool IsSample => _dealt < _reports.Length;

    /// <summary>Adds the logarithm of the smallest p-value of each span of days in which there was one, and how many alarms it stands for.</summary>
    public void Alarms(int runs, int span, double share, Random random, List<(double LogP, double Weight)> alarms)
    {
        var day = new double[_dealt * _copies];
        var order = new int[day.Length];
        var near = new List<(int Report, int Age)>();
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < day.Length; i++)
            {
                (day[i], order[i]) = (random.NextDouble() * _days, i);
            }
            Array.Sort((double[])day.Clone(), order);
            // Reports that come one after the other: of a chance cluster then all are looked at or none.
            var first = _around == order.Length ? 0 : random.Next(order.Length);
            var least = new Dictionary<int, double>();
            for (var i = 0; i < _around; i++)
            {
                var place = (first + i) % order.Length;
                Before(day, order, place, near);
                if (ClusterScan.Around(this, order[place] % _dealt, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(near)) is { } found)
                {
                    var at = (int)(day[order[place]] / span);
                    least[at] = Math.Min(least.GetValueOrDefault(at), found.LogP);
                }
            }
            alarms.AddRange(least.Values.Select(logP => (logP, order.Length / (double)_around / share)));
        }
    }

    public override Nearness Nearness(int report) => _archive.NearnessOf(_reports[report], _scope);

    public override float[] Likeness(int report)
    {
        if (_likeness[report] is not { } likeness)
        {
            likeness = new float[_reports.Length];
            for (var i = 0; i < likeness.Length; i++)
            {
                likeness[i] = _likeness[i] is { } known ? known[report] : _reports[report].Meaning.Likeness(_reports[i].Meaning);
            }
            _likeness[report] = likeness;
        }
        return likeness;
    }

    public override float Likeness(int report, int other) => Likeness(report)[other];

    public override Expectation? Expect(int report, int window, Usual now, Usual lately)
    {
        var (total, nearness) = (Total(report), Nearness(report));
        var usual = IsSample ? total : total.Without(lately, 1.0 / _copies);
        usual.Standing = _copies;
        return ReportScan.Tells(window, usual.Standing * (usual.Count + 1), _days - ReportScan.Guard)
            ? Expectation.Of(now, usual, nearness, window / (double)(_days - ReportScan.Guard))
            : null;
    }

    private Usual Total(int report)
    {
        if (_totals[report] is not { } total)
        {
            var (likeness, nearness) = (Likeness(report), Nearness(report));
            total = new Usual();
            for (var i = IsSample ? _dealt : 0; i < likeness.Length; i++)
            {
                if (i != report)
                {
                    var weight = nearness.Weight(likeness[i]);
                    total.Add(weight, weight > nearness.Least);
                }
            }
            _totals[report] = total;
        }
        return total;
    }

    /// <summary>What was dealt to the days before a place in the order, the report there included.</summary>
    private void Before(double[] day, int[] order, int place, List<(int Report, int Age)> near)
    {
        near.Clear();
        near.Add((order[place] % _dealt, 0));
        for (var back = 1; back < order.Length; back++)
        {
            var other = order[(place - back + order.Length) % order.Length];
            var age = ((int)day[order[place]] - (int)day[other] + _days) % _days;
            if (age >= ReportScan.Guard)
            {
                break;
            }
            near.Add((other % _dealt, age));
        }
    }
}
