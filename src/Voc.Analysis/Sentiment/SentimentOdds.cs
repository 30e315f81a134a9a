namespace Voc.Analysis.Sentiment;

/// <summary>How likely each of the three labels is; they sum to 1.</summary>
internal readonly record struct SentimentOdds(float Negative, float Neutral, float Positive)
{
    /// <summary>From −1 to 1: what is expected of the label.</summary>
    public float Score => Positive - Negative;

    public SentimentLabel Label =>
        Positive > Negative && Positive >= Neutral ? SentimentLabel.Positive
        : Negative > Positive && Negative >= Neutral ? SentimentLabel.Negative
        : SentimentLabel.Neutral;

    public float Confidence => Of(Label);

    public float Of(SentimentLabel label) => label switch
    {
        SentimentLabel.Positive => Positive,
        SentimentLabel.Negative => Negative,
        _ => Neutral,
    };

    public SentimentOdds Mean(SentimentOdds other) =>
        new((Negative + other.Negative) / 2, (Neutral + other.Neutral) / 2, (Positive + other.Positive) / 2);

    public Voc.Sentiment ToSentiment() => new(Label, Math.Round(Score, 4), Math.Round(Confidence, 4));

    /// <summary>The odds of logarithms of odds, by softmax.</summary>
    public static SentimentOdds Of(double negative, double neutral, double positive)
    {
        var most = Math.Max(negative, Math.Max(neutral, positive));
        var (n, o, p) = (Math.Exp(negative - most), Math.Exp(neutral - most), Math.Exp(positive - most));
        var sum = n + o + p;
        return new((float)(n / sum), (float)(o / sum), (float)(p / sum));
    }
}
