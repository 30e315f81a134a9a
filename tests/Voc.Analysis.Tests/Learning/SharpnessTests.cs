using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class SharpnessTests
{
    [Theory]
    [InlineData(0.3, 0.3)]
    [InlineData(1, 1)]
    [InlineData(3.7, 3.7)]
    [InlineData(100, 5)]
    [InlineData(0.001, 0.05)]
    public void The_factor_of_the_least_loss_is_found_within_its_range(double best, double found) =>
        Assert.Equal(found, Sharpness.Fit(factor => Math.Pow(Math.Log(factor / best), 2)), 1e-3 * found);

    [Fact]
    public void Scores_that_are_twice_too_sure_are_halved()
    {
        // Of answers with odds of e to 1, which the scores give as e² to 1, one in 1 + e is wrong.
        const int All = 10_000;
        var right = (int)Math.Round(All * Math.E / (1 + Math.E));

        var factor = Sharpness.Fit(f => -(right * Math.Log(1 / (1 + Math.Exp(-2 * f)))) - ((All - right) * Math.Log(1 / (1 + Math.Exp(2 * f)))));

        Assert.Equal(0.5, factor, 1e-3);
    }
}
