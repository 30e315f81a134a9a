using Voc.Benchmarks.Search.Queries;

namespace Voc.Benchmarks.Tests.Search;

public sealed class LatenciesTests
{
    [Fact]
    public void A_percentile_is_the_duration_that_so_large_a_share_does_not_exceed()
    {
        var latencies = new Latencies();
        foreach (var milliseconds in Enumerable.Range(1, 20).Reverse())
        {
            latencies.Add(TimeSpan.FromMilliseconds(milliseconds));
        }

        Assert.Equal((10.0, 19.0, 20.0), (latencies.At(0.5), latencies.At(0.95), latencies.Max));
    }
}
