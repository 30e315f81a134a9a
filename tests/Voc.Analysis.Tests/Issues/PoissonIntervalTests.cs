using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class PoissonIntervalTests
{
    // Garwood's table.
    [Theory]
    [InlineData(0, 0.95, 0, 3.689)]
    [InlineData(1, 0.95, 0.025, 5.572)]
    [InlineData(5, 0.95, 1.623, 11.668)]
    [InlineData(10, 0.95, 4.795, 18.390)]
    [InlineData(5, 0.99, 1.078, 14.150)]
    public void Its_ends_are_those_of_the_published_table(int count, double confidence, double low, double high)
    {
        var interval = PoissonInterval.Of(count, confidence);

        Assert.Equal(low, interval.Low, 0.001);
        Assert.Equal(high, interval.High, 0.001);
    }
}
