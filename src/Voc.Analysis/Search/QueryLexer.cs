namespace Voc.Analysis.Search;

/// <summary>Cuts a query into words, phrases, exact strings, ranges and operators.</summary>
internal sealed class QueryLexer
{
    private readonly string _query;
    private readonly List<QueryToken> _tokens = [];

    /// <summary>The fields whose parentheses are open, with null for parentheses of words.</summary>
    private readonly Stack<QueryField?> _groups = [];

    private QueryLexer(string query) => _query = query;

    /// <summary>The tokens in order, the last of which is <see cref="QueryTokenKind.End"/>.</summary>
    /// <exception cref="QueryException">A quote is not closed, or a character stands where it cannot.</exception>
    public static List<QueryToken> Tokens(string query)
    {
        var lexer = new QueryLexer(query);
        for (var at = 0; at < query.Length;)
        {
            if (QuerySigns.IsSpace(query[at]) || QuerySigns.IsStrayCloser(query[at]))
            {
                at++;
                continue;
            }
            var token = lexer.Next(at);
            lexer._tokens.Add(token);
            at = token.End;
        }
        lexer._tokens.Add(new(QueryTokenKind.End, "", false, query.Length, query.Length));
        return lexer._tokens;
    }

    private QueryToken Next(int at)
    {
        var c = _query[at];
        if (QuerySigns.IsOpen(c))
        {
            _groups.Push(FieldBefore(at) ?? (_groups.TryPeek(out var outer) ? outer : null));
            return new(QueryTokenKind.Open, "(", false, at, at + 1);
        }
        if (QuerySigns.IsClose(c))
        {
            _groups.TryPop(out _);
            return QuerySuffix.Read(_query, new(QueryTokenKind.Close, ")", false, at, at + 1));
        }
        if (QuerySigns.IsQuote(c))
        {
            return Phrase(at, at);
        }
        if (QuerySigns.OpensExact(_query, at))
        {
            return Exact(at);
        }
        var field = FieldBefore(at) ?? (_groups.TryPeek(out var group) ? group : null);
        return field is { } f ? Value(f, at, FieldBefore(at) is not null) : Outside(at);
    }

    /// <summary>What stands where no field asks for a value.</summary>
    private QueryToken Outside(int at) =>
        Sign(at, QuerySigns.Plus, QueryTokenKind.Plus)
        ?? Sign(at, QuerySigns.Minus, QueryTokenKind.Not)
        ?? (QuerySigns.IsStar(_query[at]) ? throw QueryProblems.LoneStar(at) : Word(at, nameAllowed: true));

    /// <summary>A value: what would be a sign elsewhere may begin it, and a colon is part of it.</summary>
    private QueryToken Value(QueryField field, int at, bool direct)
    {
        var c = _query[at];
        if (QuerySigns.IsRangeStart(c))
        {
            return QueryRange.Read(_query, at);
        }
        if (QuerySigns.IsStar(c))
        {
            return QuerySuffix.Read(_query, new(QueryTokenKind.Word, "", true, at, at + 1));
        }
        var signed = (QuerySigns.Plus + QuerySigns.Minus).Contains(c, StringComparison.Ordinal);
        if (signed && field == QueryField.Opinion && at + 1 < _query.Length && QuerySigns.IsQuote(_query[at + 1]))
        {
            return Phrase(at, at + 1);
        }
        var isValue = direct || (field.Kind() == QueryFieldKind.Number && at + 1 < _query.Length && QuerySigns.IsNumeral(_query[at + 1]));
        return signed && !isValue ? Outside(at) : Word(at, nameAllowed: !direct);
    }

    /// <summary>The field whose colon stands right before a place.</summary>
    private QueryField? FieldBefore(int at) =>
        _tokens.Count > 0 && _tokens[^1] is { Kind: QueryTokenKind.Field } name && name.End == at && QueryFields.TryParse(name.Text, out var field) ? field : null;

    private QueryToken Phrase(int start, int open)
    {
        var end = open + 1;
        while (end < _query.Length && !QuerySigns.Closes(_query[open], _query[end]))
        {
            end++;
        }
        if (end == _query.Length)
        {
            throw QueryProblems.UnclosedQuote(_query, open);
        }
        var text = _query[(open + 1)..end];
        if (string.IsNullOrWhiteSpace(text))
        {
            throw QueryProblems.EmptyPhrase(open, end + 1);
        }
        var sign = start < open ? _query[start..open] : "";
        end++;
        var prefix = end < _query.Length && QuerySigns.IsStar(_query[end]);
        return QuerySuffix.Read(_query, new(QueryTokenKind.Phrase, sign + text, prefix, start, prefix ? end + 1 : end));
    }

    private QueryToken Exact(int open)
    {
        var end = QuerySigns.ExactEnd(_query, open);
        if (end < 0)
        {
            throw QueryProblems.UnclosedQuote(_query, open);
        }
        var text = _query[(open + 1)..end];
        return string.IsNullOrWhiteSpace(text)
            ? throw QueryProblems.EmptyPhrase(open, end + 1)
            : QuerySuffix.Read(_query, new(QueryTokenKind.Exact, text, false, open, end + 1));
    }

    private QueryToken Word(int start, bool nameAllowed)
    {
        var at = start;
        while (at < _query.Length && !QuerySigns.EndsWord(_query, at) && !QuerySuffix.BeginsAt(_query, start, at))
        {
            if (nameAllowed && QuerySigns.IsColon(_query[at]) && IsField(start, at))
            {
                return new(QueryTokenKind.Field, _query[start..at], false, start, at + 1);
            }
            at++;
        }
        var text = _query[start..at];
        var prefix = at < _query.Length && QuerySigns.IsStar(_query[at]);
        if (prefix)
        {
            at++;
            if (at < _query.Length && !QuerySigns.EndsWord(_query, at) && !QuerySigns.IsBoost(_query[at]))
            {
                throw QueryProblems.StarInside(_query, at - 1, text);
            }
        }
        return QuerySuffix.Read(_query, new(prefix ? QueryTokenKind.Word : Operator(text), text, prefix, start, at));
    }

    /// <summary>A sign counts only when it touches what it applies to: the dash in <c>A - B</c> is punctuation.</summary>
    private QueryToken? Sign(int at, string signs, QueryTokenKind kind) =>
        signs.Contains(_query[at], StringComparison.Ordinal) && at + 1 < _query.Length && !QuerySigns.IsSpace(_query[at + 1])
            ? new(kind, _query[at..(at + 1)], false, at, at + 1)
            : null;

    private static QueryTokenKind Operator(string word) => word switch
    {
        "AND" or "ＡＮＤ" or "&&" or "＆＆" => QueryTokenKind.And,
        "OR" or "ＯＲ" or "||" or "｜｜" => QueryTokenKind.Or,
        "NOT" or "ＮＯＴ" => QueryTokenKind.Not,
        _ => QueryTokenKind.Word,
    };

    /// <summary>
    /// A colon ends the name of a field when the name is known, or when it looks like one (Latin letters) and what follows is not
    /// an address such as <c>https://</c>. In <c>10:30</c> and <c>エラー：401</c> it is part of the word.
    /// </summary>
    private bool IsField(int start, int colon)
    {
        var name = _query[start..colon];
        if (QueryFields.TryParse(name, out _))
        {
            return true;
        }
        var address = _query.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal);
        return name.Length > 0 && !address && name.All(char.IsAsciiLetter);
    }
}
