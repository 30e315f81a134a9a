using System.Buffers;

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
        var scratch = ArrayPool<int>.Shared.Rent((Places.Length * terms.Length) + Places.Length);
        var positions = new Positions(scratch, Places, terms);
        var found = false;
        for (var i = 0; i < Places.Length && !found; i++)
        {
            foreach (var position in positions[i])
            {
                if (IsWithin(positions, position - i))
                {
                    found = true;
                    break;
                }
            }
        }
        ArrayPool<int>.Shared.Return(scratch);
        return found ? 1 : 0;
    }

    /// <summary>Whether all terms can stand with shifts from one on.</summary>
    private bool IsWithin(in Positions positions, int shift)
    {
        for (var i = 0; i < Places.Length; i++)
        {
            var from = positions.From(i, shift + i);
            if (from.IsEmpty || from[0] - i - shift > slop)
            {
                return false;
            }
        }
        return !_mayShare || CanStandApart(positions, shift);
    }

    /// <summary>Whether each term can have a place of its own: a matching of terms and places, grown by augmenting paths (Kuhn, 1955).</summary>
    private bool CanStandApart(in Positions positions, int shift)
    {
        var taken = new Dictionary<int, int>();
        var tried = new HashSet<int>();
        for (var i = 0; i < Places.Length; i++)
        {
            tried.Clear();
            if (!Place(positions, shift, i, taken, tried))
            {
                return false;
            }
        }
        return true;
    }

    private bool Place(in Positions positions, int shift, int term, Dictionary<int, int> taken, HashSet<int> tried)
    {
        foreach (var position in positions.From(term, shift + term))
        {
            if (position - term - shift > slop)
            {
                break;
            }
            if (tried.Add(position) && (!taken.TryGetValue(position, out var other) || Place(positions, shift, other, taken, tried)))
            {
                taken[position] = term;
                return true;
            }
        }
        return false;
    }

    /// <summary>For each term of the query where it stands in a text, ascending.</summary>
    private readonly ref struct Positions
    {
        private readonly Span<int> _counts;
        private readonly Span<int> _positions;
        private readonly int _most;

        public Positions(int[] scratch, PhrasePlace[] places, ReadOnlySpan<int> terms)
        {
            _most = terms.Length;
            _counts = scratch.AsSpan(0, places.Length);
            _positions = scratch.AsSpan(places.Length, places.Length * _most);
            _counts.Clear();
            for (var at = 0; at < terms.Length; at++)
            {
                for (var i = 0; i < places.Length; i++)
                {
                    if (places[i].Takes(terms[at]))
                    {
                        _positions[(i * _most) + _counts[i]++] = at;
                    }
                }
            }
        }

        public ReadOnlySpan<int> this[int term] => _positions.Slice(term * _most, _counts[term]);

        /// <summary>Where a term stands from a place on.</summary>
        public ReadOnlySpan<int> From(int term, int place)
        {
            var all = this[term];
            var at = all.BinarySearch(place);
            return all[(at < 0 ? ~at : at)..];
        }
    }
}
