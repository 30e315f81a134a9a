namespace Voc.Analysis.Issues;

/// <summary>One feedback as the scan keeps it.</summary>
internal sealed partial class Report(Member member, IssuePolarity polarity, string? product, Feature[] features, IReadOnlyList<Slice>? slices = null)
{
    private MeaningSpace _space = MeaningSpace.Empty;
    private Meaning? _meaning;

    public Member Member { get; } = member;

    public int Day => Member.Day;

    public IssuePolarity Polarity { get; } = polarity;

    public string? Product { get; } = product;

    /// <summary>Its source, and the values of its attributes that divide the feedback.</summary>
    public IReadOnlyList<Slice> Slices { get; } = slices ?? [];

    public Feature[] Features { get; } = features;

    /// <summary>The space it lies in.</summary>
    public MeaningSpace Space
    {
        get => _space;
        set => (_space, _meaning, Nearness) = (value, null, null);
    }

    /// <summary>Where it lies; found out when it is first asked for, since many reports never are.</summary>
    public Meaning Meaning => _meaning ??= _space.Place(Features);

    /// <summary>Who counts as near it on its product and among all products; null until it was asked for in the present space.</summary>
    public (Nearness Product, Nearness Everything)? Nearness { get; set; }

    /// <summary>What it counts as part of the past: less where an issue has explained it, so that an outbreak is not taken for what is usual.</summary>
    public double PastWeight { get; set; } = 1;
}
