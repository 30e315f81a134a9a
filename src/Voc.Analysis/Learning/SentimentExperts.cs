namespace Voc.Analysis.Learning;

/// <summary>The parts of the judgement on sentiment, to measure what each is worth.</summary>
[Flags]
public enum SentimentExperts
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The lexicon's own score.</summary>
    Lexicon = 1,

    /// <summary>What was learned of wording.</summary>
    Phrases = 2,

    /// <summary>What was learned of the findings of lexicon and grammar.</summary>
    Composition = 4,

    /// <summary>All of them: what the product uses.</summary>
    All = Lexicon | Phrases | Composition,
}
