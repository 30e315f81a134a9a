using System.Buffers;
using System.Numerics;
using Voc.Analysis.Retrieval.Ranking;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Terms that match and add to the score.</summary>
internal abstract class ScoredCriterion(double boost) : Criterion
{
    /// <summary>Factor of what it adds to the score.</summary>
    public double Boost { get; } = boost;

    public override IEnumerable<ScoredCriterion> Scored => [this];

    /// <summary>How rare it is, see <see cref="Bm25.Rarity"/>.</summary>
    public abstract double Rarity(IndexSnapshot snapshot);

    /// <summary>How often it stands in a text; 0 where it does not.</summary>
    public abstract int Frequency(Segment segment, int text);

    /// <summary>Adds to the scores of the texts of a set what this says of them.</summary>
    /// <param name="view">The segment.</param>
    /// <param name="bits">The set, of all texts of the segment.</param>
    /// <param name="count">How many texts are in it.</param>
    /// <param name="weights">What an occurrence is worth.</param>
    /// <param name="scores">A score for each text of the segment.</param>
    public virtual void Score(SegmentView view, ReadOnlySpan<ulong> bits, int count, TermWeights weights, Span<float> scores)
    {
        var scratch = ArrayPool<ulong>.Shared.Rent(bits.Length);
        var matching = scratch.AsSpan(0, bits.Length);
        bits.CopyTo(matching);
        RestrictToCandidates(view, 0, matching, count);
        for (var i = 0; i < matching.Length; i++)
        {
            for (var left = matching[i]; left != 0; left &= left - 1)
            {
                var text = (i << 6) + BitOperations.TrailingZeroCount(left);
                if (Frequency(view.Segment, text) is var frequency && frequency > 0)
                {
                    scores[text] += weights.Of(view.Segment, text, frequency);
                }
            }
        }
        ArrayPool<ulong>.Shared.Return(scratch);
    }

    /// <summary>Keeps of a set of texts at least those that match, without reading any.</summary>
    protected virtual int RestrictToCandidates(SegmentView view, int firstWord, Span<ulong> bits, int count) => Restrict(view, firstWord, bits, count);
}
