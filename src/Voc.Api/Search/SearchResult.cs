using Voc.Dashboard.Live;

namespace Voc.Api.Search;

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

    /// <summary>What it is ordered by, comparable within one answer only; 0 in an order of time.</summary>
    public required double Score { get; init; }

    /// <summary>Pseudonym of the customer, or null.</summary>
    public required string? Customer { get; init; }

    /// <summary>Texts that are nearly the same and stand folded under it.</summary>
    public required int Similar { get; init; }
}

/// <summary>Value is empty for texts without one.</summary>
internal sealed record FacetValue(string Value, string Label, int Count);

/// <summary>
/// What was found: how many (−1 where that was not asked for), one page of them with how many stand folded under those of it, and the whole
/// counted by facets. Expansions are what its words were taken for beside themselves. Customers is how many different ones said it, and Repetitions how many of the texts only repeat another of them in nearly the same words, where that was asked for. Unindexed is how many texts of the archive an earlier version of the product stored that cannot be found yet.
/// </summary>
internal sealed record SearchResult(
    int Total, int Folded, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets, IReadOnlyList<Expansion> Expansions, int? Customers, int? Repetitions, long Unindexed, double ElapsedMilliseconds);
