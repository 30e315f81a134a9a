using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Voc.Analysis.Search;
using Voc.Api.Storage;

namespace Voc.Benchmarks.Search.Postgres;

/// <summary>The archive's texts in PostgreSQL: our terms as <c>tsvector</c> under GIN, the columns facets count, and the text under trigrams.</summary>
internal sealed class PostgresArchive(NpgsqlDataSource source)
{
    private const string Rows =
        "SELECT f.Id, f.Channel, f.Sentiment, f.SourceId, f.Product, f.Day, s.Topics, f.Text FROM feedback f JOIN search_row s ON s.Id = f.Id ORDER BY f.Id";

    private const string CreateTable =
        "CREATE TABLE archive (id bigint PRIMARY KEY, channel smallint, sentiment smallint, source int, product text, month int, topic text[], body text, terms tsvector)";

    private static readonly string[] Indexes =
        ["CREATE INDEX ON archive USING gin (terms)", "CREATE EXTENSION pg_trgm", "CREATE INDEX ON archive USING gin (body gin_trgm_ops)", "VACUUM ANALYZE archive", "CREATE EXTENSION pg_prewarm", "SELECT pg_prewarm(c.oid) FROM pg_class c WHERE c.relname LIKE 'archive%'"];

    public async Task<IReadOnlyList<Measure>> FillAsync(Store store, IndexTerms indexTerms, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, CreateTable, cancellationToken);
        await using (var copy = await connection.BeginTextImportAsync("COPY archive FROM STDIN", cancellationToken))
        {
            foreach (var line in Read(store).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(row => Line(row, indexTerms)))
            {
                await copy.WriteAsync(line.AsMemory(), cancellationToken);
            }
        }
        var loaded = Stopwatch.GetElapsedTime(started);
        foreach (var statement in Indexes)
        {
            await ExecuteAsync(connection, statement, cancellationToken);
        }
        var (whole, terms, bodies) = (
            await SizeAsync(connection, "pg_total_relation_size('archive')", cancellationToken),
            await SizeAsync(connection, "pg_relation_size('archive_terms_idx')", cancellationToken),
            await SizeAsync(connection, "pg_relation_size('archive_body_idx')", cancellationToken));
        return
        [
            new("PostgreSQL: texts loaded, without analysis", "s", loaded.TotalSeconds, Detail: "the terms made again from the texts"),
            new("PostgreSQL: indexes made", "s", (Stopwatch.GetElapsedTime(started) - loaded).TotalSeconds),
            new("PostgreSQL: table and indexes", "MB", whole, Detail: string.Create(CultureInfo.InvariantCulture, $"terms under GIN {terms:F0}, text under trigrams {bodies:F0}; no labels, opinions or readings")),
        ];
    }

    private static IEnumerable<object?[]> Read(Store store)
    {
        using var connection = store.Open();
        using var rows = connection.Query(Rows);
        while (rows.Read())
        {
            var row = new object?[rows.FieldCount];
            rows.GetValues(row!);
            yield return row;
        }
    }

    /// <summary>A line as COPY reads it.</summary>
    private static string Line(object?[] row, IndexTerms indexTerms)
    {
        var day = DateOnly.FromDayNumber(Convert.ToInt32(row[5], CultureInfo.InvariantCulture));
        var (topics, text) = ((string)row[6]!, (string)row[7]!);
        var line = new StringBuilder();
        foreach (var value in new[]
        {
            row[0], row[1], row[2], row[3], row[4], (day.Year * 12) + day.Month - 1,
            $"{{{string.Join(',', topics.Split(' ', StringSplitOptions.RemoveEmptyEntries))}}}", text.Normalize(NormalizationForm.FormKC), TsVector.Of(indexTerms.From(text)),
        })
        {
            line.Append(line.Length > 0 ? "\t" : "").Append(value is null or DBNull ? "\\N" : Escaped(Convert.ToString(value, CultureInfo.InvariantCulture)!));
        }
        return line.Append('\n').ToString();
    }

    private static string Escaped(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal);

    private static async Task<double> SizeAsync(NpgsqlConnection connection, string of, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT {of}", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! / 1e6;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
