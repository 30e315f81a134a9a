namespace Voc.Analysis.Mining;

/// <summary>
/// Corrects for many tests at once: of those that are reported at a q-value of 0.05, one in twenty is expected to be chance
/// (Benjamini and Hochberg, "Controlling the false discovery rate", 1995).
/// </summary>
public static class FalseDiscovery
{
    /// <summary>The q-value of each test, in the order of the p-values.</summary>
    /// <param name="p">The p-values of all tests that were made, 0 to 1.</param>
    public static double[] Adjust(ReadOnlySpan<double> p)
    {
        var order = new int[p.Length];
        var sorted = p.ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        Array.Sort(sorted, order);
        var q = new double[p.Length];
        var least = 1.0;
        for (var rank = p.Length; rank > 0; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * ((double)p.Length / rank));
            q[order[rank - 1]] = least;
        }
        return q;
    }
}
