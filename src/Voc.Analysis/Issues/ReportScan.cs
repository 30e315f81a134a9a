using MathNet.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>A report and those near it, more than their past lets expect.</summary>
/// <param name="Scope">Where they were counted.</param>
/// <param name="Report">The report around which they lie.</param>
/// <param name="WindowDays">The days that end today in which they came.</param>
/// <param name="Expected">How many the past lets expect, that report itself included.</param>
/// <param name="Size">Size of the negative binomial around that.</param>
/// <param name="PValue">The chance of at least so many.</param>
/// <param name="Members">The report itself, then those near it, nearest first.</param>
/// <param name="Weights">All that was counted besides the report itself, by identifier, with what it counts.</param>
internal sealed record Cluster(
    ReportScope Scope, Report Report, int WindowDays, double Expected, double Size, double PValue, IReadOnlyList<Report> Members, IReadOnlyList<(long Id, double Weight)> Weights);

/// <summary>
/// Counts around each new report how many like it came lately in its scope, and how many its past lets expect: a prospective scan
/// statistic (Kulldorff, 2001) whose places are the reports themselves and whose distance is what they are about, each report counting
/// by its likeness. As in the space-time permutation scan (Kulldorff and others, 2005), time is measured by the volume of all other
/// feedback, so that weekdays, holidays and changes of volume are no news. What is usual around a report is learned from the past of its
/// scope and, where that is short, from how often anybody's reports lie so near (a gamma prior around the scope's share).
/// </summary>
internal sealed class ReportScan(ReportArchive archive)
{
    /// <summary>Windows, in days that end today.</summary>
    public static readonly int[] Windows = [1, 7, 14, 28];

    /// <summary>Days before today that are never part of the past, so that a slow rise is not its own yardstick.</summary>
    public const int Guard = 28;

    public const int MinDays = 14;

    /// <summary>Reports near one, besides itself, below which nothing is said.</summary>
    public const int MinOthers = 2;

    /// <summary>How much the shares of causes differ between products: shape of the prior, 1 for as much as they are large.</summary>
    private const double PriorShape = 1;

    /// <summary>However many reports lie behind an expectation, causes vary by more than chance: by a seventh, as a standard deviation.</summary>
    private const double Dispersion = 0.02;

    /// <summary>Feedback that is imagined to have come at the usual pace, so that a few reports more or less are no change of volume.</summary>
    private const double PriorVolume = 5;

    /// <summary>The same of what else is said in the scope, where a cause told in many ways must not hide itself.</summary>
    private const double PriorRest = 20;

    /// <summary>So many reports tell whether a product is new or seldom spoken of.</summary>
    private const int NewProductReports = 10;

    /// <summary>A window in which a scope seldom has a report says nothing that a longer one does not, and costs chances of a false alarm.</summary>
    private const double LeastUsual = 0.5;

    private const int MaxMembers = 60;

    /// <summary>The most surprising window around a report, or null where there is too little past or too little near it.</summary>
    public Cluster? Around(Report report, ReportScope scope, int today)
    {
        scope.Age(today);
        var near = scope.Recent.Where(r => r.Day <= today && r != report).Select(r => (Report: r, Weight: 0.0)).ToArray();
        if (near.Length < MinOthers || PastOf(today) is not { } guarded)
        {
            return null;
        }
        var nearness = archive.NearnessOf(report, scope);
        for (var i = 0; i < near.Length; i++)
        {
            near[i].Weight = nearness.Weight(report.Meaning.Likeness(near[i].Report.Meaning));
        }
        var old = new Usual();
        foreach (var past in scope.Past)
        {
            old.Add(nearness.Weight(report.Meaning.Likeness(past.Meaning)));
        }
        var (from, to) = Past(Begin(scope), today, guarded ? Guard : Windows[^1]);
        old.Standing = scope.Standing(from, to);
        Cluster? best = null;
        foreach (var window in Windows)
        {
            if (Count(report, scope, near, old, nearness, window, today, guarded) is { } found && (best is null || found.PValue < best.PValue))
            {
                best = found;
            }
        }
        return best;
    }

    private Cluster? Count(Report report, ReportScope scope, (Report Report, double Weight)[] near, Usual old, Nearness nearness, int window, int today, bool guarded)
    {
        var (from, to) = Past(Begin(scope), today, guarded ? Guard : window);
        var (usual, now, others) = (old, new Usual(), 0);
        foreach (var (other, weight) in near)
        {
            if (other.Day > today - window)
            {
                now.Add(weight);
                others += weight > nearness.Least ? 1 : 0;
            }
            else if (!guarded && other.Day <= to)
            {
                usual.Add(weight);
            }
        }
        if (others < MinOthers || !Tells(window, usual.Standing * (usual.Count + 1), to - from + 1))
        {
            return null;
        }
        var expected = to - from + 1 >= MinDays
            ? Expect(now, usual, nearness, Time(scope, now, usual, from, to, window, today))
            : Expect(now, nearness, scope.Volume.Sum(today - window + 1, today) - now.Weight);
        if (now.Weight / expected.Unit <= expected.Mean)
        {
            return null;
        }
        var p = expected.Tail(now.Weight);
        var members = Members(report, near, window, today);
        return new Cluster(scope, report, window, Math.Max(expected.Mean * expected.Unit / now.Weight * members.Count, 1e-3), expected.Size, p, members,
            [.. near.Where(n => n.Report.Day > today - window).Select(n => (n.Report.Member.Id, n.Weight))]);
    }

    /// <summary>Whether a window is worth looking at where so many reports came in so many days.</summary>
    public static bool Tells(int window, double reports, double days) => window == Windows[^1] || reports * window >= LeastUsual * days;

    /// <summary>What the count of something new is compared with: the share that it would have among anybody's reports.</summary>
    private static Expectation Expect(Usual now, Nearness nearness, double rest)
    {
        var unit = now.Squares / now.Weight;
        return new Expectation(unit, nearness.Mean * Math.Max(1, rest) / unit, PriorShape);
    }

    /// <summary>What the count is compared with, in units of the typical weight.</summary>
    public static Expectation Expect(Usual now, Usual usual, Nearness nearness, double time)
    {
        var unit = (now.Squares + usual.Squares) / (now.Weight + usual.Weight);
        var prior = (usual.Count + 0.5) * usual.Standing * nearness.Mean / unit;
        var seen = usual.Weight / unit;
        var size = 1 / ((1 / (PriorShape + seen)) + Dispersion);
        return new Expectation(unit, time * (PriorShape + (usual.Standing * seen)) / ((PriorShape / prior) + 1), size);
    }

    /// <summary>
    /// The window as a part of the past: by days, by the volume of other feedback, or by what else is said in the scope, whichever is most.
    /// </summary>
    private double Time(ReportScope scope, Usual now, Usual usual, int from, int to, int window, int today)
    {
        var days = window / (double)(to - from + 1);
        double Part(double lately, double before, double prior) => (Math.Max(0, lately) + prior) / (Math.Max(0, before) + (prior / days));
        var (first, all, allBefore) = (today - window + 1, archive.Volume.Sum(today - window + 1, today), archive.Volume.Sum(from, to));
        if (scope.Everything)
        {
            return Math.Max(days, Part(all - now.Weight, allBefore - (usual.Standing * usual.Weight), PriorVolume));
        }
        var (own, ownBefore) = (scope.Volume.Sum(first, today), scope.Volume.Sum(from, to));
        return Math.Max(days, Math.Max(Part(all - own, allBefore - ownBefore, PriorVolume), Part(own - now.Weight, ownBefore - (usual.Standing * usual.Weight), PriorRest)));
    }

    /// <summary>The day the past of a scope begins: of one that has many reports, but only lately, with the first of them.</summary>
    private int Begin(ReportScope scope) => scope.Volume.Total < NewProductReports ? archive.FirstDay : Math.Max(archive.FirstDay, scope.Volume.Start);

    /// <summary>Whether there is a past, and if so, whether it is long enough to leave the guard out.</summary>
    private bool? PastOf(int today)
    {
        var days = today - archive.FirstDay + 1;
        return days < MinDays + 1 ? null : days >= 2 * Guard;
    }

    private static (int From, int To) Past(int firstDay, int today, int guard) => (Math.Max(firstDay, today - guard - ReportScope.PastDays + 1), today - guard);

    private static List<Report> Members(Report report, (Report Report, double Weight)[] near, int window, int today)
    {
        var members = new List<Report> { report };
        members.AddRange(near.Where(n => n.Report.Day > today - window).OrderByDescending(n => n.Weight)
            .TakeWhile((n, i) => i < MinOthers || (i < MaxMembers && Nearness.IsNear(n.Weight))).Select(n => n.Report));
        return members;
    }
}

/// <summary>Weights of reports, summed.</summary>
internal struct Usual(double weight, double squares, int count)
{
    public Usual()
        : this(0, 0, 0)
    {
    }

    public double Weight { get; private set; } = weight;

    public double Squares { get; private set; } = squares;

    public int Count { get; private set; } = count;

    /// <summary>Reports that each of them stands for.</summary>
    public double Standing { get; set; } = 1;

    public void Add(double weight)
    {
        Weight += weight;
        Squares += weight * weight;
        Count++;
    }
}

/// <summary>A negative binomial count of weights.</summary>
/// <param name="Unit">The typical weight.</param>
/// <param name="Mean">Mean, in units.</param>
/// <param name="Size">Size.</param>
internal readonly record struct Expectation(double Unit, double Mean, double Size)
{
    /// <summary>The chance of at least so much weight.</summary>
    public double Tail(double weight) => SpecialFunctions.BetaRegularized(weight / Unit, Size, Mean / (Mean + Size));
}
