using System.Text.Json;
using Voc.Api.Masking;
using Voc.Api.Search;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;

namespace Voc.Api.Pipeline;

/// <summary>An inbox item as the workers handle it.</summary>
internal sealed record InboxItem(long Arrival, long Id, int SourceId, string ExternalId, byte[] Payload, DateTimeOffset ReceivedAt, int Attempts)
{
    public Feedback Read() => JsonSerializer.Deserialize(Payload, StoredJson.Default.Feedback)!;
}

/// <summary>Moves analysed feedback from the inbox into the archive: row, search terms and event, inside the open transaction.</summary>
internal static class FeedbackCommit
{
    public static int Apply(StoreConnection connection, IReadOnlyList<(InboxItem Item, AnalyzedFeedback Analyzed)> batch, int version, TimeZoneInfo zone, DateTimeOffset now)
    {
        var moved = new List<CountedText>(batch.Count);
        foreach (var (item, analyzed) in batch)
        {
            if (connection.Execute(StoreSql.DeleteInbox, ("$arrival", item.Arrival)) == 0)
            {
                continue; // Moved already: a commit whose answer was lost.
            }
            InsertFeedback(connection, item, analyzed, version, zone);
            FeedbackIndex.Add(connection, item.Id, analyzed.Text);
            connection.AppendEvent(EventKind.FeedbackArrived, item.Id, now);
            moved.Add(new CountedText(item.SourceId, item.ReceivedAt, analyzed.Feedback.Text, analyzed.Text.Language));
        }
        SourceHours.Analysed(connection, moved);
        ReindexRun.ReopenTouched(connection, version);
        return moved.Count;
    }

    private static void InsertFeedback(StoreConnection connection, InboxItem item, AnalyzedFeedback analyzed, int version, TimeZoneInfo zone)
    {
        var (feedback, text) = (analyzed.Feedback, analyzed.Text);
        connection.Execute(
            StoreSql.InsertFeedback,
            ("$id", item.Id),
            ("$source", item.SourceId),
            ("$external", item.ExternalId),
            ("$channel", (int)feedback.Channel),
            ("$text", feedback.Text),
            ("$occurred", feedback.OccurredAt.ToUnixTimeMilliseconds()),
            ("$received", item.ReceivedAt.ToUnixTimeMilliseconds()),
            ("$day", CompanyDay.Of(feedback.OccurredAt, zone).DayNumber),
            ("$customer", feedback.Customer),
            ("$product", feedback.Product),
            ("$scores", feedback.Scores.Count == 0 ? null : JsonSerializer.Serialize(feedback.Scores, StoredJson.Default.IReadOnlyDictionaryStringDouble)),
            ("$attributes", feedback.Attributes.Count == 0 ? null : JsonSerializer.Serialize(feedback.Attributes, StoredJson.Default.IReadOnlyDictionaryStringString)),
            ("$language", text.Language),
            ("$sentiment", (int)text.Sentiment.Label),
            ("$score", text.Sentiment.Score),
            ("$confidence", text.Sentiment.Confidence),
            ("$reading", StoredReading.Write(text, feedback.Text)),
            ("$version", version));
        if (feedback.KeptOriginal is { } original)
        {
            connection.Execute(OriginalVault.Insert, ("$id", item.Id), ("$protected", original));
        }
    }
}
