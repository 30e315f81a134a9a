namespace Voc.Analysis.Search;

/// <summary>Cuts a query into words, phrases and operators, with the full-width forms that a Japanese keyboard types.</summary>
internal static class QueryLexer
{
    private const string Openers = "\"＂“”〝「『";
    private const string Closers = "\"＂“”〟〞」』";
    private const string Minus = "-－−‐";

    /// <summary>The tokens in order, the last of which is <see cref="QueryTokenKind.End"/>.</summary>
    /// <exception cref="QueryException">A quote is not closed, or a character stands where it cannot.</exception>
    public static List<QueryToken> Tokens(string query)
    {
        var tokens = new List<QueryToken>();
        var at = 0;
        while (at < query.Length)
        {
            if (IsSpace(query[at]) || IsStrayCloser(query[at]))
            {
                at++;
                continue;
            }
            var token = Next(query, at);
            tokens.Add(token);
            at = token.End;
        }
        tokens.Add(new(QueryTokenKind.End, "", false, query.Length, query.Length));
        return tokens;
    }

    private static QueryToken Next(string query, int at)
    {
        var c = query[at];
        if (c is '(' or '（')
        {
            return new(QueryTokenKind.Open, "(", false, at, at + 1);
        }
        if (c is ')' or '）')
        {
            return new(QueryTokenKind.Close, ")", false, at, at + 1);
        }
        if (Openers.Contains(c, StringComparison.Ordinal))
        {
            return Phrase(query, at);
        }
        if (IsSign(query, at, "+＋"))
        {
            return new(QueryTokenKind.Plus, "+", false, at, at + 1);
        }
        if (IsSign(query, at, Minus))
        {
            return new(QueryTokenKind.Not, query[at..(at + 1)], false, at, at + 1);
        }
        return IsStar(c) ? throw QueryProblems.LoneStar(at) : Word(query, at);
    }

    private static QueryToken Phrase(string query, int at)
    {
        var end = at + 1;
        var closers = query[at] switch { '「' => "」", '『' => "』", _ => Closers[..6] };
        while (end < query.Length && !closers.Contains(query[end], StringComparison.Ordinal))
        {
            end++;
        }
        if (end == query.Length)
        {
            throw QueryProblems.UnclosedQuote(at, query[at]);
        }
        var text = query[(at + 1)..end];
        if (string.IsNullOrWhiteSpace(text))
        {
            throw QueryProblems.EmptyPhrase(at);
        }
        end++;
        if (end < query.Length && query[end] is '~' or '～' or '^' or '＾')
        {
            throw QueryProblems.Unsupported(end, query[end]);
        }
        var prefix = end < query.Length && IsStar(query[end]);
        return new(QueryTokenKind.Phrase, text, prefix, at, prefix ? end + 1 : end);
    }

    private static QueryToken Word(string query, int at)
    {
        var end = at;
        while (end < query.Length && !EndsWord(query[end]))
        {
            if (IsColon(query[end]) && IsField(query, at, end))
            {
                return new(QueryTokenKind.Field, query[at..end], false, at, end + 1);
            }
            end++;
        }
        var text = query[at..end];
        var prefix = end < query.Length && IsStar(query[end]);
        if (prefix)
        {
            end++;
            if (end < query.Length && !EndsWord(query[end]))
            {
                throw QueryProblems.StarInside(end - 1, text);
            }
        }
        return new(prefix ? QueryTokenKind.Word : Operator(text), text, prefix, at, end);
    }

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
    private static bool IsField(string query, int start, int colon)
    {
        var name = query[start..colon];
        if (QueryFields.TryParse(name, out _))
        {
            return true;
        }
        var address = query.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal);
        return name.Length > 0 && !address && name.All(char.IsAsciiLetter);
    }

    /// <summary>A sign counts only when it touches what it applies to: the dash in <c>A - B</c> is punctuation.</summary>
    private static bool IsSign(string query, int at, string signs) =>
        signs.Contains(query[at], StringComparison.Ordinal) && at + 1 < query.Length && !IsSpace(query[at + 1]);

    private static bool IsStrayCloser(char c) => Closers.Contains(c, StringComparison.Ordinal) && !Openers.Contains(c, StringComparison.Ordinal);

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private static bool IsStar(char c) => c is '*' or '＊';

    private static bool IsColon(char c) => c is ':' or '：';

    private static bool EndsWord(char c) =>
        IsSpace(c) || IsStar(c) || c is '(' or '（' or ')' or '）' || Openers.Contains(c, StringComparison.Ordinal) || Closers.Contains(c, StringComparison.Ordinal);
}
