using MathNet.Numerics;

namespace Voc.Analysis.Mining;

/// <summary>How much more, or less, often a word occurs in some texts than in others: the four counts and what follows from them.</summary>
/// <param name="With">Texts with the word among those looked at.</param>
/// <param name="Without">Texts without it among those looked at.</param>
/// <param name="RestWith">Texts with the word among those compared with.</param>
/// <param name="RestWithout">Texts without it among those compared with.</param>
public readonly record struct Keyness(int With, int Without, int RestWith, int RestWithout)
{
    /// <summary>Texts looked at.</summary>
    public int Texts => With + Without;

    /// <summary>Texts compared with.</summary>
    public int Rest => RestWith + RestWithout;

    /// <summary>Texts with the word, among those looked at, if it were as frequent there as in all of them together.</summary>
    public double Expected => Texts + Rest == 0 ? 0 : (double)Texts * (With + RestWith) / (Texts + Rest);

    /// <summary>Share of the texts looked at that hold the word, 0 to 1.</summary>
    public double Share => Texts == 0 ? 0 : (double)With / Texts;

    /// <summary>Share of the texts compared with that hold the word, 0 to 1.</summary>
    public double RestShare => Rest == 0 ? 0 : (double)RestWith / Rest;

    /// <summary>Whether the word is more frequent in the texts looked at.</summary>
    public bool IsOver => (long)With * Rest > (long)RestWith * Texts;

    /// <summary>
    /// Log-likelihood ratio G² = 2 Σ O ln(O/E) over the four cells (Dunning, "Accurate methods for the statistics of surprise and
    /// coincidence", 1993); 0 or more.
    /// </summary>
    public double G2
    {
        get
        {
            var (with, all) = (With + RestWith, (double)Texts + Rest);
            var sum = Cell(With, Texts * (double)with / all) + Cell(Without, Texts * (all - with) / all)
                + Cell(RestWith, Rest * (double)with / all) + Cell(RestWithout, Rest * (all - with) / all);
            return Math.Max(0, 2 * sum);
        }
    }

    /// <summary>Probability of so large a G² were there no difference: χ² with one degree of freedom.</summary>
    public double P => SpecialFunctions.Erfc(Math.Sqrt(G2 / 2));

    /// <summary>
    /// Effect size: binary logarithm of how many times more frequent the word is (Hardie, "Log Ratio: an informal introduction", 2014).
    /// A count of 0 is taken as ½.
    /// </summary>
    public double LogRatio => Texts == 0 || Rest == 0 ? 0 : Math.Log2(Above(With) / Texts / (Above(RestWith) / Rest));

    private static double Cell(int observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);

    private static double Above(int count) => count == 0 ? 0.5 : count;
}
