using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Writes another reading over the one that is stored, and the entry in the index with it, inside the open transaction.</summary>
internal static class StoredFeedback
{
    private const string UpdateReading =
        "UPDATE feedback SET Language=$language, Sentiment=$sentiment, Score=$score, Confidence=$confidence, Reading=$reading, ReadingVersion=$version WHERE Id=$id";

    /// <summary>Writes; false where the feedback was deleted since it was read, which it stays.</summary>
    public static bool Rewrite(StoreConnection connection, long id, string verbatim, AnalyzedText text, int version)
    {
        var changed = connection.Execute(
            UpdateReading,
            ("$id", id),
            ("$language", text.Language),
            ("$sentiment", (int)text.Sentiment.Label),
            ("$score", text.Sentiment.Score),
            ("$confidence", text.Sentiment.Confidence),
            ("$reading", StoredReading.Write(text, verbatim)),
            ("$version", version));
        if (changed == 0)
        {
            return false;
        }
        FeedbackIndex.Add(connection, id, text);
        return true;
    }
}
