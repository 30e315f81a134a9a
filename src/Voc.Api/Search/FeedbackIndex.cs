using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Writes the search index, in the transaction that writes the feedback.</summary>
internal static class FeedbackIndex
{
    public static void Add(StoreConnection connection, AnalyzedFeedback analyzed) =>
        connection.Execute(
            StoreSql.InsertIndex,
            ("$id", analyzed.Id),
            ("$terms", string.Join(' ', analyzed.Text.Terms)),
            ("$labels", string.Join(' ', Labels(analyzed))));

    private static IEnumerable<string> Labels(AnalyzedFeedback analyzed) =>
        analyzed.Text.Topics.Select(t => "topic:" + t.Label).Concat(analyzed.Text.Intents.Select(i => "intent:" + i.Label));
}
