using Npgsql;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Benchmarks.Search.Queries;

namespace Voc.Benchmarks.Search.Postgres;

/// <summary>Asks PostgreSQL what the product is asked: the best twenty with their texts, the count and three facets in one statement, or the newest twenty.</summary>
internal sealed class PostgresSearch(NpgsqlConnection connection, ArchiveSearch search)
{
    private const string ByTerms = "terms @@ $1::tsquery";
    private const string ByText = "body LIKE $1";

    private readonly Dictionary<string, (string Condition, string Value)?> _understood = [];

    public bool CanAsk(ClassQuery query) => Understood(query.Text) is not null;

    /// <summary>How many texts were counted; those of the page where nothing was to be counted.</summary>
    public int Ask(ClassQuery query)
    {
        var (condition, value) = Understood(query.Text) ?? throw new ArgumentException(query.Text, nameof(query));
        using var command = new NpgsqlCommand(query.Counts ? Everything(condition, query) : Newest(condition), connection) { Parameters = { new() { Value = value } } };
        using var rows = command.ExecuteReader();
        var (page, total) = (0, -1L);
        while (rows.Read())
        {
            page += rows.GetInt32(0) == 0 ? 1 : 0;
            total = rows.GetInt32(0) == 1 ? rows.GetInt64(2) : total;
        }
        return total < 0 ? page : (int)total;
    }

    private (string Condition, string Value)? Understood(string text)
    {
        if (!_understood.TryGetValue(text, out var understood))
        {
            using var found = search.Find(new SearchRequest { Query = text });
            understood = found.Match switch
            {
                ExactMatch exact => (ByText, $"%{exact.Text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%"),
                var match => TsVector.Query(match) is { } query ? (ByTerms, query) : null,
            };
            _understood.Add(text, understood);
        }
        return understood;
    }

    private static string Newest(string condition) => $"SELECT 0, body, 0::bigint FROM archive WHERE {condition} ORDER BY id DESC LIMIT 20";

    private static string Everything(string condition, ClassQuery query)
    {
        var columns = query.Facets.Select(f => f.ToString().ToLowerInvariant()).ToList();
        var rank = condition == ByTerms ? "ts_rank(terms, $1::tsquery)" : "0";
        var facets = columns.Select((column, i) => column == "topic"
            ? $"SELECT {i + 2}, t, count(*) FROM hit, unnest(topic) t GROUP BY t"
            : $"SELECT {i + 2}, {column}::text, count(*) FROM hit GROUP BY {column}");
        return $"WITH hit AS MATERIALIZED (SELECT id, {rank} AS rank, {string.Join(", ", columns)} FROM archive WHERE {condition}) " +
            "SELECT 0, body, 0::bigint FROM (SELECT id, rank FROM hit ORDER BY rank DESC, id DESC LIMIT 20) best JOIN archive USING (id) " +
            $"UNION ALL SELECT 1, '', count(*) FROM hit UNION ALL {string.Join(" UNION ALL ", facets)}";
    }
}
