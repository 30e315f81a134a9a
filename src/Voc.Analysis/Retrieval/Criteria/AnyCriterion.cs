using System.Buffers;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>What any part matches. A part is only asked of what none before it matched.</summary>
internal sealed class AnyCriterion(Criterion[] parts) : Criterion
{
    public override int Weight { get; } = parts.Select(p => p.Weight).Append(1).Max();

    public override IEnumerable<ScoredCriterion> Scored => parts.SelectMany(p => p.Scored);

    public override int Bound(SegmentView view)
    {
        var bound = 0L;
        foreach (var part in parts)
        {
            bound += part.Bound(view);
        }
        return (int)Math.Min(view.Live, bound);
    }

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        var scratch = ArrayPool<ulong>.Shared.Rent(2 * bits.Length);
        var any = scratch.AsSpan(0, bits.Length);
        var asked = scratch.AsSpan(bits.Length, bits.Length);
        any.Clear();
        var left = count;
        foreach (var part in parts)
        {
            if (left > 0 && part.Bound(view) > 0)
            {
                bits.CopyTo(asked);
                if (part.Restrict(view, firstWord, asked, left) > 0)
                {
                    Bits.Join(any, asked);
                    left = Bits.Remove(bits, asked);
                }
            }
        }
        any.CopyTo(bits);
        ArrayPool<ulong>.Shared.Return(scratch);
        return count - left;
    }
}
