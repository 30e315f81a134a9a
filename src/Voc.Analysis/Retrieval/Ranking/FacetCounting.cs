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

    /// <summary>How many texts have each label of their sets, and each above those; a text counts once for each.</summary>
    /// <param name="parts">The result.</param>
    /// <param name="column">The column of sets.</param>
    /// <param name="sets">The sets by their ordinals.</param>
    /// <param name="above">The label above each, or -1; labels are less than its length.</param>
    /// <returns>The counts by label, and how many texts have none.</returns>
    public static (int[] ByLabel, int None) ByLabel(IReadOnlyList<MatchedPart> parts, Func<Segment, Codes> column, Interned<LabelSet> sets, ReadOnlySpan<int> above)
    {
        // Texts have tens of thousands of different sets of few labels, so their counts are summed before anybody looks at a label.
        var count = sets.Count;
        var scratch = ArrayPool<int>.Shared.Rent(count);
        var bySet = scratch.AsSpan(0, count);
        bySet.Clear();
        foreach (var part in parts)
        {
            Add(bySet, part, column(part.Segment));
        }
        var (byLabel, counted, none) = (new int[above.Length], new int[above.Length], 0);
        for (var set = 0; set < count; set++)
        {
            if (bySet[set] == 0)
            {
                continue;
            }
            var labels = sets[set].Ordinals;
            none += labels.Length == 0 ? bySet[set] : 0;
            foreach (var first in labels)
            {
                for (var label = first; label >= 0 && counted[label] != set + 1; label = above[label])
                {
                    counted[label] = set + 1;
                    byLabel[label] += bySet[set];
                }
            }
        }
        ArrayPool<int>.Shared.Return(scratch);
        return (byLabel, none);
    }

    /// <summary>The counts by name, most frequent first; what has the same name counts together.</summary>
    public static FacetCount[] ByName(Dictionary<int, int> counts, Func<int, string> name) =>
        Sorted(counts.GroupBy(c => name(c.Key), (value, same) => new FacetCount(value, same.Sum(c => c.Value)), StringComparer.Ordinal));

    /// <summary>Most frequent first.</summary>
    public static FacetCount[] Sorted(IEnumerable<FacetCount> counts) =>
        [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)];

    private static void Add(Dictionary<int, int> counts, MatchedPart part, Codes column)
    {
        var scratch = ArrayPool<int>.Shared.Rent(column.Values.Length);
        var byCode = ByCode(part, column, scratch);
        for (var code = 0; code < byCode.Length; code++)
        {
            if (byCode[code] > 0)
            {
                var value = column.Values[code];
                counts[value] = counts.GetValueOrDefault(value) + byCode[code];
            }
        }
        ArrayPool<int>.Shared.Return(scratch);
    }

    private static void Add(Span<int> counts, MatchedPart part, Codes column)
    {
        if (part.Count < column.Values.Length)
        {
            foreach (var text in new TextsOf(part.Texts))
            {
                counts[column[text]]++;
            }
            return;
        }
        var scratch = ArrayPool<int>.Shared.Rent(column.Values.Length);
        var byCode = ByCode(part, column, scratch);
        for (var code = 0; code < byCode.Length; code++)
        {
            if (byCode[code] > 0)
            {
                counts[column.Values[code]] += byCode[code];
            }
        }
        ArrayPool<int>.Shared.Return(scratch);
    }

    /// <summary>How many texts have each code.</summary>
    private static ReadOnlySpan<int> ByCode(MatchedPart part, Codes column, int[] scratch)
    {
        if (part.Count == part.Segment.Count)
        {
            return column.Totals();
        }
        var byCode = scratch.AsSpan(0, column.Values.Length);
        byCode.Clear();
        foreach (var text in new TextsOf(part.Texts))
        {
            byCode[column.Texts[text]]++;
        }
        return byCode;
    }
}
