using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Finds a stretch somewhere deep in an order by numbers without ordering what is before it: each text becomes a number that sorts by its key
/// and then newest first, and the two ends of the stretch are found by selection (Hoare, "Find", 1961) in time linear in the texts.
/// </summary>
internal static class DeepRanking
{
    /// <summary>The texts of a stretch, best first.</summary>
    /// <param name="parts">The result.</param>
    /// <param name="ranking">The order.</param>
    /// <param name="skip">How many of the best to leave out.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static List<Hit> Stretch(IReadOnlyList<MatchedPart> parts, IRanking ranking, int skip, int count, CancellationToken cancellationToken)
    {
        var total = parts.Sum(p => p.Count);
        if (skip >= total || count == 0)
        {
            return [];
        }
        var texts = new (Segment Segment, int Text)[total];
        var order = new ulong[total];
        Number(parts, Keys(parts, ranking, cancellationToken), texts, order);
        var end = (int)Math.Min(total, (long)skip + count);
        Select(order, skip);
        if (end < total)
        {
            Select(order.AsSpan(skip), end - skip);
        }
        var stretch = order.AsSpan(skip, end - skip);
        stretch.Sort();
        var hits = new List<Hit>(stretch.Length);
        foreach (var number in stretch)
        {
            var (segment, text) = texts[(uint)number];
            hits.Add(new Hit(Key(number), segment, text));
        }
        return hits;
    }

    private static Dictionary<Segment, float[]> Keys(IReadOnlyList<MatchedPart> parts, IRanking ranking, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<Segment, float[]>(parts.Count);
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ranking.Rank(part, keys[part.Segment] = new float[part.Segment.Count]);
        }
        return keys;
    }

    private static void Number(IReadOnlyList<MatchedPart> parts, Dictionary<Segment, float[]> keys, (Segment Segment, int Text)[] texts, ulong[] order)
    {
        var (next, segment, ownKeys) = (0u, (Segment?)null, Array.Empty<float>());
        foreach (var hit in TimeOrder.Of(parts, newestFirst: true))
        {
            if (hit.Segment != segment)
            {
                (segment, ownKeys) = (hit.Segment, keys[hit.Segment]);
            }
            texts[next] = (hit.Segment, hit.Text);
            order[next] = ((ulong)~Ascending(ownKeys[hit.Text]) << 32) | next;
            next++;
        }
    }

    /// <summary>The bits of a float so that they are in its order, as IEEE 754 has them for what is not negative.</summary>
    private static uint Ascending(float key)
    {
        var bits = BitConverter.SingleToUInt32Bits(key == 0 ? 0 : key);
        return (bits & 0x80000000) == 0 ? bits | 0x80000000 : ~bits;
    }

    private static double Key(ulong number)
    {
        var bits = ~(uint)(number >> 32);
        return BitConverter.UInt32BitsToSingle((bits & 0x80000000) != 0 ? bits & 0x7FFFFFFF : ~bits);
    }

    /// <summary>Puts the number there that belongs to a place, what is less before it and what is more behind it. All are different.</summary>
    private static void Select(Span<ulong> numbers, int place)
    {
        var (low, high) = (0, numbers.Length - 1);
        while (high - low > 16)
        {
            var pivot = Middle(numbers[low], numbers[low + ((high - low) >> 1)], numbers[high]);
            var (up, down) = (low, high);
            while (up <= down)
            {
                while (numbers[up] < pivot)
                {
                    up++;
                }
                while (numbers[down] > pivot)
                {
                    down--;
                }
                if (up <= down)
                {
                    (numbers[up], numbers[down]) = (numbers[down], numbers[up]);
                    (up, down) = (up + 1, down - 1);
                }
            }
            if (place > down && place < up)
            {
                return;
            }
            (low, high) = place <= down ? (low, down) : (up, high);
        }
        numbers[low..(high + 1)].Sort();
    }

    private static ulong Middle(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
