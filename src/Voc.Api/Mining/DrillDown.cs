using System.Buffers;
using System.Globalization;
using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Api.Mining;

/// <summary>
/// Queries that, added to a search, find exactly the texts a figure counts. Null where the query language cannot say it: a name that
/// holds every kind of closing quote, or is too long for a query.
/// </summary>
internal static class DrillDown
{
    // With the search it is added to it must stay within the longest query.
    private const int Longest = QueryParser.MaxLength / 2;

    // What closes a straight quote, whichever opened it.
    private static readonly SearchValues<char> StraightClosers = SearchValues.Create("\"＂“”〟〞");

    /// <summary>Texts that hold a term of the index, alone or as a part.</summary>
    public static string? Term(string term) => Quoted("term:", term);

    /// <summary>Texts that hold a word, not only as a part of longer ones.</summary>
    public static string? Word(string word) => Quoted("word:", word);

    public static string Text(long id) => string.Create(CultureInfo.InvariantCulture, $"id:{id}");

    public static string Days(CalendarInterval days) => Days(days.First, days.Last);

    public static string? Value(Dimension dimension, string value) => dimension.Kind switch
    {
        DimensionKind.Month => Month(value),
        DimensionKind.Attribute => Quoted("attribute:", $"{dimension.Attribute}={value}"),
        _ => Quoted(dimension.Name + ":", value),
    };

    /// <summary>Those of a query's texts that have a value in a dimension: texts without one are in no table by it.</summary>
    public static string? Known(string? query, Dimension dimension) => dimension.Kind switch
    {
        DimensionKind.Product or DimensionKind.Segment => And(query, dimension.Name + ":*"),
        DimensionKind.Attribute => And(query, Quoted("attribute:", dimension.Attribute!)),
        _ => query,
    };

    /// <summary>Texts that hold exactly this opinion.</summary>
    public static string? Opinion(OpinionPair pair) => Quoted("pair:", pair.Key);

    /// <summary>Texts that hold any opinion of this, or any of a polarity.</summary>
    public static string? OpinionTarget(string target, int? polarity = null) => Quoted("pair:", OpinionPair.KeyOf(target, polarity));

    /// <summary>Both at once.</summary>
    public static string? And(string? one, string? other) => one is null || other is null ? null : $"{one} {other}";

    private static string Month(string month)
    {
        var first = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Days(CalendarInterval.Around(first, CalendarUnit.Month));
    }

    private static string Days(DateOnly first, DateOnly last) =>
        string.Create(CultureInfo.InvariantCulture, $"date:[{first:yyyy-MM-dd} TO {last:yyyy-MM-dd}]");

    private static string? Quoted(string field, string value)
    {
        if (value.Length > Longest)
        {
            return null;
        }
        if (!value.AsSpan().ContainsAny(StraightClosers))
        {
            return $"{field}\"{value}\"";
        }
        if (!value.Contains('」', StringComparison.Ordinal))
        {
            return $"{field}「{value}」";
        }
        return value.Contains('』', StringComparison.Ordinal) ? null : $"{field}『{value}』";
    }
}
