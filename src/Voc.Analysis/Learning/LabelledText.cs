namespace Voc.Analysis.Learning;

/// <summary>A text with what a person says of it; null where nobody looked.</summary>
/// <param name="Text">The text, as it was given.</param>
/// <param name="Sentiment">The writer's leaning.</param>
/// <param name="Intents">Every intent of the text, of the names of <see cref="AnalyzedText.Intents"/>; may be empty.</param>
/// <param name="Topics">Identifiers of the taxonomy, the main one first; may be empty.</param>
/// <param name="Author">Who labelled it, where known: what one author wrote hangs together when models are cross-validated.</param>
public sealed record LabelledText(
    string Text,
    SentimentLabel? Sentiment = null,
    IReadOnlyList<string>? Intents = null,
    IReadOnlyList<string>? Topics = null,
    string? Author = null);
