using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Names to choose from when filtering.</summary>
internal sealed class ArchiveNames(Store store)
{
    /// <summary>Names of products that feedback is about, the most frequent first.</summary>
    public IReadOnlyList<string> Products()
    {
        using var connection = store.Open();
        using var rows = connection.Query("SELECT Product FROM search_row WHERE Product IS NOT NULL GROUP BY Product ORDER BY count(*) DESC, Product");
        var names = new List<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }
        return names;
    }
}
