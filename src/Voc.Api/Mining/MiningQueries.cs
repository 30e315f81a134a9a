using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Voc.Api.Mining;

/// <summary>Which words are counted, and how the answer is wanted.</summary>
internal sealed record WordQuery
{
    [FromQuery, Description("Kinds of words: noun, verb, adjective, adverb, other; several with commas between; blank for all")]
    public string? Pos { get; init; }

    [FromQuery, Description("Texts that must hold a word")]
    public int? Minimum { get; init; }

    [FromQuery, Description("Whether a word of several parts (炊飯器, a code such as zq-1x299) counts for its parts too; default false: as the word it is only")]
    public bool? Parts { get; init; }

    [FromQuery, Description("shipped (default) leaves out words that say nothing, and numbers; none leaves out none")]
    public string? Stop { get; init; }

    [FromQuery, Description("json (default) or csv")]
    public string? Format { get; init; }
}

/// <summary>The parameters of <c>GET /mining/keywords</c>.</summary>
internal sealed record KeywordQuery
{
    [FromQuery, Description("texts (default) or occurrences")]
    public string? Sort { get; init; }

    [FromQuery, Description("Words in the answer, up to 1,000; default 100")]
    public int? Limit { get; init; }
}

/// <summary>The parameters of <c>GET /mining/opinions</c>.</summary>
internal sealed record OpinionQuery
{
    [FromQuery, Description("positive, neutral or negative; several with commas between; blank for all")]
    public string? Polarity { get; init; }

    [FromQuery, Description("Texts that must hold an opinion; default 1")]
    public int? Minimum { get; init; }

    [FromQuery, Description("Opinions, and targets, in the answer, up to 1,000; default 100")]
    public int? Limit { get; init; }

    [FromQuery, Description("For CSV: pairs (default) or targets")]
    public string? Table { get; init; }

    [FromQuery, Description("json (default) or csv")]
    public string? Format { get; init; }
}

/// <summary>The parameters of <c>GET /mining/characteristic</c>.</summary>
internal sealed record CharacteristicQuery
{
    [FromQuery, Description("Query whose texts are compared with; blank for the rest of the archive")]
    public string? Against { get; init; }

    [FromQuery, Description("Compare each value with the others of the result: topic, intent, channel, sentiment, product, source, segment, language, month, attribute:NAME")]
    public string? By { get; init; }

    [FromQuery, Description("Values to compare, most frequent first, up to 20; default 8")]
    public int? Values { get; init; }

    [FromQuery, Description("over (default): words that are more frequent; under: those that are less; both")]
    public string? Sign { get; init; }

    [FromQuery, Description("g2 (default): how sure; log-ratio: how strong")]
    public string? Sort { get; init; }

    [FromQuery, Description("Words for each value, up to 500; default 50, or 15 by values")]
    public int? Limit { get; init; }
}

/// <summary>The parameters of <c>GET /mining/network</c>.</summary>
internal sealed record NetworkQuery
{
    [FromQuery, Description("Words, 2 to 150; default 60")]
    public int? Nodes { get; init; }

    [FromQuery, Description("frequent (default) or characteristic: which words of the result are taken")]
    public string? Choose { get; init; }

    [FromQuery, Description("Ties at most, strongest first, up to 2,000; default 120")]
    public int? Edges { get; init; }

    [FromQuery, Description("Jaccard coefficient a tie must have, 0 to 1; default 0")]
    public double? Threshold { get; init; }

    [FromQuery, Description("Texts that must hold both words; default 2")]
    public int? Least { get; init; }

    [FromQuery, Description("For CSV: edges (default) or nodes")]
    public string? Table { get; init; }
}

/// <summary>The parameters of <c>GET /mining/heatmap</c>.</summary>
internal sealed record HeatMapQuery
{
    [FromQuery, Description("topic (default), intent, channel, sentiment, product, source, segment, language, month, attribute:NAME")]
    public string? Rows { get; init; }

    [FromQuery, Description("Likewise; default segment")]
    public string? Columns { get; init; }

    [FromQuery, Description("Rows to show, most frequent first, up to 100; default 30")]
    public int? RowLimit { get; init; }

    [FromQuery, Description("Columns to show, most frequent first, up to 100; default 20")]
    public int? ColumnLimit { get; init; }

    [FromQuery, Description("For CSV: cells (default), counts or residuals")]
    public string? Table { get; init; }

    [FromQuery, Description("json (default) or csv")]
    public string? Format { get; init; }
}

/// <summary>The parameters of <c>GET /mining/correspondence</c>.</summary>
internal sealed record CorrespondenceQuery
{
    [FromQuery, Description("words (default), topic, intent, channel, sentiment, product, source, segment, language, month, attribute:NAME")]
    public string? Rows { get; init; }

    [FromQuery, Description("Likewise without words; default segment")]
    public string? Columns { get; init; }

    [FromQuery, Description("Rows, most frequent first, 2 to 200; default 60")]
    public int? Limit { get; init; }

    [FromQuery, Description("Columns, most frequent first, 2 to 60; default 20")]
    public int? ColumnLimit { get; init; }

    [FromQuery, Description("Axes of which coordinates are given, 1 to 10; default 2")]
    public int? Dimensions { get; init; }

    [FromQuery, Description("For CSV: points (default) or counts")]
    public string? Table { get; init; }
}

/// <summary>The parameters of <c>GET /mining/timeline</c>.</summary>
internal sealed record TimelineQuery
{
    [FromQuery, Description("Queries to follow, with commas between, up to 20; may be repeated, and then holds one each if it has commas in quotes")]
    public string[]? Terms { get; init; }

    [FromQuery, Description("Without terms: how many of the most frequent words, up to 20; default 5")]
    public int? Top { get; init; }

    [FromQuery, Description("auto (default), day, week (from Monday) or month")]
    public string? Interval { get; init; }
}

/// <summary>The parameters of <c>GET /mining/kwic</c>.</summary>
internal sealed record KwicQuery
{
    [FromQuery, Description("A word, \"phrase\" or 'exact string'; blank for the words of the search")]
    public string? Word { get; init; }

    [FromQuery, Description("Characters on each side, 1 to 200; default 30")]
    public int? Context { get; init; }

    [FromQuery, Description("left (from the keyword outwards), right, newest (default), oldest, or score (most negative first)")]
    public string? Sort { get; init; }

    [FromQuery, Description("Lines in the answer, up to 200; default 50")]
    public int? Limit { get; init; }

    [FromQuery, Description("Lines to leave out")]
    public int? Offset { get; init; }

    [FromQuery, Description("json (default) or csv, which has all lines up to 100,000")]
    public string? Format { get; init; }
}
