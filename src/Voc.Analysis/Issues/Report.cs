namespace Voc.Analysis.Issues;

/// <summary>One feedback as the scan keeps it.</summary>
internal sealed class Report(Member member, IssuePolarity polarity, string? product, int[] features)
{
    public Member Member { get; } = member;

    public int Day => Member.Day;

    public IssuePolarity Polarity { get; } = polarity;

    public string? Product { get; } = product;

    public int[] Features { get; } = features;

    /// <summary>Where it lies; set anew when the space is learned anew.</summary>
    public Meaning Meaning { get; set; } = MeaningSpace.Empty.Place(features);

    /// <summary>Who counts as near it on its product and among all products; null until it was asked for in the present space.</summary>
    public (Nearness Product, Nearness Everything)? Nearness { get; set; }

    /// <summary>What it counts as part of the past: less where an issue has explained it, so that an outbreak is not taken for what is usual.</summary>
    public double PastWeight { get; set; } = 1;
}
