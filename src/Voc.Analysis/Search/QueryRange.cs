namespace Voc.Analysis.Search;

/// <summary>Reads the bounds of a field: <c>[2025-01 TO 2025-03]</c>, <c>{0 TO 1]</c>, <c>[9 TO *]</c>.</summary>
internal static class QueryRange
{
    /// <summary>The range that opens at a place.</summary>
    /// <exception cref="QueryException">It is not closed, or does not hold two bounds with TO between.</exception>
    public static QueryToken Read(string query, int open)
    {
        var words = new List<QueryBound>();
        var at = open + 1;
        while (at < query.Length && !QuerySigns.IsRangeEnd(query[at]))
        {
            if (QuerySigns.IsSpace(query[at]))
            {
                at++;
                continue;
            }
            words.Add(Bound(query, at));
            at = words[^1].End;
        }
        if (at == query.Length)
        {
            throw QueryFieldProblems.UnclosedRange(query, open, words);
        }
        if (words.Count != 3 || !IsTo(words[1].Text))
        {
            throw QueryFieldProblems.BadRange(query, open, at + 1, words);
        }
        var bounds = new QueryBounds(words[0], query[open] is '[' or '［', words[2], query[at] is ']' or '］');
        return QuerySuffix.Read(query, new(QueryTokenKind.Range, query[open..(at + 1)], false, open, at + 1) { Bounds = bounds });
    }

    /// <summary>Whether a word stands between two bounds.</summary>
    public static bool IsTo(string word) => QueryFields.Normalize(word) is "to";

    private static QueryBound Bound(string query, int start)
    {
        if (QuerySigns.IsQuote(query[start]))
        {
            var close = start + 1;
            while (close < query.Length && !QuerySigns.Closes(query[start], query[close]))
            {
                close++;
            }
            return close < query.Length
                ? new(query[(start + 1)..close], start, close + 1)
                : throw QueryProblems.UnclosedQuote(query, start);
        }
        var at = start;
        while (at < query.Length && !QuerySigns.IsSpace(query[at]) && !QuerySigns.IsRangeEnd(query[at]) && (at == start || !QuerySigns.IsQuote(query[at])))
        {
            at++;
        }
        return new(query[start..at], start, at);
    }
}
