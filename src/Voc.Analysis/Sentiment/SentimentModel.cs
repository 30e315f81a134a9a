using Voc.Analysis.Learning;
using Voc.Analysis.Opinions;

namespace Voc.Analysis.Sentiment;

/// <summary>
/// Judges sentences and texts: a product of three experts (Hinton, "Training products of experts", 2002). One knows phrases, one
/// what lexicon and grammar read in the sentence, both learned by multinomial logistic regression; the third is the lexicon's own
/// score. Each alone is weak where the others are strong: phrases on wording never seen, the lexicon on what goes without saying.
/// </summary>
/// <param name="phrases">Scores of the labels negative, neutral, positive from <see cref="WordingFeatures.Phrases"/>.</param>
/// <param name="composition">The same from <see cref="FindingFeatures.Composition"/>.</param>
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

    /// <summary>The same model with some of its experts only.</summary>
    public SentimentModel With(SentimentExperts experts) => experts == SentimentExperts.Lexicon
        ? new(phrases, composition, SentimentBlend.LexiconOnly)
        : new(phrases, composition, blend with
        {
            Phrases = experts.HasFlag(SentimentExperts.Phrases) ? blend.Phrases : 0,
            Composition = experts.HasFlag(SentimentExperts.Composition) ? blend.Composition : 0,
            Lexicon = experts.HasFlag(SentimentExperts.Lexicon) ? blend.Lexicon : 0,
        });

    /// <summary>Judges a text and its sentences.</summary>
    /// <param name="p">The text.</param>
    /// <param name="sentences">What was read in it.</param>
    /// <param name="odds">Receives the odds of each sentence.</param>
    /// <param name="features">Works with it, and leaves the phrases of the whole text in it.</param>
    public SentimentOdds Read(Passage p, ReadSentence[] sentences, SentimentOdds[] odds, FeatureBuilder features)
    {
        Span<float> known = stackalloc float[3];
        Span<float> composed = stackalloc float[3];
        Span<float> composedMean = stackalloc float[3];
        for (var i = 0; i < sentences.Length; i++)
        {
            features.Clear();
            FindingFeatures.Composition(p, sentences[i], features);
            composition.Score(features.Features, composed);
            features.Clear();
            WordingFeatures.Phrases(p, [sentences[i]], features);
            phrases.Score(features.Features, known);
            odds[i] = blend.Of(known, composed, sentences[i].Score);
            for (var label = 0; label < composed.Length; label++)
            {
                composedMean[label] += composed[label] / sentences.Length;
            }
        }

        if (sentences.Length == 0)
        {
            features.Clear();
            return new(0, 1, 0);
        }

        if (sentences.Length == 1)
        {
            return odds[0];
        }

        features.Clear();
        WordingFeatures.Phrases(p, sentences, features);
        phrases.Score(features.Features, known);
        return Mixture(sentences, odds).Mean(blend.Of(known, composedMean, LexiconScore.Document(sentences)));
    }

    /// <summary>
    /// The odds of a text from those of its sentences: their mean, in which sentences that say nothing count little and the last one,
    /// where people conclude, more. What speaks for and against at once speaks for neutral.
    /// </summary>
    internal SentimentOdds Mixture(ReadSentence[] sentences, SentimentOdds[] odds)
    {
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
