namespace Voc.Analysis.Issues;

/// <summary>Settings of the detector.</summary>
public sealed record IssueDetectorOptions
{
    /// <summary>Fields that can be chosen for <see cref="SliceFields"/> at most.</summary>
    public const int MaxSliceFields = 8;

    /// <summary>False alarms to accept in a year, over everything that is watched. Default: 4.</summary>
    public double FalseAlarmsPerYear { get; init; } = 4;

    /// <summary>The zone in which the company counts days.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Candidates kept at most; a rare one takes about 0.4 KB, one that is in every text up to 25 KB. Default: 200,000.</summary>
    public int MaxCandidates { get; init; } = 200_000;

    /// <summary>Words that make a report grave.</summary>
    public required GraveWords GraveWords { get; init; }

    /// <summary>
    /// Fields that divide the feedback into slices in which issues are looked for too: <see cref="Slice.SourceField"/> or names of attributes,
    /// eight at most. Default: null, the source and attributes that turn out to have few values.
    /// </summary>
    public IReadOnlyList<string>? SliceFields { get; init; }

    /// <summary>Names of topics for titles. Default: the identifier.</summary>
    public Func<string, LocalizedText> TopicName { get; init; } = topic => new(topic, topic);
}
