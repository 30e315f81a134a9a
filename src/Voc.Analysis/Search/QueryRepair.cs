namespace Voc.Analysis.Search;

/// <summary>Finds the nearest query that can be understood: takes the remedies of one fault after the other until none is left.</summary>
internal static class QueryRepair
{
    /// <summary>Faults of one query that are mended; who made more typed no query.</summary>
    private const int MostFaults = 24;

    private const int MostPlainWords = 20;

    /// <summary>The nearest query that <paramref name="read"/> understands, or null where nothing would be left.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="wrong">Its first fault.</param>
    /// <param name="read">Reads a query; null where it asks for nothing.</param>
    public static string? Suggest(string query, QueryException wrong, Func<string, QueryNode?> read)
    {
        foreach (var remedy in wrong.Remedies)
        {
            if (Mend(remedy.Of(query), read) is { } mended)
            {
                return mended;
            }
        }
        return Mend(PlainWords(query), read);
    }

    private static string? Mend(string query, Func<string, QueryNode?> read)
    {
        query = query.Trim();
        for (var fault = 0; fault < MostFaults && query.Length > 0; fault++)
        {
            try
            {
                return read(query) is null ? null : query;
            }
            catch (QueryException wrong) when (wrong.Remedies.Count > 0)
            {
                query = wrong.Remedies[0].Of(query).Trim();
            }
        }
        return null;
    }

    /// <summary>The words of a query that is beyond mending.</summary>
    private static string PlainWords(string query)
    {
        var letters = query.Take(QueryParser.MaxLength / 2).Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isSign = (string word) => word is "AND" or "OR" or "NOT" or "ＡＮＤ" or "ＯＲ" or "ＮＯＴ" || QueryFields.TryParse(word, out _);
        return string.Join(' ', words.Where(w => !isSign(w)).Take(MostPlainWords));
    }
}
