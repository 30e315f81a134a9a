using Voc.Analysis.Opinions;

namespace Voc.Analysis.Sentiment;

/// <summary>Turns sums of polarity into scores, labels and a confidence.</summary>
internal static class SentimentModel
{
    // A sum this large stands half way between neutral and certain.
    private const double Half = 0.55;
    private const double LabelFrom = 0.16;
    private const double SilentSentence = 0.3;
    private const double LastSentence = 1.3;
    private const double BeforeTurn = 0.7;
    private const double Sharpness = 6;
    private const double NeutralWidth = 0.2;

    /// <summary>Score of a sentence, −1 to 1, from the sum of what its findings are worth.</summary>
    public static double Score(double sum) => sum / (Math.Abs(sum) + Half);

    /// <summary>Label of a score.</summary>
    public static SentimentLabel Label(double score) =>
        score >= LabelFrom ? SentimentLabel.Positive : score <= -LabelFrom ? SentimentLabel.Negative : SentimentLabel.Neutral;

    /// <summary>Sentiment of a text from the scores of its sentences; the last one, where people conclude, counts more.</summary>
    public static Voc.Sentiment Document(ReadOnlySpan<ReadSentence> sentences)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < sentences.Length; i++)
        {
            var weight = i == sentences.Length - 1 && sentences.Length > 1 ? LastSentence : 1;
            weight *= i + 1 < sentences.Length && sentences[i + 1].Turns ? BeforeTurn : 1;
            sum += weight * sentences[i].Score;
            weights += weight * (Label(sentences[i].Score) == SentimentLabel.Neutral ? SilentSentence : 1);
        }

        var score = weights == 0 ? 0 : Math.Clamp(sum / weights, -1, 1);
        return new(Label(score), Math.Round(score, 4), Math.Round(Confidence(score), 4));
    }

    /// <summary>Probability of the label of a score: a fixed logistic curve over the three labels.</summary>
    public static double Confidence(double score)
    {
        var negative = Math.Exp(Sharpness * (-score - NeutralWidth));
        var positive = Math.Exp(Sharpness * (score - NeutralWidth));
        var sum = negative + positive + 1;
        return Label(score) switch
        {
            SentimentLabel.Negative => negative / sum,
            SentimentLabel.Positive => positive / sum,
            _ => 1 / sum,
        };
    }
}
