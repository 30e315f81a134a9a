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

    /// <summary>The odds of a text: of its only sentence, or the mean of what its sentences say and what it says as a whole.</summary>
    /// <param name="sentences">What was read in it.</param>
    /// <param name="odds">The odds of each sentence.</param>
    /// <param name="known">Scores of the phrases of the whole text.</param>
    /// <param name="composed">Mean scores of the composition of its sentences.</param>
    public SentimentOdds Document(ReadSentence[] sentences, SentimentOdds[] odds, ReadOnlySpan<float> known, ReadOnlySpan<float> composed) => sentences.Length switch
    {
        0 => new(0, 1, 0),
        1 => odds[0],
        _ => Mixture(sentences, odds).Mean(blend.Of(known, composed, LexiconScore.Document(sentences), 0)),
    };

    /// <summary>
    /// The mean of the odds of sentences, in which sentences that say nothing count little and the last one,
    /// where people conclude, more. What speaks for and against at once speaks for neutral.
    /// </summary>
    private SentimentOdds Mixture(ReadSentence[] sentences, SentimentOdds[] odds)
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
