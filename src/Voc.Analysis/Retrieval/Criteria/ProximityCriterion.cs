using System.Runtime.InteropServices;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>
/// Terms near each other, in any order. Say a term of the query that is the i-th there stands as the p-th of the text; its shift is
/// p - i. The query matches where each of its terms stands somewhere, no two at the same place, so that the largest shift exceeds the
/// smallest by the slop at most. Terms that follow each other have one shift; two that are swapped differ by 2. A text counts as one
/// occurrence. This is how Lucene's sloppy phrases are defined.
/// </summary>
/// <param name="places">Two or more.</param>
/// <param name="slop">By how much shifts may differ.</param>
/// <param name="boost">Factor of what it adds to the score.</param>
internal sealed class ProximityCriterion(PhrasePlace[] places, int slop, double boost) : SequenceCriterion(places, boost)
{
    // Only terms that can take the same place must be told apart.
    private readonly bool _mayShare = places[^1].Terms is not null || places.Select(p => p.Term).Distinct().Count() < places.Length;

    protected override int Frequency(ReadOnlySpan<int> terms, int limit)
    {
        var positions = Positions(terms);
        for (var i = 0; i < positions.Length; i++)
        {
            foreach (var position in CollectionsMarshal.AsSpan(positions[i]))
            {
                if (IsWithin(positions, position - i))
                {
                    return 1;
                }
            }
        }
        return 0;
    }

    private List<int>[] Positions(ReadOnlySpan<int> terms)
    {
        var positions = new List<int>[Places.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = [];
            for (var at = 0; at < terms.Length; at++)
            {
                if (Places[i].Takes(terms[at]))
                {
                    positions[i].Add(at);
                }
            }
        }
        return positions;
    }

    /// <summary>Whether all terms can stand with shifts from one on.</summary>
    private bool IsWithin(List<int>[] positions, int shift)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            var at = First(positions[i], shift + i);
            if (at == positions[i].Count || positions[i][at] - i - shift > slop)
            {
                return false;
            }
        }
        return !_mayShare || CanStandApart(positions, shift);
    }

    /// <summary>Whether each term can have a place of its own: a matching of terms and places, grown by augmenting paths (Kuhn, 1955).</summary>
    private bool CanStandApart(List<int>[] positions, int shift)
    {
        var taken = new Dictionary<int, int>();
        var tried = new HashSet<int>();
        for (var i = 0; i < positions.Length; i++)
        {
            tried.Clear();
            if (!Place(positions, shift, i, taken, tried))
            {
                return false;
            }
        }
        return true;
    }

    private bool Place(List<int>[] positions, int shift, int term, Dictionary<int, int> taken, HashSet<int> tried)
    {
        for (var at = First(positions[term], shift + term); at < positions[term].Count && positions[term][at] - term - shift <= slop; at++)
        {
            var position = positions[term][at];
            if (tried.Add(position) && (!taken.TryGetValue(position, out var other) || Place(positions, shift, other, taken, tried)))
            {
                taken[position] = term;
                return true;
            }
        }
        return false;
    }

    private static int First(List<int> positions, int from)
    {
        var at = positions.BinarySearch(from);
        return at < 0 ? ~at : at;
    }
}
