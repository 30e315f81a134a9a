using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Feedback of the archive, with what its entry in the index needs.</summary>
internal sealed record Archived(long Id, int SourceId, DateOnly Day, string Text, Feedback Feedback);

/// <summary>Writes another reading over the one that is stored, and the entry in the index with it, inside the open transaction.</summary>
internal static class StoredFeedback
{
    private const string UpdateReading =
        "UPDATE feedback SET Language=$language, Sentiment=$sentiment, Score=$score, Confidence=$confidence, Reading=$reading, ReadingVersion=$version WHERE Id=$id";

    /// <summary>Writes; false where the feedback was deleted since it was read, which it stays.</summary>
    public static bool Rewrite(StoreConnection connection, Archived archived, AnalyzedText text, int version)
    {
        var changed = connection.Execute(
            UpdateReading,
            ("$id", archived.Id),
            ("$language", text.Language),
            ("$sentiment", (int)text.Sentiment.Label),
            ("$score", text.Sentiment.Score),
            ("$confidence", text.Sentiment.Confidence),
            ("$reading", StoredReading.Write(text)),
            ("$version", version));
        if (changed == 0)
        {
            return false;
        }
        FeedbackIndex.Remove(connection, archived.Id);
        FeedbackIndex.Add(connection, new AnalyzedFeedback(archived.Id, archived.Feedback, text), archived.SourceId, archived.Day);
        return true;
    }
}
