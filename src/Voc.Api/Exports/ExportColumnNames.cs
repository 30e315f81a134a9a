using Voc.Api.Storage;

namespace Voc.Api.Exports;

/// <summary>The scores and attributes that texts of the archive have, as columns.</summary>
internal sealed class ExportColumnNames(Store store)
{
    /// <summary>Enough recent texts to know every mapping in use.</summary>
    private const int Looked = 20_000;

    private const string Names =
        "SELECT DISTINCT $prefix || j.key FROM (SELECT {0} AS o FROM feedback WHERE {0} IS NOT NULL ORDER BY Id DESC LIMIT $limit) f, json_each(f.o) j ORDER BY 1";

    /// <summary>Identifiers such as <c>score:nps</c> and <c>attribute:地域</c>.</summary>
    public IReadOnlyList<string> Known()
    {
        using var connection = store.Open();
        return [.. Read(connection, "Scores", ExportColumns.ScorePrefix), .. Read(connection, "Attributes", ExportColumns.AttributePrefix)];
    }

    private static List<string> Read(StoreConnection connection, string column, string prefix)
    {
        using var rows = connection.Query(Names.Replace("{0}", column, StringComparison.Ordinal), ("$prefix", prefix), ("$limit", Looked));
        var names = new List<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }
        return names;
    }
}
