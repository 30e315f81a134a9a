namespace Voc.Dashboard.Live;

/// <summary>Feedback as lists show it.</summary>
/// <param name="Id">Identifier in the store.</param>
/// <param name="Channel">Name of the channel, such as <c>call-note</c>.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Product">Name of the product, or null.</param>
/// <param name="OccurredAt">When the customer said it.</param>
/// <param name="Text">The masked verbatim.</param>
/// <param name="Sentiment">Sentiment of the whole text.</param>
/// <param name="Topics">Topics, most confident first.</param>
/// <param name="Intents">Names of intents, most confident first.</param>
public record FeedbackSummary(
    long Id,
    string Channel,
    string Source,
    string? Product,
    DateTimeOffset OccurredAt,
    string Text,
    SentimentSummary Sentiment,
    IReadOnlyList<TopicSummary> Topics,
    IReadOnlyList<string> Intents);

/// <summary>Sentiment as lists show it.</summary>
/// <param name="Label"><c>positive</c>, <c>neutral</c> or <c>negative</c>.</param>
/// <param name="Score">From −1 to 1.</param>
public sealed record SentimentSummary(string Label, double Score);

/// <summary>A topic with its names for display.</summary>
/// <param name="Label">Identifier in the taxonomy.</param>
/// <param name="Name">Name in Japanese.</param>
/// <param name="NameEn">Name in English.</param>
public sealed record TopicSummary(string Label, string Name, string NameEn);
