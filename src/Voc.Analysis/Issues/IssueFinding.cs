namespace Voc.Analysis.Issues;

/// <summary>A new issue, or a change of one.</summary>
public sealed record IssueFinding
{
    /// <summary>The issue; the host sets its identifier once it is stored.</summary>
    public required TrackedIssue Issue { get; init; }

    /// <summary>The issue it was split off from just now, because it is another cause; its feedback is no longer that issue's.</summary>
    public TrackedIssue? PartedFrom { get; init; }

    /// <summary>Which way it rises.</summary>
    public required IssuePolarity Polarity { get; init; }

    /// <summary>Name of the product, or null where it crosses products.</summary>
    public string? Product { get; init; }

    /// <summary>What its feedback has in common besides the product: the source or the value of an attribute; null where it comes from all.</summary>
    public Slice? Slice { get; init; }

    /// <summary>Title in the customers' own words.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The words it is about, most telling first.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>The candidates it explains, strongest first.</summary>
    public required IReadOnlyList<CandidateKey> Keys { get; init; }

    /// <summary>Company day its rise began.</summary>
    public required DateOnly Onset { get; init; }

    /// <summary>The last company day on which it was surprising.</summary>
    public required DateOnly LastRise { get; init; }

    /// <summary>When the first of its feedback was said.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When the last of its feedback was said.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When it was found.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>Its count when it was most surprising.</summary>
    public required IssuePeak Peak { get; init; }

    /// <summary>How much it matters.</summary>
    public required IssueSeverity Severity { get; init; }

    /// <summary>Identifiers of feedback that belongs to it and was not named before.</summary>
    public required IReadOnlyList<long> NewFeedback { get; init; }
}
