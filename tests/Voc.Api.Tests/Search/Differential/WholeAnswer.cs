using System.Globalization;
using Voc.Analysis.Retrieval;
using Voc.Api.Search;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>All of what the service says to a request, and how that differs from what looking at every text finds.</summary>
/// <param name="Ids">Every hit, in order.</param>
/// <param name="Total">How many it says there are.</param>
/// <param name="Customers">How many customers it says they are of.</param>
/// <param name="Facets">Its counts, by facet and value.</param>
internal sealed record WholeAnswer(IReadOnlyList<long> Ids, int Total, int? Customers, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets)
{
    /// <summary>What is asked for in every request.</summary>
    public static readonly IReadOnlyList<SearchFacet> AllFacets = [.. Enum.GetValues<Facet>().Select(f => new SearchFacet(f)), SearchFacet.Attributes, new(default, "地域"), new(default, "segment")];

    /// <summary>Facets that count each text once.</summary>
    private static readonly HashSet<string> AddUp = [.. AllFacets.Where(f => f.Attribute is null ? f.Facet is not (Facet.Topic or Facet.Intent) : f.Attribute.Length > 0).Select(f => f.Name)];

    /// <summary>The first difference in words, or null where there is none.</summary>
    public string? DifferenceFrom(PlainArchive archive, IReadOnlyList<PlainText> expected, TextOrder order)
    {
        var ids = expected.Select(t => t.Id).ToHashSet();
        if (Total != expected.Count)
        {
            return $"{Total} texts instead of {expected.Count}: {Some("too many", Ids.Except(ids))} {Some("missing", ids.Except(Ids))}";
        }
        if (!ids.SetEquals(Ids) || Ids.Count != ids.Count)
        {
            return $"other texts: {Some("too many", Ids.Except(ids))} {Some("missing", ids.Except(Ids))}";
        }
        if (!InOrder(expected, order).SequenceEqual(Ids))
        {
            return $"not in the order {order}";
        }
        if (Customers is { } customers && customers != expected.Select(t => t.Feedback.Customer).OfType<string>().Distinct().Count())
        {
            return $"{customers} customers";
        }
        return AllFacets.Select(f => DifferenceIn(f, archive.Count(f, expected))).OfType<string>().FirstOrDefault();
    }

    /// <summary>The hits in an order that follows from the texts alone; another is taken as it is.</summary>
    private IEnumerable<long> InOrder(IReadOnlyList<PlainText> expected, TextOrder order) => order switch
    {
        TextOrder.Newest => expected.OrderByDescending(t => t.Feedback.OccurredAt.ToUnixTimeSeconds()).ThenByDescending(t => t.Id).Select(t => t.Id),
        TextOrder.Oldest => expected.OrderBy(t => t.Feedback.OccurredAt.ToUnixTimeSeconds()).ThenBy(t => t.Id).Select(t => t.Id),
        TextOrder.MostNegative => expected.OrderBy(t => t.Score).ThenByDescending(t => t.Id).Select(t => t.Id),
        _ => Ids,
    };

    private string? DifferenceIn(SearchFacet facet, Dictionary<string, int> expected)
    {
        var counted = Facets[facet.Name];
        if (facet.Attribute is "")
        {
            // Of a name that is written in several ways the most frequent stands for all.
            counted = counted.ToDictionary(c => PlainText.Canonical(c.Key), c => c.Value);
        }
        var wrong = expected.Keys.Union(counted.Keys).FirstOrDefault(v => expected.GetValueOrDefault(v) != counted.GetValueOrDefault(v));
        return wrong is not null ? $"{facet.Name} '{wrong}': {counted.GetValueOrDefault(wrong)} instead of {expected.GetValueOrDefault(wrong)}"
            : AddUp.Contains(facet.Name) && counted.Values.Sum() != Total ? $"{facet.Name} adds up to {counted.Values.Sum()} of {Total}"
            : null;
    }

    private static string Some(string what, IEnumerable<long> ids) => ids.Take(5).ToList() is { Count: > 0 } few ? $"{what} {string.Join(", ", few.Select(id => id.ToString(CultureInfo.InvariantCulture)))}" : "";
}
