using System.Buffers;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Texts by their identifiers.</summary>
/// <param name="ids">Ascending, each once.</param>
internal sealed class IdsCriterion(long[] ids) : Criterion
{
    public override int Bound(SegmentView view) => Math.Min(view.Live, Within(view.Segment.Ids[0], view.Segment.Ids[^1]).Length);

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        var segment = view.Segment;
        var last = Math.Min(segment.Count, (firstWord + bits.Length) << 6) - 1;
        var wanted = Within(segment.Ids[firstWord << 6], segment.Ids[last]);
        if (wanted.Length > count)
        {
            return Where(bits, firstWord, new IsAmong(wanted, segment.Ids));
        }
        var scratch = ArrayPool<ulong>.Shared.Rent(bits.Length);
        var found = scratch.AsSpan(0, bits.Length);
        found.Clear();
        foreach (var id in wanted)
        {
            if (segment.IndexOf(id) is var text && text >= 0)
            {
                found[(text >> 6) - firstWord] |= 1UL << text;
            }
        }
        count = Bits.Keep(bits, found);
        ArrayPool<ulong>.Shared.Return(scratch);
        return count;
    }

    private ReadOnlySpan<long> Within(long first, long last)
    {
        var from = ids.AsSpan().BinarySearch(first);
        var to = ids.AsSpan().BinarySearch(last);
        from = from < 0 ? ~from : from;
        to = to < 0 ? ~to : to + 1;
        return ids.AsSpan(from, to - from);
    }

    private readonly ref struct IsAmong(ReadOnlySpan<long> wanted, long[] ids) : ITextTest
    {
        private readonly ReadOnlySpan<long> _wanted = wanted;

        public bool IsTrue(int text) => _wanted.BinarySearch(ids[text]) >= 0;
    }
}
