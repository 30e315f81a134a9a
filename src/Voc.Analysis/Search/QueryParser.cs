namespace Voc.Analysis.Search;

/// <summary>
/// Reads the query language: words (all of them must occur), <c>"phrases"</c>, <c>AND</c>, <c>OR</c>, <c>NOT</c>, <c>+</c>,
/// <c>-</c>, parentheses, <c>prefix*</c> and <c>field:value</c>. AND, written or not, binds closer than OR. Full-width forms count
/// as their ASCII ones.
/// </summary>
public sealed class QueryParser
{
    /// <summary>Longest query in UTF-16 units.</summary>
    public const int MaxLength = 2000;

    /// <summary>Deepest nesting of parentheses and NOT.</summary>
    public const int MaxDepth = 10;

    /// <summary>Most words, phrases and field values together.</summary>
    public const int MaxWords = 100;

    private readonly List<QueryToken> _tokens;
    private int _next;
    private int _depth;
    private int _words;

    private QueryParser(string query) => _tokens = QueryLexer.Tokens(query);

    private QueryToken Current => _tokens[_next];

    /// <summary>Reads a query.</summary>
    /// <returns>What it asks for, or null for a blank query, which matches everything.</returns>
    /// <exception cref="QueryException">It cannot be understood; says where, why and what to write instead.</exception>
    public static QueryNode? Parse(string? query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return null;
        }
        if (query.Length > MaxLength)
        {
            throw QueryProblems.TooLong(MaxLength);
        }
        var parser = new QueryParser(query);
        if (parser.Current.Kind == QueryTokenKind.End)
        {
            return null;
        }
        var node = parser.Or(null);
        return parser.Current.Kind == QueryTokenKind.End ? node : throw QueryProblems.StrayParenthesis(parser.Current.Start);
    }

    private QueryNode Or(QueryField? field)
    {
        var parts = new List<QueryNode> { And(field) };
        while (Current.Kind == QueryTokenKind.Or)
        {
            var or = Take();
            Require(or);
            parts.Add(And(field));
        }
        return parts.Count == 1 ? parts[0] : new OrNode(parts, parts[0].Start, Span(parts));
    }

    private QueryNode And(QueryField? field)
    {
        var parts = new List<QueryNode> { Unary(field) };
        while (Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or))
        {
            if (Current.Kind == QueryTokenKind.And)
            {
                Require(Take());
            }
            parts.Add(Unary(field));
        }
        return parts.Count == 1 ? parts[0] : new AndNode(parts, parts[0].Start, Span(parts));
    }

    private QueryNode Unary(QueryField? field)
    {
        if (Current.Kind is not (QueryTokenKind.Not or QueryTokenKind.Plus))
        {
            return Primary(field);
        }
        var sign = Take();
        Require(sign);
        var part = Nested(sign.Start, field, Unary);
        return sign.Kind == QueryTokenKind.Plus ? part : new NotNode(part, sign.Start, part.Start + part.Length - sign.Start);
    }

    private QueryNode Primary(QueryField? field)
    {
        var token = Take();
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return Group(token, field);
            case QueryTokenKind.Field:
                return field is null ? Field(token) : throw QueryProblems.FieldInField(token);
            case QueryTokenKind.Word or QueryTokenKind.Phrase:
                return Leaf(token, field);
            case QueryTokenKind.Close:
                throw QueryProblems.StrayParenthesis(token.Start);
            default:
                throw QueryProblems.NothingBefore(token);
        }
    }

    private QueryNode Group(QueryToken open, QueryField? field)
    {
        if (Current.Kind == QueryTokenKind.Close)
        {
            throw QueryProblems.EmptyGroup(open.Start);
        }
        if (Current.Kind == QueryTokenKind.End)
        {
            throw QueryProblems.UnclosedParenthesis(open.Start);
        }
        var inner = Nested(open.Start, field, Or);
        return Take().Kind == QueryTokenKind.Close ? inner : throw QueryProblems.UnclosedParenthesis(open.Start);
    }

    private QueryNode Field(QueryToken name)
    {
        if (!QueryFields.TryParse(name.Text, out var field))
        {
            throw QueryProblems.UnknownField(name);
        }
        // A value that could be anything but stands apart, as in "topic: 配送", is more likely a slip than a value.
        var apart = Current.Start > name.End && Current.Kind != QueryTokenKind.Open;
        if (apart || Current.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Open))
        {
            throw QueryProblems.MissingValue(name);
        }
        return Primary(field);
    }

    private QueryNode Leaf(QueryToken token, QueryField? field)
    {
        if (++_words > MaxWords)
        {
            throw QueryProblems.TooMany(token.Start, MaxWords);
        }
        if (field is not { } f)
        {
            return new WordNode(token.Text, token.Prefix, token.Kind == QueryTokenKind.Phrase, token.Start, token.End - token.Start);
        }
        return QueryFields.TryValue(f, token.Text, out var value)
            ? new FieldNode(f, value, token.Prefix, token.Start, token.End - token.Start)
            : throw QueryProblems.UnknownValue(f, token);
    }

    private QueryNode Nested(int at, QueryField? field, Func<QueryField?, QueryNode> parse)
    {
        if (++_depth > MaxDepth)
        {
            throw QueryProblems.TooDeep(at, MaxDepth);
        }
        var node = parse(field);
        _depth--;
        return node;
    }

    /// <summary>Something must follow an operator.</summary>
    private void Require(QueryToken sign)
    {
        if (Current.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.And or QueryTokenKind.Or)
        {
            throw QueryProblems.NothingAfter(sign);
        }
    }

    private QueryToken Take() => _tokens[_next < _tokens.Count - 1 ? _next++ : _next];

    private static int Span(List<QueryNode> parts) => parts[^1].Start + parts[^1].Length - parts[0].Start;
}
