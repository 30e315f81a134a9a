using Voc.Analysis;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>How far rebuilding came: texts done of how many.</summary>
internal readonly record struct ReindexProgress(long Done, long Total);

/// <summary>
/// Reads every text of the archive anew and writes its reading and its entry in the index, in small transactions in the order of
/// identifiers. Search goes on meanwhile, feedback may arrive and be deleted, and after an interruption the next run goes on where
/// this one stopped.
/// </summary>
internal sealed class Reindexer(Store store, GroupCommitWriter writer, Analyzer analyzer, TimeProvider time)
{
    private const int ChunkSize = 256;
    private const int MergePages = 500;

    /// <summary>Rebuilds, and returns how many texts were read, those before an interruption included.</summary>
    /// <param name="restart">Whether to begin again although the last run was interrupted.</param>
    /// <param name="progress">Is told after each transaction.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <exception cref="StoreUnavailableException">A commit failed; run again to go on.</exception>
    public async Task<long> RunAsync(bool restart, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken = default)
    {
        var run = await writer.WriteAsync(connection => Start(connection, restart), cancellationToken);
        var total = Math.Max(run.Done, Count());
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(run.Done, Math.Max(total, run.Done)));
            var chunk = Read(run.LastId);
            var analyzed = new AnalyzedText[chunk.Count];
            Parallel.For(0, chunk.Count, i => analyzed[i] = analyzer.Analyze(chunk[i].Text));
            run = await writer.WriteAsync(connection => Write(connection, run, chunk, analyzed), cancellationToken);
            if (chunk.Count == 0)
            {
                break;
            }
        }
        await CompactAsync(cancellationToken);
        return run.Done;
    }

    private Run Start(StoreConnection connection, bool restart)
    {
        using (var rows = connection.Query("SELECT Id, LastId, Done FROM reindex WHERE FinishedAt IS NULL ORDER BY Id DESC LIMIT 1"))
        {
            if (!restart && rows.Read())
            {
                return new Run(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2));
            }
        }
        connection.Execute("INSERT INTO reindex (StartedAt, LastId, Done) VALUES ($now, -1, 0)", ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        return new Run((long)connection.Scalar("SELECT last_insert_rowid()")!, -1, 0);
    }

    private long Count()
    {
        using var connection = store.Open();
        return (long)connection.Scalar("SELECT count(*) FROM feedback")!;
    }

    private List<Archived> Read(long after)
    {
        using var connection = store.Open();
        using var rows = connection.Query(
            "SELECT f.Id, f.SourceId, s.Name, f.Channel, f.Day, f.Product, f.Text, f.ExternalId, f.OccurredAt FROM feedback f JOIN source s ON s.Id = f.SourceId WHERE f.Id > $after ORDER BY f.Id LIMIT $limit",
            ("$after", after), ("$limit", ChunkSize));
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
    private Run Write(StoreConnection connection, Run run, List<Archived> chunk, AnalyzedText[] analyzed)
    {
        var last = chunk.Count > 0 ? chunk[^1].Id : long.MaxValue;
        connection.Execute(StoreSql.DeleteStrayIndex, ("$after", run.LastId), ("$last", last));
        connection.Execute(StoreSql.DeleteStraySearchRows, ("$after", run.LastId), ("$last", last));
        for (var i = 0; i < chunk.Count; i++)
        {
            // Deleted since it was read: stays deleted.
            if (UpdateReading(connection, chunk[i].Id, analyzed[i]) > 0)
            {
                FeedbackIndex.Remove(connection, chunk[i].Id);
                FeedbackIndex.Add(connection, new AnalyzedFeedback(chunk[i].Id, chunk[i].Feedback, analyzed[i]), chunk[i].SourceId, chunk[i].Day);
            }
        }
        connection.Execute(
            "UPDATE reindex SET LastId=$last, Done=$done, FinishedAt=$finished WHERE Id=$id",
            ("$id", run.Id), ("$last", last), ("$done", run.Done + chunk.Count), ("$finished", chunk.Count > 0 ? null : time.GetUtcNow().ToUnixTimeMilliseconds()));
        return new Run(run.Id, last, run.Done + chunk.Count);
    }

    private static int UpdateReading(StoreConnection connection, long id, AnalyzedText text) => connection.Execute(
        "UPDATE feedback SET Language=$language, Sentiment=$sentiment, Score=$score, Confidence=$confidence, Reading=$reading WHERE Id=$id",
        ("$id", id),
        ("$language", text.Language),
        ("$sentiment", (int)text.Sentiment.Label),
        ("$score", text.Sentiment.Score),
        ("$confidence", text.Sentiment.Confidence),
        ("$reading", StoredReading.Write(text)));

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

    private sealed record Run(long Id, long LastId, long Done);

    private sealed record Archived(long Id, int SourceId, DateOnly Day, string Text, Feedback Feedback);
}
