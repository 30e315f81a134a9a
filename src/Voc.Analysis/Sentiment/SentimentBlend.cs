namespace Voc.Analysis.Sentiment;

/// <summary>How the experts on sentiment are weighed against each other.</summary>
/// <param name="Phrases">Factor of the scores of phrases.</param>
/// <param name="Composition">Factor of the scores of composition.</param>
/// <param name="Lexicon">Factor of the lexicon's own score, −1 to 1.</param>
/// <param name="Neutral">Added to the logarithm of the odds of neutral.</param>
/// <param name="Opposed">How much of what speaks for and against at once goes to neutral, 0 to 1.</param>
internal readonly record struct SentimentBlend(float Phrases, float Composition, float Lexicon, float Neutral, float Opposed)
{
    // 「味は良いが高い」 leans to neither side, however much it says.
    private const double MixedToNeutral = 1.5;

    /// <summary>The lexicon alone, for where nothing was learned.</summary>
    public static SentimentBlend LexiconOnly => new(0, 0, 6, 1.2f, 0.3f);

    /// <summary>The same weighing, surer or less sure of itself.</summary>
    public SentimentBlend Sharpened(float factor) => new(factor * Phrases, factor * Composition, factor * Lexicon, factor * Neutral, Opposed);

    /// <summary>The odds of a sentence from the scores of the experts, each in the order negative, neutral, positive, and how much is said for and against at once.</summary>
    public SentimentOdds Of(ReadOnlySpan<float> phrases, ReadOnlySpan<float> composition, double lexicon, double mixed) => SentimentOdds.Of(
        (Phrases * phrases[0]) + (Composition * composition[0]) - (Lexicon * lexicon),
        (Phrases * phrases[1]) + (Composition * composition[1]) + Neutral + (Phrases == 0 ? 0 : MixedToNeutral * Math.Min(mixed, 1)),
        (Phrases * phrases[2]) + (Composition * composition[2]) + (Lexicon * lexicon));
}
