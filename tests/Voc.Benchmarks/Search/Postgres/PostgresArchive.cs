using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Benchmarks.Search.Postgres;

/// <summary>The archive's texts in PostgreSQL: our terms as <c>tsvector</c> under GIN, the columns facets count, and the text under trigrams.</summary>
internal sealed class PostgresArchive(NpgsqlDataSource source)
{
    private const string CreateTable =
        "CREATE TABLE archive (id bigint PRIMARY KEY, channel smallint, sentiment smallint, source text, product text, month int, topic text[], body text, terms tsvector)";

    private static readonly string[] Indexes =
        ["CREATE INDEX ON archive USING gin (terms)", "CREATE EXTENSION pg_trgm", "CREATE INDEX ON archive USING gin (body gin_trgm_ops)", "VACUUM ANALYZE archive", "CREATE EXTENSION pg_prewarm", "SELECT pg_prewarm(c.oid) FROM pg_class c WHERE c.relname LIKE 'archive%'"];

    public async Task<IReadOnlyList<Measure>> FillAsync(Store store, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, CreateTable, cancellationToken);
        await using (var copy = await connection.BeginTextImportAsync("COPY archive FROM STDIN", cancellationToken))
        {
            foreach (var line in Read(store))
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
            new("PostgreSQL: texts loaded, without analysis", "s", loaded.TotalSeconds, Detail: "with the terms that our index has"),
            new("PostgreSQL: indexes made", "s", (Stopwatch.GetElapsedTime(started) - loaded).TotalSeconds),
            new("PostgreSQL: table and indexes", "MB", whole, Detail: string.Create(CultureInfo.InvariantCulture, $"terms under GIN {terms:F0}, text under trigrams {bodies:F0}; no labels, opinions or readings")),
        ];
    }

    /// <summary>The texts and terms that the index in memory is made of, as lines of COPY.</summary>
    private static IEnumerable<string> Read(Store store)
    {
        using var connection = store.Open();
        using var entries = new IndexEntries(connection);
        foreach (var (entry, (id, text)) in entries.All().Zip(IndexEntries.Texts(connection)))
        {
            yield return entry.Id == id ? Line(entry, text) : throw new InvalidDataException($"{id} has no entry in the index.");
        }
    }

    private static string Line(IndexEntry entry, string text)
    {
        var day = DateOnly.FromDayNumber(entry.Day);
        string?[] values =
        [
            Number(entry.Id), Number((int)entry.Channel), Number((int)entry.Sentiment), entry.Source, entry.Product, Number((day.Year * 12) + day.Month - 1),
            $"{{{entry.Topics.Replace(' ', ',')}}}", text.Normalize(NormalizationForm.FormKC), TsVector.Of(TermLine.Terms(entry.Terms.Span)),
        ];
        return string.Join('\t', values.Select(v => v is null ? "\\N" : Escaped(v))) + "\n";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

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
