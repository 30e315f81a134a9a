namespace Voc.Api.Reading;

/// <summary>In which respects two readings of a text differ.</summary>
[Flags]
internal enum ReadingDifference
{
    None = 0,
    Sentiment = 1,

    /// <summary>The label and not only the score.</summary>
    SentimentLabel = 2,
    Opinions = 4,
    Intents = 8,
    Topics = 16,
    Segmentation = 32,
}

internal static class ReadingDifferences
{
    /// <summary>Scores that differ by less look the same on any page.</summary>
    private const double Visible = 0.005;

    /// <summary>What differs; the segmentation is compared apart.</summary>
    public static ReadingDifference Between(AnalyzedText before, AnalyzedText after)
    {
        var difference = ReadingDifference.None;
        if (before.Sentiment.Label != after.Sentiment.Label)
        {
            difference |= ReadingDifference.Sentiment | ReadingDifference.SentimentLabel;
        }
        else if (Math.Abs(before.Sentiment.Score - after.Sentiment.Score) >= Visible)
        {
            difference |= ReadingDifference.Sentiment;
        }
        difference |= before.Opinions.SequenceEqual(after.Opinions) ? 0 : ReadingDifference.Opinions;
        difference |= Same(before.Intents, after.Intents) ? 0 : ReadingDifference.Intents;
        difference |= Same(before.Topics, after.Topics) ? 0 : ReadingDifference.Topics;
        return difference;
    }

    /// <summary>The names of respects, for the API.</summary>
    public static IReadOnlyList<string> Names(this ReadingDifference difference) =>
        [.. new[] { ReadingDifference.Sentiment, ReadingDifference.Opinions, ReadingDifference.Intents, ReadingDifference.Topics, ReadingDifference.Segmentation }
            .Where(d => difference.HasFlag(d)).Select(d => d.ToString().ToLowerInvariant())];

    private static bool Same(IReadOnlyList<ScoredLabel> before, IReadOnlyList<ScoredLabel> after) =>
        before.Count == after.Count && before.Select(l => l.Label).ToHashSet(StringComparer.Ordinal).SetEquals(after.Select(l => l.Label));
}
