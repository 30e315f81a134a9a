using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Feedbacks;

namespace Voc.Api.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search", Search).WithTags("Search").WithSummary("Search the archive: hits, count and facets").RequireAuthorization(Policies.Read).ProducesProblem(400);
        api.MapGet("/search/explain", Explain).WithTags("Search").WithSummary("How a search is understood, with a count for every part of it")
            .RequireAuthorization(Policies.Read).ProducesProblem(400);
        api.MapGet("/search/suggest", (Suggestions suggestions, HttpContext http, [Description("The query as typed so far")] string? q, [Description("Where in it, in UTF-16 units; at its end where left out")] int? caret) =>
            TypedResults.Ok(suggestions.Of(q ?? "", caret ?? int.MaxValue, http.User.Identity?.Name)))
            .WithTags("Search").WithSummary("Ways to go on with a query: words, fields, values, saved searches; at most 10").RequireAuthorization(Policies.Read);
        api.MapGet("/products", (ArchiveNames names) => TypedResults.Ok(names.Products()))
            .WithTags("Search").WithSummary("Products seen, the most frequent first").RequireAuthorization(Policies.Read);
        api.MapGet("/topics", (TopicNames names) => TypedResults.Ok(names.All()))
            .WithTags("Search").WithSummary("Topics of the taxonomy").RequireAuthorization(Policies.Read);
    }

    private static Results<Ok<ExplainedPart>, ProblemHttpResult> Explain(QueryExplainer explainer, [AsParameters] ScopeQuery scope, [AsParameters] SearchQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok(explainer.Explain(query.Request(scope), cancellationToken));
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }

    private static Results<Ok<SearchResult>, ProblemHttpResult> Search(ArchiveSearch search, [AsParameters] ScopeQuery scope, [AsParameters] SearchQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok(search.Search(query.Request(scope), cancellationToken));
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }
}
