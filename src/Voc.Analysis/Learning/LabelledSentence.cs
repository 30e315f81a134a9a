namespace Voc.Analysis.Learning;

/// <summary>A sentence of the labelled corpus.</summary>
public sealed record LabelledSentence
{
    /// <summary>File and line, such as <c>services.jsonl:12</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The author's batch: the file without its extension.</summary>
    public required string Batch { get; init; }

    /// <summary>Whether it is held out for measuring.</summary>
    public required bool IsHeldOut { get; init; }

    /// <summary>The sentence, sometimes a few.</summary>
    public required string Text { get; init; }

    /// <summary>The writer's leaning.</summary>
    public required SentimentLabel Sentiment { get; init; }

    /// <summary>Every intent; may be empty.</summary>
    public required IReadOnlyList<string> Intents { get; init; }

    /// <summary>Identifier of the best topic of the taxonomy.</summary>
    public required string Topic { get; init; }

    /// <summary>One of <see cref="LabelledCorpus.Industries"/>.</summary>
    public required string Industry { get; init; }

    /// <summary>The channel by its name.</summary>
    public required string Channel { get; init; }

    /// <summary>Every opinion in the text, or null where nobody looked.</summary>
    public IReadOnlyList<LabelledOpinion>? Opinions { get; init; }

    /// <summary>The sentence as a text with labels.</summary>
    public LabelledText ToText() => new(Text, Sentiment, Intents, [Topic], Batch);
}

/// <summary>An opinion as its author marked it.</summary>
/// <param name="Target">What it is about, as written in the text, or null where left out.</param>
/// <param name="Expression">What is said, as written in the text.</param>
/// <param name="Polarity">−1, 0 or 1.</param>
public sealed record LabelledOpinion(string? Target, string Expression, int Polarity);
