using MathNet.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>A count whose rate is itself uncertain or varies: negative binomial by mean and size; variance = mean + mean² / size.</summary>
/// <param name="Mean">Mean, above 0.</param>
/// <param name="Size">Size, above 0; the larger, the nearer to Poisson.</param>
public readonly record struct NegativeBinomial(double Mean, double Size)
{
    private double Odds => Mean / (Mean + Size);

    /// <summary>Probability of at least <paramref name="count"/>.</summary>
    public double Tail(int count) => count <= 0 ? 1 : SpecialFunctions.BetaRegularized(count, Size, Odds);

    /// <summary>Probability of exactly <paramref name="count"/>.</summary>
    public double Probability(int count) => Math.Exp(
        SpecialFunctions.GammaLn(count + Size) - SpecialFunctions.GammaLn(Size) - SpecialFunctions.GammaLn(count + 1)
        + (count * Math.Log(Odds)) + (Size * Math.Log(1 - Odds)));

    /// <summary>The least count that is exceeded with at most this probability.</summary>
    public int UpperBound(double probability)
    {
        var (low, high) = (0, 1);
        while (Tail(high + 1) > probability && high < 1 << 24)
        {
            (low, high) = (high, high * 2);
        }
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tail(middle + 1) > probability ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
