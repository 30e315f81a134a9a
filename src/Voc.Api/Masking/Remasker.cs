using System.Text.Json;
using Voc.Analysis;
using Voc.Api.Corrections;
using Voc.Api.Exports;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Webhooks;
using Voc.Ingest.Masking;

namespace Voc.Api.Masking;

/// <summary>
/// Masks stored texts by the rules of now, in small transactions in the order of identifiers: text, product and attributes with their reading
/// and entry in the index, what waits in the inbox, what issues and their history took from them, and messages that quote them. Exports made
/// before are deleted at the end. Of an original that is kept the text is made anew; otherwise what was masked before stays masked.
/// </summary>
internal sealed class Remasker(Store store, GroupCommitWriter writer, MaskingInUse masking, CurrentReading reading, OriginalVault vault, ExportStore exports, TimeProvider time)
{
    private const int ChunkSize = 256;

    private const string Following =
        "SELECT f.Id, f.Text, f.Product, f.Attributes, o.Protected, s.Name FROM feedback f JOIN source s ON s.Id = f.SourceId LEFT JOIN feedback_original o ON o.FeedbackId = f.Id WHERE f.Id > $after ORDER BY f.Id LIMIT $limit";

    private const string Update = "UPDATE feedback SET Text=$text, Product=$product, Attributes=$attributes WHERE Id=$id AND Text=$old";
    private const string Advance = "UPDATE masking_run SET LastId=$last, Done=Done+$done, Changed=Changed+$changed, Total=max(Total, Done+$done), FinishedAt=$finished WHERE Id=$id AND FinishedAt IS NULL";
    private const string ExpireExports = "UPDATE export SET State=$cancelled WHERE State=$done AND FinishedAt < $now";

    private sealed record Stored(long Id, string Text, string? Product, string? Attributes, string? Original, string Source);

    private sealed record Masked(Stored Before, string Text, string? Product, string? Attributes, IReadOnlyList<string> Hidden, AnalyzedText? Read);

    /// <summary>Masks the next texts of a run; the step after the last one ends it.</summary>
    public async Task StepAsync(MaskingRunRow run, CancellationToken cancellationToken)
    {
        var chunk = ReadFollowing(run.LastId);
        if (chunk.Count == 0)
        {
            await FinishAsync(run, cancellationToken);
            return;
        }
        var (rules, now) = (masking.Now, reading.Now);
        var masked = new Masked?[chunk.Count];
        Parallel.For(0, chunk.Count, i => masked[i] = Mask(chunk[i], rules, now.Analyzer));
        await writer.WriteAsync(connection => Write(connection, run, chunk, [.. masked.OfType<Masked>()], now.Version), cancellationToken);
    }

    private Masked? Mask(Stored row, PersonalDataMasker rules, Analyzer analyzer)
    {
        var original = row.Original is null ? null : vault.Open(row.Original);
        var source = original ?? row.Text;
        var found = rules.Mask(source);
        var product = row.Product is null ? null : rules.Mask(row.Product).Text;
        var attributes = row.Attributes is null ? null : MaskAttributes(row.Attributes, rules);
        if (found.Text == row.Text && product == row.Product && attributes == row.Attributes)
        {
            return null;
        }
        var read = found.Text == row.Text ? null : analyzer.Analyze(found.Text);
        return new(row, found.Text, product, attributes, [.. found.Found.Select(d => source.Substring(d.Start, d.Length)).Where(h => h.Length > 1).Distinct()], read);
    }

    private static string MaskAttributes(string json, PersonalDataMasker rules)
    {
        var attributes = JsonSerializer.Deserialize(json, StoredJson.Default.DictionaryStringString)!;
        var masked = attributes.ToDictionary(a => a.Key, a => rules.Mask(a.Value).Text);
        return attributes.All(a => masked[a.Key] == a.Value) ? json : JsonSerializer.Serialize(masked, StoredJson.Default.DictionaryStringString);
    }

    private int Write(StoreConnection connection, MaskingRunRow run, List<Stored> chunk, List<Masked> masked, int version)
    {
        var now = time.GetUtcNow();
        var corrections = CorrectedReading.Read(connection, chunk[0].Id, chunk[^1].Id);
        var issues = new HashSet<long>();
        foreach (var text in masked)
        {
            var id = text.Before.Id;
            if (connection.Execute(Update, ("$id", id), ("$old", text.Before.Text), ("$text", text.Text), ("$product", text.Product), ("$attributes", text.Attributes)) == 0)
            {
                continue; // Deleted or changed since it was read.
            }
            KeepOriginal(connection, text);
            if (text.Read is { } read)
            {
                StoredFeedback.Rewrite(connection, id, text.Text, read.With(corrections.GetValueOrDefault(id)), version);
            }
            WebhookQueue.ForgetFeedback(connection, id);
            issues.UnionWith(MaskedIssues.Of(connection, id, text.Hidden));
            connection.AppendEvent(EventKind.FeedbackChanged, id, now);
        }
        foreach (var issue in issues)
        {
            connection.AppendEvent(EventKind.IssueChanged, issue, now);
        }
        return connection.Execute(
            Advance, ("$id", run.Id), ("$last", chunk[^1].Id), ("$done", chunk.Count), ("$changed", masked.Count), ("$finished", null));
    }

    /// <summary>A source that keeps originals keeps that of a text which was not masked until now.</summary>
    private void KeepOriginal(StoreConnection connection, Masked text)
    {
        if (text.Before.Original is null && text.Text != text.Before.Text && vault.Keep(text.Before.Source, text.Before.Text) is { } kept)
        {
            connection.Execute(OriginalVault.Insert, ("$id", text.Before.Id), ("$protected", kept));
        }
    }

    private async Task FinishAsync(MaskingRunRow run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await writer.WriteAsync(
            connection =>
            {
                MaskedInbox.Mask(connection, masking.Now);
                connection.Execute(ExpireExports, ("$cancelled", (int)ExportState.Cancelled), ("$done", (int)ExportState.Done), ("$now", now.ToUnixTimeMilliseconds()));
                return connection.Execute(Advance, ("$id", run.Id), ("$last", run.LastId), ("$done", 0), ("$changed", 0), ("$finished", now.ToUnixTimeMilliseconds()));
            },
            cancellationToken);
        await exports.TidyAsync(now, cancellationToken);
    }

    private List<Stored> ReadFollowing(long after)
    {
        using var connection = store.Open();
        using var rows = connection.Query(Following, ("$after", after), ("$limit", ChunkSize));
        var chunk = new List<Stored>();
        while (rows.Read())
        {
            chunk.Add(new(rows.GetInt64(0), rows.GetString(1), Text(rows, 2), Text(rows, 3), Text(rows, 4), rows.GetString(5)));
        }
        return chunk;
    }

    private static string? Text(Microsoft.Data.Sqlite.SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
}
