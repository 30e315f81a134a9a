using System.Buffers;
using System.Collections.Concurrent;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>The texts of any of several ordinals of postings.</summary>
internal sealed class OrdinalUnion(int[] ordinals)
{
    // Looking up an ordinal costs about this many times as much as asking of the next whether it is wanted.
    private const int LookUp = 16;

    private readonly ConcurrentDictionary<Postings, int[]> _indexes = new();

    /// <summary>The ordinals.</summary>
    public OrdinalSet Set { get; } = new(ordinals);

    /// <summary>At most how many texts there are.</summary>
    public int Bound(Postings postings)
    {
        var bound = 0L;
        foreach (var index in Indexes(postings))
        {
            bound += postings.Count(index);
        }
        return (int)Math.Min(int.MaxValue, bound);
    }

    /// <summary>Keeps of a set the texts of the ordinals; tells how many stay.</summary>
    public int Keep(Postings postings, int firstWord, Span<ulong> bits)
    {
        var scratch = ArrayPool<ulong>.Shared.Rent(bits.Length);
        var any = scratch.AsSpan(0, bits.Length);
        any.Clear();
        foreach (var index in Indexes(postings))
        {
            PostingList.Join(postings.Texts.AsSpan(postings.Within(index, firstWord << 6, (firstWord + bits.Length) << 6)), firstWord, any);
        }
        var count = Bits.Keep(bits, any);
        ArrayPool<ulong>.Shared.Return(scratch);
        return count;
    }

    /// <summary>Where the ordinals that some text has are in postings, ascending.</summary>
    public int[] Indexes(Postings postings) => _indexes.GetOrAdd(postings, p => [.. FindIndexes(p)]);

    private IEnumerable<int> FindIndexes(Postings postings)
    {
        if ((long)ordinals.Length * LookUp < postings.Terms.Length)
        {
            foreach (var ordinal in ordinals)
            {
                if (postings.IndexOf(ordinal) is var index && index >= 0)
                {
                    yield return index;
                }
            }
        }
        else
        {
            for (var index = 0; index < postings.Terms.Length; index++)
            {
                if (Set.Contains(postings.Terms[index]))
                {
                    yield return index;
                }
            }
        }
    }
}
