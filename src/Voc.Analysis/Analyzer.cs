namespace Voc.Analysis;

/// <summary>Reads a text: the whole flow of the analysis, on one screen. Safe for any number of threads.</summary>
public sealed class Analyzer
{
    private static readonly Voc.Sentiment Neutral = new(SentimentLabel.Neutral, 0, 0);
    private readonly string _language = "und";

    /// <summary>Reads one text. The same text gives the same answer on any thread.</summary>
    /// <param name="text">Any string; empty text gives a neutral answer with nothing in it.</param>
    public AnalyzedText Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new() { Language = _language, Sentiment = Neutral };
    }
}
