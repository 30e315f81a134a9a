using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

public sealed class ShareContrastTests
{
    [Theory]
    // The lady tasting tea: (16 + 1) / 70.
    [InlineData(3, 4, 1, 4, 17.0 / 70)]
    // (C(6,4) C(19,1) + C(6,5)) / C(25,5).
    [InlineData(4, 5, 2, 20, 291.0 / 53130)]
    // All there are: 1 / C(8,3).
    [InlineData(3, 3, 0, 5, 1.0 / 56)]
    [InlineData(0, 5, 3, 5, 1)]
    [InlineData(2, 5, 0, 0, 1)]
    [InlineData(5, 5, 20, 20, 1)]
    public void The_probability_is_that_of_the_exact_test(int with, int total, int restWith, int restTotal, double expected) =>
        Assert.Equal(expected, new ShareContrast(with, total, restWith, restTotal).P, 9);

    [Fact]
    public void Large_counts_give_a_probability_and_no_overflow()
    {
        Assert.InRange(new ShareContrast(900, 1000, 100_000, 1_000_000).P, 0, 1e-300);
        Assert.InRange(new ShareContrast(100, 1000, 100_000, 1_000_000).P, 0.45, 0.55);
    }

    [Fact]
    public void The_ratio_has_an_interval_even_where_the_value_is_nowhere_else()
    {
        var contrast = new ShareContrast(4, 5, 2, 20);
        Assert.Equal(8, contrast.Ratio!.Value, 9);
        // exp(ln((4.5/5.5)/(2.5/20.5)) ± 1.96 √(1/4.5 − 1/5.5 + 1/2.5 − 1/20.5)).
        Assert.Equal(1.968, contrast.Interval.Low, 3);
        Assert.Equal(22.874, contrast.Interval.High, 2);

        var only = new ShareContrast(4, 5, 0, 20);
        Assert.Null(only.Ratio);
        Assert.InRange(only.Interval.Low, 1, only.Interval.High);
    }
}
