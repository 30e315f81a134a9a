using Voc.Analysis.Search;
using Voc.Dashboard.Live;

namespace Voc.Api.Search;

/// <summary>What to search for.</summary>
internal sealed record SearchRequest
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 200;

    /// <summary>Pages end here; who wants more exports.</summary>
    public const int MaxDepth = 10_000;

    /// <summary>In the query language; blank for everything.</summary>
    public string? Query { get; init; }

    public SearchSort Sort { get; init; }

    /// <summary>First company day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last company day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Values a field must have one of. Fields without values are not filtered by.</summary>
    public IReadOnlyList<(QueryField Field, IReadOnlyList<string> Values)> Filters { get; init; } = [];

    public int Limit { get; init; } = DefaultLimit;

    public int Offset { get; init; }

    public IReadOnlyList<Facet> Facets { get; init; } = [];
}

internal enum SearchSort
{
    Relevance,
    Newest,
}

/// <summary>A stretch of a text that the query matched, in UTF-16 units.</summary>
internal readonly record struct HighlightSpan(int Start, int Length);

/// <summary>One of the texts found. Highlights count UTF-16 units of the text.</summary>
internal sealed record SearchHit : FeedbackSummary
{
    public SearchHit(FeedbackSummary summary)
        : base(summary)
    {
    }

    public required IReadOnlyList<HighlightSpan> Highlights { get; init; }

    /// <summary>How well it matches; comparable within one answer only, 0 where newest were asked for.</summary>
    public required double Score { get; init; }
}

internal sealed record FacetValue(string Value, string Label, int Count);

/// <summary>What was found: how many, one page of them, and the whole counted by facets.</summary>
internal sealed record SearchResult(
    int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets, double ElapsedMilliseconds);
