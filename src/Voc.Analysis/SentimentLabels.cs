namespace Voc;

/// <summary>The names the sentiment labels go by in files, in the API and on the command line.</summary>
public static class SentimentLabels
{
    /// <summary><c>negative</c>, <c>neutral</c> or <c>positive</c>.</summary>
    public static string Name(this SentimentLabel label) => label switch
    {
        SentimentLabel.Negative => "negative",
        SentimentLabel.Positive => "positive",
        _ => "neutral",
    };
}
