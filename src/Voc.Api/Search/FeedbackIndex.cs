using Voc.Analysis.Search;
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
        ("$terms", TermLine.Write(text.Terms, text.Compounds)),
        ("$opinions", string.Join('\t', text.Pairs.Select(p => p.Key))),
        ("$wording", text.Wording));

    /// <summary>Writes the terms and the wording of a text anew, unless it was deleted or read with a later version than made them.</summary>
    public static void SetTerms(StoreConnection connection, long id, TextTerms terms, long wording, int version) => connection.Execute(
        StoreSql.UpdateTerms, ("$id", id), ("$terms", TermLine.Write(terms.Terms, terms.Compounds)), ("$wording", wording), ("$version", version));

    /// <summary>Takes feedback out of the index, inside the transaction that deletes it.</summary>
    public static void Remove(StoreConnection connection, long id) => connection.Execute(StoreSql.DeleteSearchRow, ("$id", id));
}
