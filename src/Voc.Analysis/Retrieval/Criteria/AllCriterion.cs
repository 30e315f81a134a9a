using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>What all parts match: the part with the fewest texts first, what is costly last.</summary>
internal sealed class AllCriterion(Criterion[] parts) : Criterion
{
    public override int Weight => 3;

    public override IEnumerable<ScoredCriterion> Scored => parts.SelectMany(p => p.Scored);

    public override int Bound(SegmentView view)
    {
        var bound = view.Live;
        foreach (var part in parts)
        {
            bound = Math.Min(bound, bound == 0 ? 0 : part.Bound(view));
        }
        return bound;
    }

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        var order = Order(view);
        if (order is null)
        {
            bits.Clear();
            return 0;
        }
        foreach (var part in order)
        {
            if (count > 0)
            {
                count = part.Restrict(view, firstWord, bits, count);
            }
        }
        return count;
    }

    /// <summary>The parts in the order in which they are asked; null where one of them matches nothing.</summary>
    private Criterion[]? Order(SegmentView view)
    {
        var bounds = new long[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var bound = parts[i].Bound(view);
            if (bound == 0)
            {
                return null;
            }
            bounds[i] = ((long)parts[i].Weight << 32) + bound;
        }
        Criterion[] order = [.. parts];
        Array.Sort(bounds, order);
        return order;
    }
}
