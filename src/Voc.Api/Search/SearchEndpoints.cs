using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Voc.Analysis.Search;
using Voc.Api.Access;
using Voc.Api.Feedbacks;

namespace Voc.Api.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search", Search).WithTags("Search").WithSummary("Search the archive: hits, count and facets").RequireAuthorization(Policies.Read).ProducesProblem(400);
        api.MapGet("/products", (ArchiveNames names) => TypedResults.Ok(names.Products()))
            .WithTags("Search").WithSummary("Products seen, the most frequent first").RequireAuthorization(Policies.Read);
        api.MapGet("/topics", (TopicNames names) => TypedResults.Ok(names.All()))
            .WithTags("Search").WithSummary("Topics of the taxonomy").RequireAuthorization(Policies.Read);
    }

    private static Results<Ok<SearchResult>, ProblemHttpResult> Search(ArchiveSearch search, [AsParameters] SearchQuery query)
    {
        try
        {
            return TypedResults.Ok(search.Search(query.Request()));
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }
}

/// <summary>The parameters of <c>GET /search</c>.</summary>
internal sealed record SearchQuery
{
    [FromQuery, Description("Query: words, \"phrases\", AND, OR, NOT, prefix*, field:value; blank for everything, newest first")]
    public string? Q { get; init; }

    [FromQuery, Description("relevance (default) or newest")]
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

    [FromQuery, Description("May be repeated")]
    public string[]? Product { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Sentiment { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Topic { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Intent { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Source { get; init; }

    [FromQuery, Description("What to count by: channel, sentiment, topic, product, source, month; several with commas between")]
    public string[]? Facet { get; init; }

    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public SearchRequest Request() => new()
    {
        Query = Q,
        Sort = SearchParameters.Sort(Sort),
        From = SearchParameters.Date("from", From),
        To = SearchParameters.Date("to", To),
        Limit = SearchParameters.Between("limit", Limit ?? SearchRequest.DefaultLimit, 0, SearchRequest.MaxLimit),
        Offset = SearchParameters.Between("offset", Offset ?? 0, 0, SearchRequest.MaxDepth - SearchRequest.MaxLimit),
        Filters =
        [
            SearchParameters.Filter(QueryField.Channel, Channel),
            SearchParameters.Filter(QueryField.Product, Product),
            SearchParameters.Filter(QueryField.Sentiment, Sentiment),
            SearchParameters.Filter(QueryField.Topic, Topic),
            SearchParameters.Filter(QueryField.Intent, Intent),
            SearchParameters.Filter(QueryField.Source, Source),
        ],
        Facets = SearchParameters.Facets(Facet),
    };
}
