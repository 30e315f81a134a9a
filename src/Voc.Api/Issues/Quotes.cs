using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>A quote and how many of the reports looked at say about the same, itself included.</summary>
internal sealed record Quote(FeedbackRow Feedback, int Alike);

/// <summary>
/// Chooses quotes that stand for an issue's reports and differ from each other: maximal marginal relevance (Carbonell and Goldstein, 1998)
/// over the likeness of wordings, one quote a customer. What stands for the others is what is most like all of them, names what the
/// issue is about, and can be read at a glance.
/// </summary>
internal static class Quotes
{
    public const int Max = 20;
    private const int Pool = 150;
    private const double Diversity = 0.5;

    /// <summary>From here on a quote only repeats one that was chosen.</summary>
    private const double Repeats = 0.7;

    private const int LeastReadable = 10;
    private const int MostReadable = 160;

    public static IReadOnlyList<Quote> Choose(IReadOnlyList<FeedbackRow> feedback, IReadOnlyList<string> terms)
    {
        // Spread over the whole time of the issue, not only its last day.
        var stride = Math.Max(1, feedback.Count / Pool);
        var pool = feedback.Where((_, i) => i % stride == 0).Take(Pool).ToList();
        var likeness = Likeness(pool);
        var relevance = Relevance(pool, likeness, terms);
        var nearest = new double[pool.Count];
        var customers = new HashSet<string>(StringComparer.Ordinal);
        var open = Enumerable.Range(0, pool.Count).ToList();
        var chosen = new List<int>();
        while (chosen.Count < Max && open.Count > 0)
        {
            var best = open.MaxBy(i => ((1 - Diversity) * relevance[i]) - (Diversity * nearest[i]));
            open.Remove(best);
            if (nearest[best] >= Repeats || (pool[best].Customer is { } customer && !customers.Add(customer)))
            {
                continue;
            }
            chosen.Add(best);
            foreach (var i in open)
            {
                nearest[i] = Math.Max(nearest[i], likeness[i, best]);
            }
        }
        return [.. chosen.Select(i => new Quote(pool[i], Enumerable.Range(0, pool.Count).Count(j => i == j || likeness[i, j] >= Repeats)))];
    }

    private static double[,] Likeness(List<FeedbackRow> pool)
    {
        var pairs = pool.ConvertAll(f => TextLikeness.Pairs(f.Text));
        var likeness = new double[pool.Count, pool.Count];
        for (var i = 0; i < pool.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                likeness[i, j] = likeness[j, i] = TextLikeness.Of(pairs[i], pairs[j]);
            }
        }
        return likeness;
    }

    private static double[] Relevance(List<FeedbackRow> pool, double[,] likeness, IReadOnlyList<string> terms)
    {
        var means = Enumerable.Range(0, pool.Count)
            .Select(i => pool.Count == 1 ? 0 : Enumerable.Range(0, pool.Count).Where(j => j != i).Sum(j => likeness[i, j]) / (pool.Count - 1)).ToArray();
        var most = Math.Max(means.DefaultIfEmpty().Max(), double.Epsilon);
        return [.. pool.Select((feedback, i) =>
        {
            var named = terms.Take(6).Count(t => feedback.Text.Contains(t, StringComparison.OrdinalIgnoreCase));
            var readable = feedback.Text.Length is >= LeastReadable and <= MostReadable ? 1 : 0;
            return (means[i] / most * 0.5) + (Math.Min(named, 3) / 3.0 * 0.3) + (readable * 0.2);
        })];
    }
}
