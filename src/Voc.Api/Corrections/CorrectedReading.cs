using Voc.Api.Storage;

namespace Voc.Api.Corrections;

/// <summary>Puts the labels that people gave in the place of those that were read.</summary>
internal static class CorrectedReading
{
    private const string Between = "SELECT FeedbackId, Labels FROM correction WHERE FeedbackId BETWEEN $first AND $last";

    /// <summary>A reading with the labels that were corrected; a person is certain.</summary>
    public static AnalyzedText With(this AnalyzedText text, Labels? labels) => labels is null ? text : text with
    {
        Sentiment = Sentiment(text.Sentiment, labels.Sentiment),
        Intents = labels.Intents is null ? text.Intents : Certain(labels.Intents),
        Topics = labels.Topics is null ? text.Topics : Certain(labels.Topics),
    };

    /// <summary>The corrections that hold for feedback between two identifiers, both included.</summary>
    public static Dictionary<long, Labels> Read(StoreConnection connection, long first, long last)
    {
        using var rows = connection.Query(Between, ("$first", first), ("$last", last));
        var corrections = new Dictionary<long, Labels>();
        while (rows.Read())
        {
            corrections[rows.GetInt64(0)] = Labels.Read(rows.GetString(1));
        }
        return corrections;
    }

    private static Voc.Sentiment Sentiment(Voc.Sentiment read, string? corrected)
    {
        if (corrected is null || !LabelNames.TrySentiment(corrected, out var label))
        {
            return read;
        }
        // Where the reading was right, its score says how strongly; where it was wrong, it says nothing.
        return new(label, read.Label == label ? read.Score : (int)label, 1);
    }

    private static IReadOnlyList<ScoredLabel> Certain(IReadOnlyList<string> labels) => [.. labels.Select(l => new ScoredLabel(l, 1))];
}
