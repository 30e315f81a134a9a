using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>What to search for.</summary>
internal sealed record SearchRequest
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 200;

    /// <summary>Pages end here; who wants more exports.</summary>
    public const int MaxDepth = 1_000_000;

    /// <summary>Folded pages end here: each text is compared with all that are shown before it.</summary>
    public const int MaxFoldedDepth = 10_000;

    /// <summary>In the query language; blank for everything.</summary>
    public string? Query { get; init; }

    /// <summary>Whether words stand for their synonyms too.</summary>
    public bool Synonyms { get; init; }

    /// <summary>Spellings and synonyms to leave out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public TextOrder Sort { get; init; }

    /// <summary>First company day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last company day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Values a field must have one of. Fields without values are not filtered by.</summary>
    public IReadOnlyList<(QueryField Field, IReadOnlyList<string> Values)> Filters { get; init; } = [];

    /// <summary>A text that those found should be like, or null.</summary>
    public long? Like { get; init; }

    /// <summary>The text that those found should stand folded under, or null.</summary>
    public long? Under { get; init; }

    /// <summary>Whether the customers are counted.</summary>
    public bool Customers { get; init; }

    /// <summary>Whether those are counted that only repeat another text found.</summary>
    public bool Repetitions { get; init; }

    /// <summary>Whether texts that are nearly the same as a better one stand folded under it.</summary>
    public bool Fold { get; init; }

    /// <summary>Whether the whole is counted; later pages need not.</summary>
    public bool Count { get; init; } = true;

    /// <summary>Whether it is found out where in each text the query matched, which costs as much as reading the texts again.</summary>
    public bool Highlight { get; init; } = true;

    public int Limit { get; init; } = DefaultLimit;

    public int Offset { get; init; }

    public IReadOnlyList<SearchFacet> Facets { get; init; } = [];
}

/// <summary>A way to count a result: one that every text has, or an attribute by its name.</summary>
internal readonly record struct SearchFacet(Facet Facet, string? Attribute = null)
{
    public const string AttributePrefix = "attribute:";

    /// <summary>Counts which attributes there are.</summary>
    public static readonly SearchFacet Attributes = new(default, "");

    /// <summary>As parameters and answers name it.</summary>
    public string Name => Attribute switch { null => NameOf(Facet), "" => "attribute", _ => AttributePrefix + Attribute };

    public static string NameOf(Facet facet) => facet.ToString().ToLowerInvariant();

    public static implicit operator SearchFacet(Facet facet) => new(facet);
}
