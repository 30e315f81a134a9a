using Voc.Analysis.Search;
using Voc.Analysis.Text;

namespace Voc.Analysis.Mining;

/// <summary>
/// Finds terms that stand near each other, in any order: a term of the query that is the i-th there and stands as the p-th of the text
/// is shifted by p − i, and the shifts of all terms differ by the slop at most.
/// </summary>
internal static class NearWords
{
    /// <summary>From each place where they can begin, the stretch they take up.</summary>
    public static IEnumerable<TextSpan> Of(TermsMatch near, List<string> names, IReadOnlyList<IndexTerm> located)
    {
        var places = near.Terms.Select((_, i) => Places(near, i, names)).ToList();
        var shifts = places.SelectMany((at, i) => at.Select(p => p - i)).Distinct().Order();
        foreach (var shift in shifts)
        {
            if (Within(places, shift, near.Slop) is { } taken && taken.Min() is var first && taken.Max() is var last)
            {
                yield return KeywordOccurrences.Covering(located, first, last);
            }
        }
    }

    private static List<int> Places(TermsMatch near, int term, List<string> names)
    {
        var prefix = near.Prefix && term == near.Terms.Count - 1;
        return [.. Enumerable.Range(0, names.Count).Where(at => prefix ? names[at].StartsWith(near.Terms[term], StringComparison.Ordinal) : names[at] == near.Terms[term])];
    }

    /// <summary>A place of its own for each term with shifts from one on, the first that is free; null where there is none.</summary>
    private static HashSet<int>? Within(List<List<int>> places, int shift, int slop)
    {
        var taken = new HashSet<int>();
        for (var term = 0; term < places.Count; term++)
        {
            var free = places[term].Where(at => at - term >= shift && at - term - shift <= slop && !taken.Contains(at)).Take(1).ToList();
            if (free.Count == 0)
            {
                return null;
            }
            taken.Add(free[0]);
        }
        return taken;
    }
}
