using Voc.Api.Corrections;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>How far reading anew came: texts done of how many.</summary>
internal readonly record struct ReindexProgress(long Done, long Total);

/// <summary>
/// Reads texts of the archive anew and writes their reading and their entry in the index, in small transactions in the order of
/// identifiers. Labels that people corrected stay. Search goes on meanwhile, feedback may arrive and be deleted, and after an interruption
/// the next run goes on where this one stopped.
/// </summary>
internal sealed class Reindexer(Store store, GroupCommitWriter writer, CurrentReading reading, TimeProvider time)
{
    private const int ChunkSize = 256;
    private const int MergePages = 500;

    private const string Columns =
        "SELECT f.Id, f.SourceId, s.Name, f.Channel, f.Day, f.Product, f.Text, f.ExternalId, f.OccurredAt FROM feedback f JOIN source s ON s.Id = f.SourceId ";

    private const string Following = Columns + "WHERE f.Id > $after ORDER BY f.Id LIMIT $limit";
    private const string Named = Columns + "WHERE f.Id IN (SELECT value FROM json_each($ids)) ORDER BY f.Id";
    private const string StaleIds = "SELECT Id FROM feedback WHERE ReadingVersion < $version AND Id > $after";

    /// <summary>Reads all texts anew, and returns how many were read, those before an interruption included.</summary>
    /// <param name="restart">Whether to begin again although the last run was interrupted.</param>
    /// <param name="progress">Is told after each transaction.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <exception cref="StoreUnavailableException">A commit failed; run again to go on.</exception>
    public async Task<long> RunAsync(bool restart, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken = default)
    {
        var run = await StartAsync(ReindexScope.All, restart, by: null, cancellationToken);
        return await ContinueAsync(run, progress, cancellationToken);
    }

    /// <summary>Begins a run, or finds the one to go on with.</summary>
    public async Task<ReindexRun> StartAsync(ReindexScope scope, bool restart, string? by, CancellationToken cancellationToken)
    {
        await reading.RegisterAsync(writer, time, cancellationToken);
        return await writer.WriteAsync(connection => ReindexRun.Start(connection, scope, restart, reading.Now.Version, by, time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Brings a run to its end.</summary>
    public async Task<long> ContinueAsync(ReindexRun run, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        var stale = run.Scope == ReindexScope.Stale ? new Queue<long[]>(ReadStale(run.LastId)) : null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(run.Done, Math.Max(run.Total, run.Done)));
            var chunk = stale is null ? ReadFollowing(run.LastId) : stale.TryDequeue(out var ids) ? ReadNamed(ids) : [];
            if (chunk.Count == 0 && stale is { Count: > 0 })
            {
                continue; // Deleted since, all of them.
            }
            var now = reading.Now;
            var analyzed = new AnalyzedText[chunk.Count];
            Parallel.For(0, chunk.Count, i => analyzed[i] = now.Analyzer.Analyze(chunk[i].Text));
            run = await writer.WriteAsync(connection => Write(connection, run, chunk, analyzed, now.Version), cancellationToken);
            if (chunk.Count == 0)
            {
                break;
            }
        }
        await CompactAsync(cancellationToken);
        return run.Done;
    }

    private List<Archived> ReadFollowing(long after)
    {
        using var connection = store.Open();
        using var rows = connection.Query(Following, ("$after", after), ("$limit", ChunkSize));
        return Read(rows);
    }

    private List<Archived> ReadNamed(long[] ids)
    {
        using var connection = store.Open();
        using var rows = connection.Query(Named, ("$ids", $"[{string.Join(',', ids)}]"));
        return Read(rows);
    }

    /// <summary>What is left of the texts read with an older version, in order, in chunks.</summary>
    private IEnumerable<long[]> ReadStale(long after)
    {
        using var connection = store.Open();
        using var rows = connection.Query(StaleIds, ("$version", reading.Now.Version), ("$after", after));
        var ids = new List<long>();
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }
        ids.Sort();
        return ids.Chunk(ChunkSize);
    }

    private static List<Archived> Read(Microsoft.Data.Sqlite.SqliteDataReader rows)
    {
        var chunk = new List<Archived>();
        while (rows.Read())
        {
            chunk.Add(new Archived(rows.GetInt64(0), rows.GetInt32(1), DateOnly.FromDayNumber(rows.GetInt32(4)), rows.GetString(6), new Feedback
            {
                Source = rows.GetString(2),
                ExternalId = rows.GetString(7),
                Channel = (Channel)rows.GetInt32(3),
                Text = rows.GetString(6),
                OccurredAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(8)),
                Product = rows.IsDBNull(5) ? null : rows.GetString(5),
            }));
        }
        return chunk;
    }

    /// <summary>Writes a chunk; an empty one ends the run. What the index holds of texts that are gone goes too.</summary>
    private ReindexRun Write(StoreConnection connection, ReindexRun run, List<Archived> chunk, AnalyzedText[] analyzed, int version)
    {
        var all = run.Scope == ReindexScope.All;
        var last = chunk.Count > 0 ? chunk[^1].Id : all ? long.MaxValue : run.LastId;
        if (all)
        {
            connection.Execute(StoreSql.DeleteStrayIndex, ("$after", run.LastId), ("$last", last));
            connection.Execute(StoreSql.DeleteStraySearchRows, ("$after", run.LastId), ("$last", last));
        }
        // Asked for here and not when the chunk was read: somebody may have corrected a label since.
        var corrections = chunk.Count == 0 ? [] : CorrectedReading.Read(connection, chunk[0].Id, last);
        for (var i = 0; i < chunk.Count; i++)
        {
            StoredFeedback.Rewrite(connection, chunk[i], analyzed[i].With(corrections.GetValueOrDefault(chunk[i].Id)), version);
        }
        var next = run with { LastId = last, Done = run.Done + chunk.Count, FinishedAt = chunk.Count > 0 ? null : time.GetUtcNow() };
        connection.Execute(
            "UPDATE reindex SET LastId=$last, Done=$done, FinishedAt=$finished WHERE Id=$id AND FinishedAt IS NULL",
            ("$id", run.Id), ("$last", last), ("$done", next.Done), ("$finished", next.FinishedAt?.ToUnixTimeMilliseconds()));
        return next;
    }

    /// <summary>Merges what replacing left behind, a little at a time so that writers need not wait.</summary>
    private async Task CompactAsync(CancellationToken cancellationToken)
    {
        var changed = true;
        while (changed)
        {
            changed = await writer.WriteAsync(
                connection =>
                {
                    var before = (long)connection.Scalar("SELECT total_changes()")!;
                    connection.Execute(StoreSql.MergeIndex, ("$pages", MergePages));
                    return (long)connection.Scalar("SELECT total_changes()")! - before >= 2;
                },
                cancellationToken);
        }
    }
}
