using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>
/// A part of a query, ready to be asked of segments. It is asked to narrow down sets, so that what is costly to tell is only told of
/// the few texts that everything else left. Safe for any number of threads.
/// </summary>
internal abstract class Criterion
{
    /// <summary>How costly it is for each text: 0 for what is looked up by term.</summary>
    public virtual int Weight => 0;

    /// <summary>What of it adds to the score.</summary>
    public virtual IEnumerable<ScoredCriterion> Scored => [];

    /// <summary>At most how many texts of a segment match; 0 where surely none does.</summary>
    public abstract int Bound(SegmentView view);

    /// <summary>How many of the texts that are there match, where that is known without looking at them; else -1.</summary>
    public virtual int CountIn(SegmentView view) => -1;

    /// <summary>Keeps of a set of texts those that match.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="firstWord">Word of the set of all texts with which this set begins.</param>
    /// <param name="bits">The set; it may end before the last text.</param>
    /// <param name="count">How many texts are in it.</param>
    /// <returns>How many stay.</returns>
    public abstract int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count);

    /// <summary>Keeps of a set of texts those for which something is true.</summary>
    protected static int Where<T>(Span<ulong> bits, int firstWord, T test)
        where T : struct, ITextTest, allows ref struct
    {
        var count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var left = bits[i]; left != 0; left &= left - 1)
            {
                var bit = System.Numerics.BitOperations.TrailingZeroCount(left);
                if (test.IsTrue(((firstWord + i) << 6) + bit))
                {
                    count++;
                }
                else
                {
                    bits[i] &= ~(1UL << bit);
                }
            }
        }
        return count;
    }

    /// <summary>A question about a text of a segment.</summary>
    protected interface ITextTest
    {
        bool IsTrue(int text);
    }
}
