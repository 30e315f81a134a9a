using MathNet.Numerics;

namespace Voc.Analysis.Mining;

/// <summary>How much larger the share of a value is among some texts than among others, however few there are.</summary>
/// <param name="With">Texts with the value among those looked at.</param>
/// <param name="Total">Texts looked at.</param>
/// <param name="RestWith">Texts with the value among those compared with.</param>
/// <param name="RestTotal">Texts compared with.</param>
public readonly record struct ShareContrast(int With, int Total, int RestWith, int RestTotal)
{
    /// <summary>Quantile of the normal distribution for an interval of 95 %.</summary>
    private const double Z = 1.959964;

    /// <summary>Terms of a sum that are smaller than its rounding add nothing.</summary>
    private const double Negligible = 1e-17;

    /// <summary>Share of the texts looked at that have the value, 0 to 1.</summary>
    public double Share => Total == 0 ? 0 : (double)With / Total;

    /// <summary>Share of the texts compared with that have the value, 0 to 1.</summary>
    public double RestShare => RestTotal == 0 ? 0 : (double)RestWith / RestTotal;

    /// <summary>How many times larger the share is; null where no text compared with has the value.</summary>
    public double? Ratio => RestWith == 0 || Total == 0 ? null : Share / RestShare;

    /// <summary>
    /// Probability of at least so many texts with the value, were the texts looked at drawn at random from all of them: Fisher's exact
    /// test, one-sided (Fisher, "The logic of inductive inference", 1935). 1 where there is nothing to compare.
    /// </summary>
    public double P
    {
        get
        {
            var (all, with) = (Total + RestTotal, With + RestWith);
            if (With == 0 || Total == 0 || RestTotal == 0)
            {
                return 1;
            }
            var most = Math.Min(with, Total);
            var term = Math.Exp(LnChoose(with, With) + LnChoose(all - with, Total - With) - LnChoose(all, Total));
            var sum = term;
            for (var k = With; k < most && (term > sum * Negligible || term == 0); k++)
            {
                term *= (double)(with - k) / (k + 1) * (Total - k) / (all - with - Total + k + 1);
                sum += term;
            }
            return Math.Min(1, sum);
        }
    }

    /// <summary>
    /// Interval of 95 % for the ratio of the shares: normal in its logarithm, with ½ added to each count so that there is one for counts
    /// of 0, too (Walter, "The distribution of Levin's measure of attributable risk", 1975).
    /// </summary>
    public (double Low, double High) Interval
    {
        get
        {
            var (a, n, b, m) = (With + 0.5, Total + 0.5, RestWith + 0.5, RestTotal + 0.5);
            var (centre, spread) = (Math.Log(a / n / (b / m)), Z * Math.Sqrt(Math.Max(0, (1 / a) - (1 / n) + (1 / b) - (1 / m))));
            return (Math.Exp(centre - spread), Math.Exp(centre + spread));
        }
    }

    private static double LnChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
}
