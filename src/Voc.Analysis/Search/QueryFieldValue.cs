namespace Voc.Analysis.Search;

/// <summary>Reads the value after the colon of a field, which each kind of field has its own way to write.</summary>
internal static class QueryFieldValue
{
    /// <summary>The part of the query that a field and one of its values are.</summary>
    /// <param name="query">All that was typed.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="value">A word, phrase, range or exact string.</param>
    /// <param name="start">Where the part begins: at the name, or at the value where several share the name.</param>
    /// <exception cref="QueryException">The field has no such value.</exception>
    public static QueryNode Read(string query, QueryToken name, QueryToken value, int start)
    {
        _ = QueryFields.TryParse(name.Text, out var field);
        if (value.Kind == QueryTokenKind.Exact)
        {
            throw QueryFieldProblems.ExactInField(value);
        }
        if (value.Slop > 0)
        {
            throw QueryFieldProblems.SlopInField(value);
        }
        QueryToken? own = start == name.Start ? name : null;
        var length = value.End - start;
        return field.Kind() switch
        {
            QueryFieldKind.Number or QueryFieldKind.Date => Bounded(query, field, own, value, start, length),
            _ when value.Kind == QueryTokenKind.Range => throw QueryFieldProblems.NoRange(field, own, value),
            QueryFieldKind.Identifier => Identified(field, own, value, start, length),
            QueryFieldKind.Opinion => Opinion(own, value, start, length),
            _ => Named(field, own, value, start, length),
        };
    }

    private static FieldNode Named(QueryField field, QueryToken? name, QueryToken value, int start, int length)
    {
        if (value.Prefix && field is QueryField.Pair or QueryField.Word)
        {
            throw QueryFieldProblems.NoPrefix(field, value);
        }
        if (value.Prefix)
        {
            // The beginning of a value need not be a value itself.
            return field != QueryField.Term ? new FieldNode(field, QueryFields.Normalize(value.Text), true, start, length)
                : value.Text.Length > 0 ? new FieldNode(field, value.Text, true, start, length)
                : throw QueryFieldProblems.EmptyValue(field, name, value);
        }
        if (QueryFields.TryValue(field, value.Text, out var canonical))
        {
            return field == QueryField.Attribute && !canonical.Contains('=', StringComparison.Ordinal)
                ? new FieldNode(field, canonical + '=', true, start, length)
                : new FieldNode(field, canonical, false, start, length);
        }
        throw QueryFields.Values(field).Count > 0
            ? QueryFieldProblems.UnknownValue(field, name, value)
            : QueryFieldProblems.EmptyValue(field, name, value);
    }

    private static FieldNode Identified(QueryField field, QueryToken? name, QueryToken value, int start, int length)
    {
        if (value.Prefix)
        {
            throw value.Text.Length > 0 ? QueryFieldProblems.NoPrefix(field, value) : QueryFieldProblems.NotAnIdentifier(field, name, value);
        }
        return QueryValues.Identifier(value.Text) is { } id
            ? new FieldNode(field, id.ToString(System.Globalization.CultureInfo.InvariantCulture), false, start, length)
            : throw QueryFieldProblems.NotAnIdentifier(field, name, value);
    }

    private static OpinionNode Opinion(QueryToken? name, QueryToken value, int start, int length) => value switch
    {
        { Prefix: true, Text: "" } => new OpinionNode(null, null, null, null, start, length),
        { Prefix: true } => throw QueryFieldProblems.NoPrefix(QueryField.Opinion, value),
        _ => QueryValues.Opinion(value.Text, start, length) ?? throw QueryFieldProblems.NotAnOpinion(name, value),
    };

    private static RangeNode Bounded(string query, QueryField field, QueryToken? name, QueryToken value, int start, int length)
    {
        if (value.Prefix)
        {
            return value.Text.Length == 0
                ? new RangeNode(field, null, true, null, true, start, length)
                : throw QueryFieldProblems.NoPrefix(field, value);
        }
        var bounds = value.Bounds ?? Paired(value);
        return bounds is not null ? Between(query, field, name, value, bounds, start, length) : Compared(query, field, name, value, start, length);
    }

    private static RangeNode Between(string query, QueryField field, QueryToken? name, QueryToken value, QueryBounds bounds, int start, int length)
    {
        var from = bounds.From.IsOpen ? null : Span(field, name, value, bounds.From.Text);
        var to = bounds.To.IsOpen ? null : Span(field, name, value, bounds.To.Text);
        if (from?.First > to?.Last)
        {
            throw QueryFieldProblems.SwappedRange(query, value, bounds.From, bounds.To);
        }
        // A month that is left out is left out to its end.
        return new RangeNode(
            field,
            bounds.FromIncluded ? from?.First : from?.Last,
            bounds.FromIncluded,
            bounds.ToIncluded ? to?.Last : to?.First,
            bounds.ToIncluded,
            start,
            length);
    }

    private static RangeNode Compared(string query, QueryField field, QueryToken? name, QueryToken value, int start, int length)
    {
        var (sign, rest) = QueryValues.Comparison(value.Text);
        if (sign.Length > 0 && rest.Length == 0)
        {
            throw QueryFieldProblems.MissingBound(query, field, name, value);
        }
        var (first, last) = Span(field, name, value, rest)!.Value;
        return sign switch
        {
            ">=" => new RangeNode(field, first, true, null, true, start, length),
            ">" => new RangeNode(field, last, false, null, true, start, length),
            "<=" => new RangeNode(field, null, true, last, true, start, length),
            "<" => new RangeNode(field, null, true, first, false, start, length),
            _ => new RangeNode(field, first, true, last, true, start, length),
        };
    }

    private static (double First, double Last)? Span(QueryField field, QueryToken? name, QueryToken value, string text) =>
        QueryValues.Span(field, text)
        ?? throw (field.Kind() == QueryFieldKind.Date ? QueryFieldProblems.NotADate(name, value) : QueryFieldProblems.NotANumber(field, name, value));

    /// <summary>The bounds of <c>9..10</c>, with their places in the query where it holds them as they are.</summary>
    private static QueryBounds? Paired(QueryToken value)
    {
        if (QueryValues.Pair(value.Text) is not { } pair)
        {
            return null;
        }
        var inner = value.Kind == QueryTokenKind.Phrase ? value.Start + 1 : value.Start;
        var to = inner + value.Text.LastIndexOf(pair.To, StringComparison.Ordinal);
        return new QueryBounds(
            new(pair.From, inner, inner + pair.From.Length), true,
            new(pair.To, to, to + pair.To.Length), true);
    }
}
