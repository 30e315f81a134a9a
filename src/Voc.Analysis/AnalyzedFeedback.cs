using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc;

/// <summary>Feedback together with what the analysis read in its text.</summary>
/// <param name="Id">Identifier in the store, positive and below 2^53; in the order of <see cref="Feedback.OccurredAt"/>.</param>
/// <param name="Feedback">What was said.</param>
/// <param name="Text">What was read in it.</param>
public sealed record AnalyzedFeedback(long Id, Feedback Feedback, AnalyzedText Text);

/// <summary>What the analysis reads in one text. Every offset counts UTF-16 units of the text as it was given.</summary>
public sealed record AnalyzedText
{
    /// <summary>ISO 639-1 code of the main language, <c>und</c> where there is none to tell.</summary>
    public required string Language { get; init; }

    /// <summary>Sentiment of the whole text.</summary>
    public required Sentiment Sentiment { get; init; }

    /// <summary>Sentences in text order.</summary>
    public IReadOnlyList<SentenceSentiment> Sentences { get; init; } = [];

    /// <summary>What the writer wants: <c>complaint</c>, <c>request</c>, <c>question</c>, <c>praise</c>, <c>churn-risk</c>, <c>report</c>; most confident first.</summary>
    public IReadOnlyList<ScoredLabel> Intents { get; init; } = [];

    /// <summary>Topics of the taxonomy by their identifier; most confident first.</summary>
    public IReadOnlyList<ScoredLabel> Topics { get; init; } = [];

    /// <summary>Opinions in text order.</summary>
    public IReadOnlyList<Opinion> Opinions { get; init; } = [];

    /// <summary>Opinions in the words they are counted by, in text order.</summary>
    public IReadOnlyList<OpinionPair> Pairs { get; init; } = [];

    /// <summary>The words and compounds the text is about, most important first, in base form.</summary>
    public IReadOnlyList<string> Keyphrases { get; init; } = [];

    /// <summary>Terms of the search index in text order, without particles and auxiliaries.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>The words that are several of the terms, in text order.</summary>
    public IReadOnlyList<CompoundWord> Compounds { get; init; } = [];

    /// <summary>The same number, up to 2^48, for texts that say the same in nearly the same words; 0 where it has hardly a letter.</summary>
    public long Wording { get; init; }
}

/// <summary>The three sentiment labels.</summary>
public enum SentimentLabel
{
    /// <summary>The writer is displeased.</summary>
    Negative = -1,

    /// <summary>A fact, a greeting, a plain question, or no leaning.</summary>
    Neutral = 0,

    /// <summary>The writer is pleased.</summary>
    Positive = 1,
}

/// <summary>Sentiment of a text.</summary>
/// <param name="Label">The label.</param>
/// <param name="Score">From −1 (negative) to 1 (positive).</param>
/// <param name="Confidence">Probability that the label is right, 0 to 1.</param>
public sealed record Sentiment(SentimentLabel Label, double Score, double Confidence);

/// <summary>Sentiment of one sentence.</summary>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Label">The label.</param>
/// <param name="Score">From −1 to 1.</param>
public sealed record SentenceSentiment(int Start, int Length, SentimentLabel Label, double Score);

/// <summary>A label with the confidence in it.</summary>
/// <param name="Label">The label.</param>
/// <param name="Confidence">Probability that it applies, 0 to 1.</param>
public sealed record ScoredLabel(string Label, double Confidence);

/// <summary>An opinion: something said about something.</summary>
/// <param name="Target">What it is about, in base form, or null where the text leaves it out.</param>
/// <param name="Expression">What is said about it, in base form, without the negation.</param>
/// <param name="Polarity">−1, 0 or 1, after negation.</param>
/// <param name="Negated">Whether the expression is negated.</param>
/// <param name="Modality"><c>fact</c>, <c>wish</c>, <c>question</c>, <c>hypothetical</c>, <c>resolved</c> or <c>hearsay</c>.</param>
/// <param name="Start">Offset of the first UTF-16 unit of the expression with its negation.</param>
/// <param name="Length">Length of that in UTF-16 units.</param>
public sealed record Opinion(string? Target, string Expression, int Polarity, bool Negated, string Modality, int Start, int Length);
