namespace Voc;

/// <summary>Where a customer said something.</summary>
public enum Channel
{
    /// <summary>An answer to a survey.</summary>
    Survey,

    /// <summary>A message sent through a contact form.</summary>
    ContactForm,

    /// <summary>A note typed by support staff about a call.</summary>
    CallNote,

    /// <summary>A review on a review site or in an app store.</summary>
    Review,

    /// <summary>A post on a social network.</summary>
    Social,
}

/// <summary>
/// One thing a customer said, as an adapter hands it to the inbox: decoded, mapped to fields and with personal data already masked.
/// </summary>
public sealed record Feedback
{
    /// <summary>Name of the source it came from; unique in an installation.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own identifier. <see cref="Source"/> and this together identify the feedback for ever.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The kind of place it was said in.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The verbatim, masked; 1 to 100,000 UTF-16 units, never blank.</summary>
    public required string Text { get; init; }

    /// <summary>The verbatim as it came, encrypted, where its source keeps it and masking changed it; else null.</summary>
    public string? KeptOriginal { get; init; }

    /// <summary>When the customer said it; from 1970-01-01 to a day after it was received.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Pseudonym of the customer, or null where the source does not know.</summary>
    public string? Customer { get; init; }

    /// <summary>Name of the product it is about, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Scores the customer gave, by name: <c>rating</c> 1–5, <c>nps</c> 0–10, <c>csat</c> 1–5.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = new Dictionary<string, double>();

    /// <summary>Anything else the source told, by name, such as region or segment.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
