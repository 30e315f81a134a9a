using Voc.Analysis.Retrieval;
using Voc.Api.Feedbacks;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Search;

/// <summary>What a list shows of a text and the index does not hold: the words as they were said, when, and by whom.</summary>
internal readonly record struct HitText(string Verbatim, DateTimeOffset OccurredAt, string? Customer)
{
    private const string One = "SELECT Text, OccurredAt, Customer FROM feedback WHERE Id=$id";

    public static HitText? Read(StoreConnection connection, long id)
    {
        using var row = connection.Query(One, ("$id", id));
        return row.Read() ? new HitText(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetString(2)) : null;
    }

    /// <summary>A summary for lists, from the index but for these.</summary>
    public static FeedbackSummary Summary(in IndexedText known, HitText text, TopicNames topics) => new(
        known.Id, known.Channel.Name(), known.Source, known.Product, text.OccurredAt, text.Verbatim,
        new SentimentSummary(known.Sentiment.Name(), known.Score),
        [.. known.Topics.Select(topics.Summary)],
        known.Intents);
}
