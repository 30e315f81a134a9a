using System.Buffers;
using System.Numerics;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Finds the best texts of a result in an order by numbers.</summary>
internal static class Ranker
{
    /// <summary>The best texts, best first.</summary>
    /// <param name="parts">The result.</param>
    /// <param name="ranking">The order.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static List<Hit> Top(IReadOnlyList<MatchedPart> parts, IRanking ranking, int count, CancellationToken cancellationToken)
    {
        var best = new BestHits(count);
        var keys = ArrayPool<float>.Shared.Rent(Segment.Capacity);
        try
        {
            // Newest first: what is equal to the worst that is kept is then passed over at once.
            foreach (var part in parts.OrderByDescending(p => p.Segment.Ids[^1]))
            {
                cancellationToken.ThrowIfCancellationRequested();
                ranking.Rank(part, keys.AsSpan(0, part.Segment.Count));
                Offer(best, part, keys);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(keys);
        }
        return best.Sorted();
    }

    private static void Offer(BestHits best, MatchedPart part, float[] keys)
    {
        var least = best.Least;
        for (var i = part.Texts.Length - 1; i >= 0; i--)
        {
            for (var left = part.Texts[i]; left != 0;)
            {
                var bit = 63 - BitOperations.LeadingZeroCount(left);
                left ^= 1UL << bit;
                var text = (i << 6) + bit;
                if (keys[text] >= least)
                {
                    best.Offer(new Hit(keys[text], part.Segment, text));
                    least = best.Least;
                }
            }
        }
    }
}
