using MathNet.Numerics.Distributions;

namespace Voc.Analysis.Issues;

/// <summary>The exact confidence interval of a Poisson mean (Garwood, "Fiducial limits for the Poisson distribution", Biometrika, 1936).</summary>
public static class PoissonInterval
{
    /// <summary>The interval that holds the mean with a probability, given one count.</summary>
    /// <param name="count">What was counted, 0 or more.</param>
    /// <param name="confidence">The probability, between 0 and 1. Default: 0.95.</param>
    /// <returns>Its ends; the lower one of a count of 0 is 0.</returns>
    public static (double Low, double High) Of(int count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        var tail = (1 - confidence) / 2;
        return (count == 0 ? 0 : Gamma.InvCDF(count, 1, tail), Gamma.InvCDF(count + 1, 1, 1 - tail));
    }
}
