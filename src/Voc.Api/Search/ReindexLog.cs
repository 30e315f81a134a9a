using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Texts that were read anew in one transaction: those named, or where none are all between the first and the last.</summary>
internal readonly record struct ReindexChunk(long First, long Last, IReadOnlyList<long>? Ids);

/// <summary>
/// Notes which texts were read anew, a row a transaction, so that the index in the memory of every process can follow without an event
/// for each text. Numbers have no gaps: who finds one missing was away too long and has to load the index again.
/// </summary>
internal static class ReindexLog
{
    private const string Insert = "INSERT INTO reindex_chunk (Run, FirstId, LastId, Ids) VALUES ($run, $first, $last, $ids)";
    private const string LastNumber = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name='reindex_chunk'), 0)";
    private const string Following = "SELECT FirstId, LastId, Ids FROM reindex_chunk WHERE Id > $after ORDER BY Id";
    private const string DeleteOld = "DELETE FROM reindex_chunk WHERE Run IN (SELECT Id FROM reindex WHERE FinishedAt < $before)";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static void Append(StoreConnection connection, long run, ReindexChunk chunk) => connection.Execute(
        Insert, ("$run", run), ("$first", chunk.First), ("$last", chunk.Last), ("$ids", chunk.Ids is null ? null : PackedIds.Write(chunk.Ids)));

    /// <summary>The number of the last chunk there ever was.</summary>
    public static long Last(StoreConnection connection) => (long)connection.Scalar(LastNumber)!;

    /// <summary>The chunks after a number, up to the last; null where some of them are gone.</summary>
    public static IReadOnlyList<ReindexChunk>? Read(StoreConnection connection, long after, long last)
    {
        var chunks = new List<ReindexChunk>();
        using var rows = connection.Query(Following, ("$after", after));
        while (rows.Read())
        {
            chunks.Add(new(rows.GetInt64(0), rows.GetInt64(1), rows.IsDBNull(2) ? null : PackedIds.Read(rows.GetFieldValue<byte[]>(2))));
        }
        return chunks.Count == last - after ? chunks : null;
    }

    /// <summary>Forgets the chunks of runs that finished so long ago that every process that lives has followed.</summary>
    public static void Prune(StoreConnection connection, DateTimeOffset now) =>
        connection.Execute(DeleteOld, ("$before", (now - Kept).ToUnixTimeMilliseconds()));
}
