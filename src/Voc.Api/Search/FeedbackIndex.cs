using System.Text;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// Writes what is kept of the search index, in the transaction that writes the feedback. What the feedback's own row has is not kept
/// twice; <see cref="IndexEntries"/> reads both.
/// </summary>
internal static class FeedbackIndex
{
    public static void Add(StoreConnection connection, long id, AnalyzedText text) => connection.Execute(
        StoreSql.InsertSearchRow,
        ("$id", id),
        ("$terms", Encoding.UTF8.GetBytes(string.Join(' ', text.Terms))),
        ("$opinions", string.Join('\t', text.Pairs.Select(p => p.Key))));

    /// <summary>Takes feedback out of the index, inside the transaction that deletes it.</summary>
    public static void Remove(StoreConnection connection, long id) => connection.Execute(StoreSql.DeleteSearchRow, ("$id", id));
}
