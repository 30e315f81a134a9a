using System.Buffers;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>What a part does not match.</summary>
internal sealed class NotCriterion(Criterion part) : Criterion
{
    public override int Weight => Math.Max(1, part.Weight);

    public override int Bound(SegmentView view) => view.Live;

    public override int CountIn(SegmentView view) => part.CountIn(view) is var count && count < 0 ? -1 : view.Live - count;

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        if (part.Bound(view) == 0)
        {
            return count;
        }
        var scratch = ArrayPool<ulong>.Shared.Rent(bits.Length);
        var matching = scratch.AsSpan(0, bits.Length);
        bits.CopyTo(matching);
        if (part.Restrict(view, firstWord, matching, count) > 0)
        {
            count = Bits.Remove(bits, matching);
        }
        ArrayPool<ulong>.Shared.Return(scratch);
        return count;
    }
}
