using System.Buffers;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Counts the texts of a result by a column.</summary>
internal static class FacetCounting
{
    /// <summary>How many texts have each value of a column.</summary>
    public static Dictionary<int, int> ByValue(IReadOnlyList<MatchedPart> parts, Func<Segment, Codes> column)
    {
        var counts = new Dictionary<int, int>();
        foreach (var part in parts)
        {
            Add(counts, part, column(part.Segment));
        }
        return counts;
    }

    /// <summary>The counts by name, most frequent first; what has the same name counts together.</summary>
    public static FacetCount[] ByName(Dictionary<int, int> counts, Func<int, string> name) =>
        Sorted(counts.GroupBy(c => name(c.Key), (value, same) => new FacetCount(value, same.Sum(c => c.Value)), StringComparer.Ordinal));

    /// <summary>Most frequent first.</summary>
    public static FacetCount[] Sorted(IEnumerable<FacetCount> counts) =>
        [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)];

    private static void Add(Dictionary<int, int> counts, MatchedPart part, Codes column)
    {
        if (part.Count == part.Segment.Count)
        {
            Add(counts, column, column.Totals());
            return;
        }
        var scratch = ArrayPool<int>.Shared.Rent(column.Values.Length);
        var byCode = scratch.AsSpan(0, column.Values.Length);
        byCode.Clear();
        foreach (var text in new TextsOf(part.Texts))
        {
            byCode[column.Texts[text]]++;
        }
        Add(counts, column, byCode);
        ArrayPool<int>.Shared.Return(scratch);
    }

    private static void Add(Dictionary<int, int> counts, Codes column, ReadOnlySpan<int> byCode)
    {
        for (var code = 0; code < byCode.Length; code++)
        {
            if (byCode[code] > 0)
            {
                var value = column.Values[code];
                counts[value] = counts.GetValueOrDefault(value) + byCode[code];
            }
        }
    }
}
