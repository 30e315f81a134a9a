using System.Buffers;
using System.Numerics;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>A string in the normalised text. Waits for texts that are still to come.</summary>
/// <param name="wanted">One or more characters, normalised.</param>
/// <param name="cancellationToken">Ends the waiting.</param>
internal sealed class ExactCriterion(string wanted, CancellationToken cancellationToken) : Criterion
{
    // From so many texts of a block on it is looked through as one.
    private const int WholeBlock = 8;

    public override int Weight => 4;

    public override int Bound(SegmentView view) => view.Live;

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        var texts = Texts(view.Segment);
        var blocks = ArrayPool<ulong>.Shared.Rent(Bits.Words(view.Words));
        var possible = blocks.AsSpan(0, Bits.Words(view.Words));
        possible.Fill(ulong.MaxValue);
        texts.Filter?.Keep(possible, wanted);
        count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            if (bits[i] != 0)
            {
                bits[i] &= Bits.Has(possible, firstWord + i) ? Containing(texts, firstWord + i, bits[i]) : 0;
                count += BitOperations.PopCount(bits[i]);
            }
        }
        ArrayPool<ulong>.Shared.Return(blocks);
        return count;
    }

    private ulong Containing(SegmentTexts texts, int block, ulong asked)
    {
        if (BitOperations.PopCount(asked) >= WholeBlock)
        {
            return texts.Containing(block, wanted);
        }
        var found = 0UL;
        for (; asked != 0; asked &= asked - 1)
        {
            var bit = asked & (~asked + 1);
            found |= texts[(block << 6) + BitOperations.TrailingZeroCount(asked)].Contains(wanted, StringComparison.Ordinal) ? bit : 0;
        }
        return found;
    }

    private SegmentTexts Texts(Segment segment)
    {
        if (segment.Texts is null)
        {
            segment.Tables.HasTexts.Wait(cancellationToken);
        }
        return segment.Texts ?? throw new InvalidOperationException("The texts of the archive are not there.");
    }
}
