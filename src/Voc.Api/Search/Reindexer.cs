using Voc.Analysis.Search;
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
internal sealed class Reindexer(Store store, GroupCommitWriter writer, CurrentReading reading, CurrentIndex index, TimeProvider time)
{
    private const int ChunkSize = 256;
    private const string Following = "SELECT Id, Text FROM feedback WHERE Id > $after ORDER BY Id LIMIT $limit";
    private const string Named = "SELECT Id, Text FROM feedback WHERE Id IN (SELECT value FROM json_each($ids)) ORDER BY Id";
    private const string StaleIds = "SELECT Id FROM feedback WHERE ReadingVersion < $version AND Id > $after";
    private const string UnindexedIds = "SELECT f.Id FROM feedback f WHERE f.Id > $after AND NOT EXISTS (SELECT 1 FROM search_row s WHERE s.Id = f.Id)";

    private const string IndexedIds = "SELECT Id FROM search_row WHERE Id > $after ORDER BY Id";

    /// <summary>A run over everything makes those superfluous that were begun before it for a part.</summary>
    private const string FinishOthers = "UPDATE reindex SET FinishedAt=$now WHERE Id < $id AND FinishedAt IS NULL AND Scope IN (2, 3, 4)";

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
        var left = run.Scope == ReindexScope.All ? null : new Queue<long[]>();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (left is { Count: 0 })
            {
                // Asked again at the end: while these were read anew, others may have come that belong to them.
                left = new(ReadIds(run, cancellationToken).Chunk(ChunkSize));
                run = run with { Total = Math.Max(run.Total, run.Done + left.Sum(c => c.Length)) };
            }
            progress?.Report(new(run.Done, Math.Max(run.Total, run.Done)));
            var chunk = left is null ? ReadFollowing(run.LastId) : left.TryDequeue(out var ids) ? ReadNamed(ids) : [];
            if (chunk.Count == 0 && left is { Count: > 0 })
            {
                continue; // Deleted since, all of them.
            }
            run = run.Scope == ReindexScope.Words ? await RewriteTermsAsync(run, chunk, cancellationToken) : await RewriteAsync(run, chunk, cancellationToken);
            if (chunk.Count == 0)
            {
                return run.Done;
            }
        }
    }

    private async Task<ReindexRun> RewriteAsync(ReindexRun run, List<(long Id, string Text)> chunk, CancellationToken cancellationToken)
    {
        var now = reading.Now;
        var analyzed = new AnalyzedText[chunk.Count];
        Parallel.For(0, chunk.Count, i => analyzed[i] = now.Analyzer.Analyze(chunk[i].Text));
        return await writer.WriteAsync(connection => Write(connection, run, chunk, analyzed, now.Version), cancellationToken);
    }

    private async Task<ReindexRun> RewriteTermsAsync(ReindexRun run, List<(long Id, string Text)> chunk, CancellationToken cancellationToken)
    {
        var now = reading.Now;
        var read = new (TextTerms Terms, long Wording)[chunk.Count];
        Parallel.For(0, chunk.Count, i => read[i] = (now.Analyzer.Terms.Read(chunk[i].Text), now.Analyzer.Wording(chunk[i].Text)));
        return await writer.WriteAsync(
            connection =>
            {
                for (var i = 0; i < chunk.Count; i++)
                {
                    FeedbackIndex.SetTerms(connection, chunk[i].Id, read[i].Terms, read[i].Wording, now.Version);
                }
                return Note(connection, run, chunk);
            },
            cancellationToken);
    }

    private List<(long Id, string Text)> ReadFollowing(long after)
    {
        using var connection = store.Open();
        using var rows = connection.Query(Following, ("$after", after), ("$limit", ChunkSize));
        return Read(rows);
    }

    private List<(long Id, string Text)> ReadNamed(long[] ids)
    {
        using var connection = store.Open();
        using var rows = connection.Query(Named, ("$ids", $"[{string.Join(',', ids)}]"));
        return Read(rows);
    }

    /// <summary>What is left to do of a run that is not over everything, in order.</summary>
    private IReadOnlyList<long> ReadIds(ReindexRun run, CancellationToken cancellationToken)
    {
        if (run.Touched is { } touched)
        {
            using var session = index.Open();
            return Renewed(touched.Version) ? touched.Left(session, cancellationToken) : throw new InvalidOperationException($"Version {touched.Version} of the reading is not in use.");
        }
        using var connection = store.Open();
        using var rows = run.Scope switch
        {
            ReindexScope.Stale => connection.Query(StaleIds, ("$version", reading.Now.Version), ("$after", run.LastId)),
            ReindexScope.Words => connection.Query(IndexedIds, ("$after", run.LastId)),
            _ => connection.Query(UnindexedIds, ("$after", run.LastId)),
        };
        var ids = new List<long>();
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }
        ids.Sort();
        return ids;
    }

    /// <summary>Whether texts are read with a version or a later one; only then will reading anew come to an end.</summary>
    private bool Renewed(int version)
    {
        if (reading.Now.Version < version)
        {
            reading.Reload();
        }
        return reading.Now.Version >= version;
    }

    private static List<(long Id, string Text)> Read(Microsoft.Data.Sqlite.SqliteDataReader rows)
    {
        var chunk = new List<(long, string)>();
        while (rows.Read())
        {
            chunk.Add((rows.GetInt64(0), rows.GetString(1)));
        }
        return chunk;
    }

    /// <summary>Writes a chunk; an empty one ends the run. What the index holds of texts that are gone goes too.</summary>
    private ReindexRun Write(StoreConnection connection, ReindexRun run, List<(long Id, string Text)> chunk, AnalyzedText[] analyzed, int version)
    {
        var all = run.Scope == ReindexScope.All;
        var last = chunk.Count > 0 ? chunk[^1].Id : all ? long.MaxValue : run.LastId;
        if (all)
        {
            connection.Execute(StoreSql.DeleteStraySearchRows, ("$first", run.LastId + 1), ("$last", last));
        }
        // Asked for here and not when the chunk was read: somebody may have corrected a label since.
        var corrections = chunk.Count == 0 ? [] : CorrectedReading.Read(connection, chunk[0].Id, last);
        for (var i = 0; i < chunk.Count; i++)
        {
            var (id, text) = chunk[i];
            StoredFeedback.Rewrite(connection, id, text, analyzed[i].With(corrections.GetValueOrDefault(id)), version);
        }
        return Note(connection, run, chunk);
    }

    /// <summary>Notes that a chunk was written, for the index in memory and for the next run.</summary>
    private ReindexRun Note(StoreConnection connection, ReindexRun run, List<(long Id, string Text)> chunk)
    {
        var all = run.Scope == ReindexScope.All;
        var last = chunk.Count > 0 ? chunk[^1].Id : all ? long.MaxValue : run.LastId;
        if (chunk.Count > 0)
        {
            ReindexLog.Append(connection, run.Id, new(chunk[0].Id, last, all ? null : [.. chunk.Select(c => c.Id)]));
        }
        return Advance(connection, run with { LastId = last, Done = run.Done + chunk.Count, FinishedAt = chunk.Count > 0 ? null : time.GetUtcNow() });
    }

    private static ReindexRun Advance(StoreConnection connection, ReindexRun run)
    {
        var finished = run.FinishedAt?.ToUnixTimeMilliseconds();
        connection.Execute(
            "UPDATE reindex SET LastId=$last, Done=$done, Total=max(Total, $total), FinishedAt=$finished WHERE Id=$id AND FinishedAt IS NULL",
            ("$id", run.Id), ("$last", run.LastId), ("$done", run.Done), ("$total", run.Total), ("$finished", finished));
        if (finished is not null && run.Scope == ReindexScope.All)
        {
            connection.Execute(FinishOthers, ("$id", run.Id), ("$now", finished));
        }
        return run;
    }
}
