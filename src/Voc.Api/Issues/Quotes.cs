using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// Chooses quotes that tell what an issue is about and differ from each other: maximal marginal relevance (Carbonell and Goldstein, 1998)
/// over character bigrams, one quote a customer.
/// </summary>
internal static class Quotes
{
    public const int Max = 20;
    private const int Pool = 150;
    private const int ReadLength = 300;
    private const double Diversity = 0.6;

    public static IReadOnlyList<FeedbackRow> Choose(IReadOnlyList<FeedbackRow> feedback, IReadOnlyList<string> terms)
    {
        // Spread over the whole time of the issue, not only its last day.
        var stride = Math.Max(1, feedback.Count / Pool);
        var pool = feedback.Where((_, i) => i % stride == 0).Take(Pool)
            .Select(f => (Row: f, Bigrams: Bigrams(f.Text), Relevance: Relevance(f, terms))).ToList();
        var nearest = new double[pool.Count];
        var customers = new HashSet<string>();
        var chosen = new List<FeedbackRow>();
        var open = Enumerable.Range(0, pool.Count).ToList();
        while (chosen.Count < Max && open.Count > 0)
        {
            var best = open.MaxBy(i => ((1 - Diversity) * pool[i].Relevance) - (Diversity * nearest[i]));
            open.Remove(best);
            if (pool[best].Row.Customer is { } customer && !customers.Add(customer))
            {
                continue;
            }
            chosen.Add(pool[best].Row);
            foreach (var i in open)
            {
                nearest[i] = Math.Max(nearest[i], Similarity(pool[i].Bigrams, pool[best].Bigrams));
            }
        }
        return chosen;
    }

    private static double Relevance(FeedbackRow feedback, IReadOnlyList<string> terms)
    {
        var named = terms.Take(6).Count(t => feedback.Text.Contains(t, StringComparison.OrdinalIgnoreCase));
        var readable = feedback.Text.Length is >= 10 and <= 160 ? 1 : 0;
        return (Math.Min(named, 3) / 3.0 * 0.5) + (readable * 0.25) + (Math.Abs(feedback.Score) * 0.25);
    }

    private static HashSet<int> Bigrams(string text)
    {
        var bigrams = new HashSet<int>();
        for (var i = 1; i < Math.Min(text.Length, ReadLength); i++)
        {
            bigrams.Add((text[i - 1] << 16) | text[i]);
        }
        return bigrams;
    }

    private static double Similarity(HashSet<int> a, HashSet<int> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : small.Count(large.Contains) / (double)small.Count;
    }
}
