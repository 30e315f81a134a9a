using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Finds saved searches by their names.</summary>
internal sealed class SavedNames(Store store)
{
    private const int Most = 3;
    private const string Visible = "SELECT Id, Name, Query FROM saved_search WHERE Shared OR Owner=$user ORDER BY Name, Id";

    /// <summary>Some of one's own searches and of those others share whose name begins with what was typed, or holds it; width, case and kind of kana do not count.</summary>
    public IEnumerable<Suggestion> Named(string typed, string userName)
    {
        var wanted = QueryNames.Plain(typed);
        if (wanted.Length == 0)
        {
            return [];
        }
        var found = new List<(int At, Suggestion Suggestion)>();
        using var connection = store.Open();
        using var rows = connection.Query(Visible, ("$user", userName));
        while (rows.Read())
        {
            var at = QueryNames.Plain(rows.GetString(1)).IndexOf(wanted, StringComparison.Ordinal);
            if (at >= 0)
            {
                found.Add((at, new Suggestion(Words(rows.GetString(2)), rows.GetString(1), "saved", null, $"/search/saved/{rows.GetInt64(0)}")));
            }
        }
        return found.OrderBy(f => f.At > 0).Take(Most).Select(f => f.Suggestion);
    }

    /// <summary>The query of a saved address.</summary>
    private static string Words(string address) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address).TryGetValue("q", out var words) ? words.ToString() : "";
}
