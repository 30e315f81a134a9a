namespace Voc.Analysis.Issues;

/// <summary>Reports that lie near each other, as <see cref="ClusterScan"/> finds them.</summary>
/// <param name="Window">The days that end today in which they came.</param>
/// <param name="LogP">Logarithm of how surprising that is.</param>
/// <param name="Expected">What lets one expect around the report; in units of <paramref name="Now"/>.</param>
/// <param name="Now">What was counted around it.</param>
/// <param name="Members">Those that belong together, the nearest first.</param>
internal sealed record Gathering(int Window, double LogP, Expectation Expected, Usual Now, IReadOnlyList<int> Members);

/// <summary>
/// Counts around a report how many like it came lately, and how many its past lets expect: a prospective scan statistic (Kulldorff, 2001)
/// whose places are the reports themselves, each other counting by its likeness. One report may happen to be told in everybody's words,
/// so the reports nearest to it are asked the same, and the answer is the weighted mean of the logarithms.
/// </summary>
internal static class ClusterScan
{
    /// <summary>Windows, in days that end today: so many that what began on any day fills one of them.</summary>
    public static readonly int[] Windows = [1, 7, 9, 11, 14, 17, 20, 24, 28];

    /// <summary>Reports near one, besides itself, below which nothing is said.</summary>
    public const int MinOthers = 2;

    /// <summary>What is not more surprising than this by itself is not asked about.</summary>
    private static readonly double Loose = Math.Log(0.02);

    /// <summary>The nearest reports that are asked too, and what each counts against the report itself, by its likeness.</summary>
    private const int Asked = 8;
    private const double AskedWeight = 3;

    private const int MaxMembers = 60;
    private const int MaxCandidates = 120;
    private const int CoreOf = 10;

    /// <summary>Mean rank of likeness to the core from which on a report belongs to the cluster.</summary>
    private const double MemberRank = 0.95;

    /// <summary>Mean rank of likeness within the core that a cluster must have.</summary>
    private const double CoreRank = 0.92;

    /// <summary>The most surprising gathering around a report, or null.</summary>
    /// <param name="around">The scope.</param>
    /// <param name="report">The report.</param>
    /// <param name="near">The reports of the longest window, itself included, with their age in days.</param>
    public static Gathering? Around(Surroundings around, int report, ReadOnlySpan<(int Report, int Age)> near)
    {
        Span<double> own = stackalloc double[Windows.Length];
        Span<double> asked = stackalloc double[Windows.Length];
        Span<double> weights = stackalloc double[Windows.Length];
        if (near.Length <= MinOthers || Ask(around, report, near, own) > Loose)
        {
            return null;
        }
        var (likeness, nearness) = (around.Likeness(report), around.Nearness(report));
        (int Report, int Age, double Weight)[] others = [.. Weigh(near, report, likeness, nearness)];
        Span<double> sums = stackalloc double[Windows.Length];
        own.CopyTo(sums);
        weights.Fill(1);
        foreach (var other in others.AsSpan(0, Math.Min(Asked, others.Length)))
        {
            Ask(around, other.Report, near, asked);
            var counts = AskedWeight * (other.Weight - nearness.Least) / (1 - nearness.Least);
            for (var w = 0; w < Windows.Length; w++)
            {
                if (other.Age < Windows[w])
                {
                    sums[w] += counts * asked[w];
                    weights[w] += counts;
                }
            }
        }
        var (best, least) = (-1, 0.0);
        for (var w = 0; w < Windows.Length; w++)
        {
            if (own[w] < 0 && sums[w] / weights[w] < least)
            {
                (best, least) = (w, sums[w] / weights[w]);
            }
        }
        return best < 0 ? null : Gather(around, report, near, others, Windows[best], least);
    }

    private static IEnumerable<(int Report, int Age, double Weight)> Weigh(ReadOnlySpan<(int Report, int Age)> near, int report, float[] likeness, Nearness nearness)
    {
        var others = new List<(int Report, int Age, double Weight)>();
        foreach (var (other, age) in near)
        {
            if (other != report && nearness.Weight(likeness[other]) is var weight && weight > nearness.Least)
            {
                others.Add((other, age, weight));
            }
        }
        return others.OrderByDescending(o => o.Weight);
    }

    /// <summary>The logarithm of the surprise around one report in each window, 0 where there is none; returns the least.</summary>
    private static double Ask(Surroundings around, int report, ReadOnlySpan<(int Report, int Age)> near, Span<double> answers)
    {
        Span<Usual> counted = stackalloc Usual[Windows.Length];
        Span<int> others = stackalloc int[Windows.Length];
        Count(around, report, near, counted, others);
        var least = 0.0;
        for (var w = 0; w < Windows.Length; w++)
        {
            answers[w] = others[w] >= MinOthers && around.Expect(report, Windows[w], counted[w], counted[^1]) is { } expected
                ? expected.LogTail(counted[w].Weight)
                : 0;
            least = Math.Min(least, answers[w]);
        }
        return least;
    }

    /// <summary>What lies around a report in each window, and how many of it are near.</summary>
    private static void Count(Surroundings around, int report, ReadOnlySpan<(int Report, int Age)> near, Span<Usual> counted, Span<int> others)
    {
        var (likeness, nearness) = (around.Likeness(report), around.Nearness(report));
        counted.Fill(new Usual());
        others.Clear();
        foreach (var (other, age) in near)
        {
            if (other != report)
            {
                var w = 0;
                while (Windows[w] <= age)
                {
                    w++;
                }
                var weight = nearness.Weight(likeness[other]);
                var isNear = weight > nearness.Least;
                counted[w].Add(weight, isNear);
                others[w] += isNear ? 1 : 0;
            }
        }
        for (var w = 1; w < Windows.Length; w++)
        {
            counted[w].Add(counted[w - 1]);
            others[w] += others[w - 1];
        }
    }

    private static Gathering? Gather(
        Surroundings around, int report, ReadOnlySpan<(int Report, int Age)> near, (int Report, int Age, double Weight)[] others, int window, double logP)
    {
        int[] candidates = [report, .. others.Where(o => o.Age < window).Select(o => o.Report).Distinct().Take(MaxCandidates)];
        double Rank(int a, int b) => around.Likeness(a, b) is var likeness ? (around.Nearness(a).Rank(likeness) + around.Nearness(b).Rank(likeness)) / 2 : 0;
        var (core, rank) = Core(candidates, Rank);
        if (rank < CoreRank)
        {
            return null;
        }
        int[] members = [.. core, .. candidates.Except(core).Select(c => (Report: c, Rank: core.Average(k => Rank(k, c)))).Where(c => c.Rank >= MemberRank)
            .OrderByDescending(c => c.Rank).Select(c => c.Report).Take(MaxMembers - core.Length)];
        Span<Usual> counted = stackalloc Usual[Windows.Length];
        Span<int> sure = stackalloc int[Windows.Length];
        Count(around, report, near, counted, sure);
        var now = counted[Array.IndexOf(Windows, window)];
        return new Gathering(window, logP, around.Expect(report, window, now, counted[^1])!.Value, now, members);
    }

    /// <summary>The three of the nearest that are most alike.</summary>
    private static (int[] Core, double Rank) Core(int[] candidates, Func<int, int, double> rank)
    {
        var (n, best, core) = (Math.Min(CoreOf, candidates.Length), -1.0, Array.Empty<int>());
        var ranks = new double[n, n];
        for (var a = 0; a < n; a++)
        {
            for (var b = a + 1; b < n; b++)
            {
                ranks[a, b] = rank(candidates[a], candidates[b]);
            }
        }
        for (var a = 0; a < n; a++)
        {
            for (var b = a + 1; b < n; b++)
            {
                for (var c = b + 1; c < n; c++)
                {
                    var mean = (ranks[a, b] + ranks[a, c] + ranks[b, c]) / 3;
                    if (mean > best)
                    {
                        (best, core) = (mean, [candidates[a], candidates[b], candidates[c]]);
                    }
                }
            }
        }
        return (core, best);
    }
}
