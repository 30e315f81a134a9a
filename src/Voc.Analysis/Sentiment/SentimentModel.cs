using Voc.Analysis.Learning;
using Voc.Analysis.Opinions;

namespace Voc.Analysis.Sentiment;

/// <summary>
/// Judges sentences and texts: a product of three experts (Hinton, "Training products of experts", 2002). One knows phrases, one
/// what lexicon and grammar read in the sentence, both learned by multinomial logistic regression; the third is the lexicon's own
/// score. Each alone is weak where the others are strong: phrases on wording never seen, the lexicon on what goes without saying.
/// </summary>
/// <param name="phrases">Scores of the labels negative, neutral, positive from <see cref="ReadingFeatures.Phrases"/>.</param>
/// <param name="composition">The same from <see cref="ReadingFeatures.Composition"/>.</param>
/// <param name="blend">How the three are weighed.</param>
internal sealed class SentimentModel(LinearModel phrases, LinearModel composition, SentimentBlend blend)
{
    private const float SilentSentence = 0.3f;
    private const float LastSentence = 1.3f;
    private const float BeforeTurn = 0.7f;

    /// <summary>The labels in the order of the models' scores.</summary>
    public static string[] Labels { get; } = ["negative", "neutral", "positive"];

    public LinearModel Phrases => phrases;

    public LinearModel Composition => composition;

    public SentimentBlend Blend => blend;

    /// <summary>The odds of each sentence.</summary>
    public SentimentOdds[] Sentences(Passage p, ReadSentence[] sentences, FeatureBuilder builder) => Array.ConvertAll(sentences, s => Sentence(p, s, builder));

    private SentimentOdds Sentence(Passage p, in ReadSentence sentence, FeatureBuilder builder)
    {
        Span<float> known = stackalloc float[3];
        Span<float> composed = stackalloc float[3];
        builder.Clear();
        ReadingFeatures.Phrases(p, [sentence], builder);
        phrases.Score(builder.Features, known);
        builder.Clear();
        ReadingFeatures.Composition(p, sentence, builder);
        composition.Score(builder.Features, composed);
        return blend.Of(known, composed, sentence.Score);
    }

    /// <summary>
    /// The odds of a text from those of its sentences: their mean, in which sentences that say nothing count little and the last one,
    /// where people conclude, more. What speaks for and against at once speaks for neutral.
    /// </summary>
    public SentimentOdds Document(ReadOnlySpan<ReadSentence> sentences, ReadOnlySpan<SentimentOdds> odds)
    {
        if (odds.Length == 0)
        {
            return new(0, 1, 0);
        }

        var (negative, neutral, positive, weights) = (0f, 0f, 0f, 0f);
        for (var i = 0; i < odds.Length; i++)
        {
            var weight = 1 - ((1 - SilentSentence) * odds[i].Neutral);
            weight *= i == odds.Length - 1 && odds.Length > 1 ? LastSentence : 1;
            weight *= i + 1 < odds.Length && sentences[i + 1].Turns ? BeforeTurn : 1;
            (negative, neutral, positive) = (negative + (weight * odds[i].Negative), neutral + (weight * odds[i].Neutral), positive + (weight * odds[i].Positive));
            weights += weight;
        }

        var both = blend.Opposed * Math.Min(negative, positive) / weights;
        return new((negative / weights) - both, (neutral / weights) + (2 * both), (positive / weights) - both);
    }
}
