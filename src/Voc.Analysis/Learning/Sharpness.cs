namespace Voc.Analysis.Learning;

/// <summary>
/// Finds the factor that makes scores into calibrated probabilities (temperature scaling; Guo et al., "On calibration of modern
/// neural networks", 2017) by golden-section search: the loss has one minimum.
/// </summary>
internal static class Sharpness
{
    private const int Steps = 30;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>The factor between 0.05 and 5 of the least loss.</summary>
    public static float Fit(Func<float, double> loss)
    {
        var (low, high) = (Math.Log(0.05), Math.Log(5));
        var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        var (atLeft, atRight) = (At(left), At(right));
        for (var i = 0; i < Steps; i++)
        {
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = At(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = At(right);
            }
        }

        return (float)Math.Exp((low + high) / 2);

        double At(double logarithm) => loss((float)Math.Exp(logarithm));
    }
}
