namespace Voc.Analysis.Search;

/// <summary>
/// Reads the query language: words (all of them must occur), <c>"phrases"</c>, <c>'exact strings'</c>, <c>AND</c>, <c>OR</c>,
/// <c>NOT</c>, <c>+</c>, <c>-</c>, parentheses, <c>prefix*</c>, <c>"near each other"~3</c>, <c>word^2</c>, <c>field:value</c>,
/// <c>field:[from TO to]</c> and <c>field:&gt;=value</c>. AND, written or not, binds closer than OR. Full-width forms count as their
/// ASCII ones.
/// </summary>
public sealed class QueryParser
{
    /// <summary>Longest query in UTF-16 units.</summary>
    public const int MaxLength = 2000;

    /// <summary>Deepest nesting of parentheses and NOT.</summary>
    public const int MaxDepth = 10;

    /// <summary>Most words, phrases and field values together.</summary>
    public const int MaxWords = 100;

    private readonly string _query;
    private readonly List<QueryToken> _tokens;
    private int _next;
    private int _depth;
    private int _words;

    private QueryParser(string query) => (_query, _tokens) = (query, QueryLexer.Tokens(query));

    private QueryToken Current => _tokens[_next];

    /// <summary>Reads a query.</summary>
    /// <returns>What it asks for, or null for a blank query, which matches everything.</returns>
    /// <exception cref="QueryException">It cannot be understood; says where and why, and suggests the nearest query that can.</exception>
    public static QueryNode? Parse(string? query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return null;
        }
        try
        {
            return Read(query);
        }
        catch (QueryException wrong)
        {
            throw wrong.With(QueryRepair.Suggest(query, wrong, Read));
        }
    }

    private static QueryNode? Read(string query)
    {
        if (query.Length > MaxLength)
        {
            throw QueryProblems.TooLong(query, MaxLength);
        }
        var parser = new QueryParser(query);
        if (parser.Current.Kind == QueryTokenKind.End)
        {
            return null;
        }
        var node = parser.Or(null);
        return parser.Current.Kind == QueryTokenKind.End ? node : throw QueryProblems.StrayParenthesis(parser.Current);
    }

    private QueryNode Or(QueryToken? field)
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

    private QueryNode And(QueryToken? field)
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

    private QueryNode Unary(QueryToken? field)
    {
        if (Current.Kind is not (QueryTokenKind.Not or QueryTokenKind.Plus))
        {
            return Primary(field);
        }
        var sign = Take();
        Require(sign);
        var part = Nested(sign, field, Unary);
        return sign.Kind == QueryTokenKind.Plus ? part : new NotNode(part, sign.Start, part.Start + part.Length - sign.Start);
    }

    private QueryNode Primary(QueryToken? field)
    {
        var token = Take();
        return token.Kind switch
        {
            QueryTokenKind.Open => Group(token, field),
            QueryTokenKind.Field => field is { } outer ? throw QueryFieldProblems.FieldInField(outer, token) : Field(token),
            QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Exact or QueryTokenKind.Range => Leaf(token, field, token.Start),
            QueryTokenKind.Close => throw QueryProblems.StrayParenthesis(token),
            _ => throw QueryProblems.NothingBefore(token),
        };
    }

    private QueryNode Group(QueryToken open, QueryToken? field)
    {
        if (Current.Kind == QueryTokenKind.Close)
        {
            throw QueryProblems.EmptyGroup(open.Start, Current.End);
        }
        if (Current.Kind == QueryTokenKind.End)
        {
            throw QueryProblems.UnclosedParenthesis(open.Start, _query.Length, empty: true);
        }
        var inner = Nested(open, field, Or);
        var close = Take();
        return close.Kind == QueryTokenKind.Close
            ? close.Boost > 0 ? Boosted(inner, close.Boost) : inner
            : throw QueryProblems.UnclosedParenthesis(open.Start, _query.Length, empty: false);
    }

    private QueryNode Field(QueryToken name)
    {
        if (!QueryFields.TryParse(name.Text, out _))
        {
            throw QueryFieldProblems.UnknownField(_query, name);
        }
        // A value that could be anything but stands apart, as in "topic: 配送", is more likely a slip than a value.
        var isGroup = Current.Kind == QueryTokenKind.Open;
        var isValue = Current.Start == name.End && Current.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Exact or QueryTokenKind.Range;
        if (!isGroup && !isValue)
        {
            throw QueryFieldProblems.MissingValue(name, Current);
        }
        return isGroup ? Primary(name) : Leaf(Take(), name, name.Start);
    }

    private QueryNode Leaf(QueryToken token, QueryToken? field, int start)
    {
        if (++_words > MaxWords)
        {
            throw QueryProblems.TooMany(start, _query.Length, MaxWords);
        }
        if (field is { } name)
        {
            return QueryFieldValue.Read(_query, name, token, start);
        }
        return token.Kind == QueryTokenKind.Exact
            ? new ExactNode(token.Text, token.Start, token.Length)
            : new WordNode(token.Text, token.Prefix, token.Kind == QueryTokenKind.Phrase, token.Start, token.Length) { Slop = token.Slop, Boost = token.Boost > 0 ? token.Boost : 1 };
    }

    private QueryNode Nested(QueryToken sign, QueryToken? field, Func<QueryToken?, QueryNode> parse)
    {
        if (++_depth > MaxDepth)
        {
            throw QueryProblems.TooDeep(sign, MaxDepth);
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

    private static QueryNode Boosted(QueryNode node, double boost) => node switch
    {
        WordNode word => word with { Boost = word.Boost * boost },
        NotNode not => not with { Part = Boosted(not.Part, boost) },
        AndNode and => and with { Parts = [.. and.Parts.Select(p => Boosted(p, boost))] },
        OrNode or => or with { Parts = [.. or.Parts.Select(p => Boosted(p, boost))] },
        _ => node,
    };

    private QueryToken Take() => _tokens[_next < _tokens.Count - 1 ? _next++ : _next];

    private static int Span(List<QueryNode> parts) => parts[^1].Start + parts[^1].Length - parts[0].Start;
}
