namespace Voc.Ingest;

/// <summary>Feedback as an adapter found it: fields are filled, but nothing is checked, masked or pseudonymised yet.</summary>
public sealed record FeedbackDraft
{
    /// <summary>Name of the source.</summary>
    public required string? Source { get; init; }

    /// <summary>The source's own identifier of this feedback.</summary>
    public required string? ExternalId { get; init; }

    /// <summary>The kind of place it was said in.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The verbatim as it came.</summary>
    public required string? Text { get; init; }

    /// <summary>When the customer said it; null stands for the moment it is received.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The source's identifier of the customer (number, name, mail address), or null. Never stored.</summary>
    public string? Customer { get; init; }

    /// <summary>Name of the product, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Scores by name, as in <see cref="Feedback.Scores"/>.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = NoScores;

    /// <summary>Other fields by name; blank values are left out.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    internal static IReadOnlyDictionary<string, double> NoScores { get; } = new Dictionary<string, double>();

    internal static IReadOnlyDictionary<string, string> NoAttributes { get; } = new Dictionary<string, string>();
}
