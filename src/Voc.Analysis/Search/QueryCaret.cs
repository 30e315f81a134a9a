namespace Voc.Analysis.Search;

/// <summary>What somebody who types a query is in the middle of. The query need not be right yet.</summary>
/// <param name="Typed">What stands before the caret, without quotes.</param>
/// <param name="Field">The field whose value it is, or null for a word of the text.</param>
/// <param name="Start">Where it begins in the query; at the quote, where a value stands in quotes.</param>
/// <param name="End">Where it ends, behind the caret.</param>
/// <param name="Quoted">Whether it stands in quotes.</param>
public sealed record QueryCaret(string Typed, QueryField? Field, int Start, int End, bool Quoted)
{
    /// <summary>What is at a place of a query; null in an exact string, and where nothing was begun.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="caret">Offset in UTF-16 units; one outside counts as the nearer end.</param>
    public static QueryCaret? At(string query, int caret)
    {
        ArgumentNullException.ThrowIfNull(query);
        caret = Math.Clamp(caret, 0, query.Length);
        return query.Length > QueryParser.MaxLength ? null : new Scan(query, caret).Run();
    }

    private sealed class Scan(string query, int caret)
    {
        private readonly Stack<QueryField?> _groups = [];

        /// <summary>The field whose colon stands right before the place that is read.</summary>
        private QueryField? _field;

        public QueryCaret? Run()
        {
            for (var at = 0; at < caret;)
            {
                var c = query[at];
                if (QuerySigns.IsSpace(c) || QuerySigns.IsStrayCloser(c) || QuerySigns.IsClose(c) || QuerySigns.IsOpen(c))
                {
                    Bracket(c);
                    at++;
                    continue;
                }
                var quoted = QuerySigns.IsQuote(c);
                var end = quoted ? Closed(at) : QuerySigns.OpensExact(query, at) ? Exact(at) : WordEnd(at);
                if (caret <= end && QuerySigns.OpensExact(query, at))
                {
                    return null;
                }
                if (caret <= end)
                {
                    return quoted ? InQuotes(at, end) : InWord(at, end);
                }
                _field = quoted ? null : NameIn(at, end);
                at = _field is null ? end : NameEnd(at, end);
            }
            return Current is { } field ? new QueryCaret("", field, caret, caret, false) : null;
        }

        private void Bracket(char c)
        {
            if (QuerySigns.IsOpen(c))
            {
                _groups.Push(_field ?? (_groups.TryPeek(out var outer) ? outer : null));
            }
            else if (QuerySigns.IsClose(c))
            {
                _groups.TryPop(out _);
            }
            _field = null;
        }

        private QueryField? Current => _field ?? (_groups.TryPeek(out var group) ? group : null);

        private QueryCaret InQuotes(int open, int end)
        {
            var isClosed = end > open + 1 && QuerySigns.Closes(query[open], query[end - 1]);
            if (isClosed && caret == end)
            {
                return new QueryCaret(query[(open + 1)..(end - 1)], Current, open, end, true);
            }
            if (Current is not null)
            {
                return new QueryCaret(query[(open + 1)..caret], Current, open, end, true);
            }
            // Of a phrase the word at the caret is what is being typed.
            var start = caret;
            while (start > open + 1 && !QuerySigns.IsSpace(query[start - 1]))
            {
                start--;
            }
            return new QueryCaret(query[start..caret], null, start, isClosed ? end - 1 : end, true);
        }

        private QueryCaret? InWord(int start, int end)
        {
            if (NameIn(start, caret) is { } field)
            {
                var value = NameEnd(start, caret);
                return new QueryCaret(query[value..caret], field, value, end, false);
            }
            var signed = Current is null && (QuerySigns.Plus + QuerySigns.Minus).Contains(query[start], StringComparison.Ordinal) ? start + 1 : start;
            return signed >= caret ? null : new QueryCaret(query[signed..caret], Current, signed, end, false);
        }

        /// <summary>The field that a word begins with the name of.</summary>
        private QueryField? NameIn(int start, int end)
        {
            var colon = NameEnd(start, end) - 1;
            var name = start < end && (QuerySigns.Plus + QuerySigns.Minus).Contains(query[start], StringComparison.Ordinal) ? start + 1 : start;
            return colon > name && _field is null && QueryFields.TryParse(query[name..colon], out var field) ? field : null;
        }

        private int NameEnd(int start, int end)
        {
            for (var at = start; at < end; at++)
            {
                if (QuerySigns.IsColon(query[at]))
                {
                    return at + 1;
                }
            }
            return start;
        }

        private int Closed(int open)
        {
            for (var at = open + 1; at < query.Length; at++)
            {
                if (QuerySigns.Closes(query[open], query[at]))
                {
                    return at + 1;
                }
            }
            return query.Length;
        }

        private int Exact(int open) => QuerySigns.ExactEnd(query, open) is var end and >= 0 ? end + 1 : query.Length;

        private int WordEnd(int start)
        {
            var end = start + 1;
            while (end < query.Length && !QuerySigns.EndsWord(query, end))
            {
                end++;
            }
            return end;
        }
    }
}
