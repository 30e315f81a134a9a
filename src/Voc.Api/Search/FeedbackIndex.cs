using Voc.Analysis.Search;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// Writes the search index, in the transaction that writes the feedback: the terms and labels for matching, and the row that
/// <see cref="SearchColumns"/> holds in memory for facets and ranking.
/// </summary>
internal static class FeedbackIndex
{
    public static void Add(StoreConnection connection, AnalyzedFeedback analyzed, int sourceId, DateOnly day)
    {
        var terms = analyzed.Text.Terms;
        connection.Execute(
            StoreSql.InsertIndex,
            ("$id", analyzed.Id),
            ("$terms", string.Join(' ', terms)),
            ("$labels", string.Join(' ', IndexLabels.Of(analyzed))));
        connection.Execute(
            StoreSql.InsertSearchRow,
            ("$id", analyzed.Id),
            ("$source", sourceId),
            ("$channel", (int)analyzed.Feedback.Channel),
            ("$sentiment", (int)analyzed.Text.Sentiment.Label),
            ("$month", Month.Of(day)),
            ("$count", terms.Count),
            ("$product", analyzed.Feedback.Product),
            ("$topics", string.Join(' ', analyzed.Text.Topics.Select(t => t.Label))));
    }

    /// <summary>Takes feedback out of the index, inside the transaction that deletes it.</summary>
    public static void Remove(StoreConnection connection, long id)
    {
        connection.Execute(StoreSql.DeleteIndex, ("$id", id));
        connection.Execute(StoreSql.DeleteSearchRow, ("$id", id));
    }
}

/// <summary>Months of the company's calendar, numbered.</summary>
internal static class Month
{
    public static int Of(DateOnly day) => (day.Year * 12) + day.Month - 1;

    /// <summary>Such as <c>2026-04</c>.</summary>
    public static string Name(int month) => $"{month / 12:0000}-{(month % 12) + 1:00}";
}
