using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>The parameters of <c>GET /search</c>.</summary>
internal sealed record SearchQuery
{
    [FromQuery, Description("Query: words, \"phrases\", AND, OR, NOT, prefix*, field:value; blank for everything, newest first")]
    public string? Q { get; init; }

    [FromQuery, Description("relevance (default), newest, oldest, negative (most negative first) or typical (most like the result as a whole first)")]
    public string? Sort { get; init; }

    [FromQuery, Description("Hits in the answer, up to 200; default 20")]
    public int? Limit { get; init; }

    [FromQuery, Description("Hits to leave out; with limit at most 10,000")]
    public int? Offset { get; init; }

    [FromQuery, Description("First day, YYYY-MM-DD")]
    public string? From { get; init; }

    [FromQuery, Description("Last day, YYYY-MM-DD")]
    public string? To { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Channel { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Product { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Sentiment { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Topic { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Intent { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Source { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Segment { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Language { get; init; }

    [FromQuery, Description("NAME=VALUE; NAME= for what has no such attribute. May be repeated")]
    public string[]? Attribute { get; init; }

    [FromQuery, Description("What to count by: channel, sentiment, topic, intent, product, source, segment, month, week, day, language, attribute (which there are), attribute:NAME; several with commas between")]
    public string[]? Facet { get; init; }

    [FromQuery, Description("Whether texts that are nearly the same stand folded under the best of them; default false")]
    public bool? Fold { get; init; }

    [FromQuery, Description("Only texts like this one, most like first; its identifier")]
    public long? Like { get; init; }

    [FromQuery, Description("Only the texts that stand folded under this one, newest first; its identifier")]
    public long? Under { get; init; }

    [FromQuery, Description("Whether to count the customers too")]
    public bool? Customers { get; init; }

    [FromQuery, Description("false for hits only, as later pages of an endless list need: total is -1 and there are no facets")]
    public bool? Count { get; init; }

    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public SearchRequest Request() => new()
    {
        Query = Q,
        Sort = SearchParameters.Sort(Sort),
        From = SearchParameters.Date("from", From),
        To = SearchParameters.Date("to", To),
        Limit = SearchParameters.Between("limit", Limit ?? SearchRequest.DefaultLimit, 0, SearchRequest.MaxLimit),
        Offset = SearchParameters.Between("offset", Offset ?? 0, 0, SearchRequest.MaxDepth - (Limit ?? SearchRequest.DefaultLimit)),
        Filters =
        [
            SearchParameters.Filter(QueryField.Channel, Channel),
            SearchParameters.Filter(QueryField.Product, Product),
            SearchParameters.Filter(QueryField.Sentiment, Sentiment),
            SearchParameters.Filter(QueryField.Topic, Topic),
            SearchParameters.Filter(QueryField.Intent, Intent),
            SearchParameters.Filter(QueryField.Source, Source),
            SearchParameters.Filter(QueryField.Segment, Segment),
            SearchParameters.Filter(QueryField.Language, Language),
            SearchParameters.Filter(QueryField.Attribute, Attribute),
        ],
        Facets = SearchParameters.Facets(Facet),
        Fold = Fold ?? false,
        Like = Like,
        Under = Under,
        Customers = Customers ?? false,
        Count = Count ?? true,
    };
}
