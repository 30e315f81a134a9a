using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Voc.Api.Search;

/// <summary>The parameters of <c>GET /search</c> beside <see cref="ScopeQuery"/>: what of the result is wanted.</summary>
internal sealed record SearchQuery
{
    [FromQuery, Description("relevance (default), newest, oldest, negative (most negative first) or typical (most like the result as a whole first)")]
    public string? Sort { get; init; }

    [FromQuery, Description("Hits in the answer, up to 200; default 20")]
    public int? Limit { get; init; }

    [FromQuery, Description("Hits to leave out; with limit at most 1,000,000, or 10,000 where texts are folded")]
    public int? Offset { get; init; }

    [FromQuery, Description("What to count by: channel, sentiment, topic, intent, product, source, segment, month, week, day, language, attribute (which there are), attribute:NAME; several with commas between")]
    public string[]? Facet { get; init; }

    [FromQuery, Description("Whether texts that are nearly the same stand folded under the best of them; default false")]
    public bool? Fold { get; init; }

    [FromQuery, Description("Only the texts that stand folded under this one, newest first; its identifier")]
    public long? Under { get; init; }

    [FromQuery, Description("Whether to count the customers too")]
    public bool? Customers { get; init; }

    [FromQuery, Description("Whether to count those too that only repeat another text found, in nearly the same words")]
    public bool? Repetitions { get; init; }

    [FromQuery, Description("false for hits only, as later pages of an endless list need: total is -1 and there are no facets")]
    public bool? Count { get; init; }

    [FromQuery, Description("false where nobody needs to know the places in the texts that the query matched: highlights are empty")]
    public bool? Highlight { get; init; }

    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public SearchRequest Request(ScopeQuery scope) => scope.Request() with
    {
        Sort = SearchParameters.Sort(Sort),
        Limit = SearchParameters.Between("limit", Limit ?? SearchRequest.DefaultLimit, 0, SearchRequest.MaxLimit),
        Offset = SearchParameters.Between("offset", Offset ?? 0, 0, (Fold == true ? SearchRequest.MaxFoldedDepth : SearchRequest.MaxDepth) - (Limit ?? SearchRequest.DefaultLimit)),
        Facets = SearchParameters.Facets(Facet),
        Fold = Fold ?? false,
        Under = Under,
        Customers = Customers ?? false,
        Repetitions = Repetitions ?? false,
        Count = Count ?? true,
        Highlight = Highlight ?? true,
    };
}
