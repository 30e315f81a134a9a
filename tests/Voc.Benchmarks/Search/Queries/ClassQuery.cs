using Voc.Analysis.Retrieval;
using Voc.Api.Search;

namespace Voc.Benchmarks.Search.Queries;

/// <summary>A query of the benchmark.</summary>
/// <param name="Text">In the query language.</param>
/// <param name="Facets">Three facets, or none where only hits are asked for.</param>
/// <param name="Sort">The order of the twenty hits.</param>
/// <param name="Hits">How many texts it matched when it was drawn.</param>
internal sealed record ClassQuery(string Text, IReadOnlyList<Facet> Facets, TextOrder Sort, int Hits)
{
    private const int Limit = 20;

    /// <summary>Whether the whole is counted, or only hits are asked for as on the later pages of a list.</summary>
    public bool Counts => Facets.Count > 0;

    /// <summary>The query: twenty hits, count and facets; <paramref name="highlight"/> asks for the places in the texts besides.</summary>
    public SearchRequest Request(bool highlight = false) =>
        new() { Query = Text, Facets = [.. Facets.Select(f => (SearchFacet)f)], Count = Counts, Sort = Sort, Limit = Limit, Highlight = highlight };

    /// <summary>The same as an address of the service.</summary>
    public string Address() =>
        $"/api/v1/search?q={Uri.EscapeDataString(Text)}&limit={Limit}&sort={Sort.ToString().ToLowerInvariant()}&count={(Counts ? "true" : "false")}&facet={string.Join(',', Facets.Select(f => f.ToString().ToLowerInvariant()))}";
}

/// <summary>Queries of a kind, and how long one may take.</summary>
/// <param name="Name">What they are.</param>
/// <param name="BarMilliseconds">At the 95th percentile; null where there is no bar.</param>
/// <param name="Queries">Distinct ones.</param>
internal sealed record QueryClass(string Name, double? BarMilliseconds, IReadOnlyList<ClassQuery> Queries);
