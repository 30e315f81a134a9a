namespace Voc.Analysis.Issues;

/// <summary>One feedback as the scan keeps it.</summary>
internal sealed class Report(Member member, IssuePolarity polarity, string? product, int[] words)
{
    public Member Member { get; } = member;

    public int Day => Member.Day;

    public IssuePolarity Polarity { get; } = polarity;

    public string? Product { get; } = product;

    public int[] Words { get; } = words;

    /// <summary>Where it lies; set anew when the space is learned anew.</summary>
    public Meaning Meaning { get; set; } = MeaningSpace.Empty.Place(words);

    /// <summary>Who counts as near it on its product and among all products; null until it was asked for in the present space.</summary>
    public (Nearness Product, Nearness Everything)? Nearness { get; set; }
}

/// <summary>From which likeness on reports count as near one, and how near anybody's are on average.</summary>
/// <param name="From">The likeness from which on they do.</param>
/// <param name="Least">What a report counts that is not near at all.</param>
/// <param name="Mean">The mean weight of anybody's report.</param>
internal sealed record Nearness(float From, double Least, double Mean)
{
    /// <summary>Share of all reports that count as near on one product, where few are alike by chance.</summary>
    private const double NearOnProduct = 0.25;

    /// <summary>
    /// What a report on the same product counts that is not near at all: a cause is told in words so different that nothing connects
    /// them, and a product about which everything rises at once is news too.
    /// </summary>
    private const double LeastOnProduct = 0.05;

    /// <summary>Share of all reports that count as near among all products, where many are alike by chance.</summary>
    private const double NearAmongAll = 0.02;

    private const double SurelyNear = 0.2;

    /// <summary>Measured against a sample of everybody's reports.</summary>
    public static (Nearness Product, Nearness Everything) Of(Report report, IReadOnlyList<Report> sample)
    {
        var likeness = new float[sample.Count];
        for (var i = 0; i < likeness.Length; i++)
        {
            likeness[i] = report.Meaning.Likeness(sample[i].Meaning);
        }
        Array.Sort(likeness);
        return (Of(likeness, NearOnProduct, LeastOnProduct), Of(likeness, NearAmongAll, 0));
    }

    /// <summary>What a report of this likeness counts, from a little to 1.</summary>
    public double Weight(float likeness) => Least + ((1 - Least) * (likeness <= From || From >= 1 ? 0 : Math.Min(1, (likeness - From) / (1 - From))));

    /// <summary>Whether a weight is of a report that is surely near: such are the members of a cluster.</summary>
    public static bool IsNear(double weight) => weight >= SurelyNear;

    private static Nearness Of(float[] sorted, double near, double least)
    {
        var nearness = new Nearness(sorted.Length == 0 ? 0 : Math.Max(0, sorted[(int)(sorted.Length * (1 - near))]), least, 0);
        var sum = 0.0;
        foreach (var value in sorted)
        {
            sum += nearness.Weight(value);
        }
        return nearness with { Mean = (sum + near) / (sorted.Length + 1) };
    }
}
