using System.Collections.Concurrent;
using System.Numerics;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Values of a column that satisfy a condition, which is asked once for each value of a segment.</summary>
/// <param name="column">The column.</param>
/// <param name="condition">The condition.</param>
internal sealed class ColumnCriterion(Func<Segment, Codes> column, Func<int, bool> condition) : Criterion
{
    private readonly ConcurrentDictionary<Segment, Decision> _decisions = new();

    public override int Weight => 1;

    public override int Bound(SegmentView view) => Decide(view.Segment).Satisfied == 0 ? 0 : view.Live;

    public override int CountIn(SegmentView view)
    {
        var decision = Decide(view.Segment);
        if (decision.Satisfied == 0 || decision.Satisfied == decision.Codes.Length)
        {
            return decision.Satisfied == 0 ? 0 : view.Live;
        }
        return view.Dead is not null ? -1 : column(view.Segment).Totals().Where((_, code) => decision.Codes[code] != 0).Sum();
    }

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        var decision = Decide(view.Segment);
        if (decision.Satisfied == decision.Codes.Length)
        {
            return count;
        }
        if (decision.Satisfied == 0)
        {
            bits.Clear();
            return 0;
        }
        var codes = column(view.Segment).Texts;
        count = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            if (bits[i] != 0)
            {
                bits[i] &= Satisfying(codes.AsSpan((firstWord + i) << 6), bits[i], decision.Codes);
                count += BitOperations.PopCount(bits[i]);
            }
        }
        return count;
    }

    private static ulong Satisfying(ReadOnlySpan<ushort> codes, ulong asked, byte[] decisions)
    {
        var satisfying = 0UL;
        if (codes.Length >= 64 && BitOperations.PopCount(asked) > 32)
        {
            codes = codes[..64];
            for (var i = 0; i < codes.Length; i++)
            {
                satisfying |= (ulong)decisions[codes[i]] << i;
            }
            return satisfying;
        }
        for (; asked != 0; asked &= asked - 1)
        {
            var i = BitOperations.TrailingZeroCount(asked);
            satisfying |= (ulong)decisions[codes[i]] << i;
        }
        return satisfying;
    }

    private Decision Decide(Segment segment) => _decisions.GetOrAdd(segment, Ask);

    private Decision Ask(Segment segment)
    {
        var values = column(segment).Values;
        var codes = new byte[values.Length];
        var satisfied = 0;
        for (var code = 0; code < codes.Length; code++)
        {
            if (condition(values[code]))
            {
                codes[code] = 1;
                satisfied++;
            }
        }
        return new Decision(codes, satisfied);
    }

    /// <summary>Which codes of a segment satisfy the condition.</summary>
    /// <param name="Codes">1 for each that does.</param>
    /// <param name="Satisfied">How many do.</param>
    private sealed record Decision(byte[] Codes, int Satisfied);
}
