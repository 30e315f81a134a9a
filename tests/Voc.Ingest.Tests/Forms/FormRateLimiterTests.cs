using System.Net;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Tests.Forms;

public sealed class FormRateLimiterTests
{
    private readonly MovingClock _clock = new();

    [Fact]
    public void A_bucket_fills_up_again_one_by_one()
    {
        var limiter = new FormRateLimiter(_clock) { Burst = 2, Interval = TimeSpan.FromSeconds(10) };
        var client = IPAddress.Parse("192.0.2.1");

        Assert.Null(limiter.Take("f", client));
        Assert.Null(limiter.Take("f", client));
        Assert.Equal(TimeSpan.FromSeconds(10), limiter.Take("f", client));
        Assert.Null(limiter.Take("g", client));
        _clock.Now += TimeSpan.FromSeconds(10);
        Assert.Null(limiter.Take("f", client));
        Assert.NotNull(limiter.Take("f", client));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(2, Enumerable.Range(0, 5).Count(_ => limiter.Take("f", client) is null));
    }

    [Fact]
    public void One_household_is_one_client()
    {
        var limiter = new FormRateLimiter(_clock) { Burst = 1 };

        Assert.Null(limiter.Take("f", IPAddress.Parse("2001:db8:1:2::1")));
        Assert.NotNull(limiter.Take("f", IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.Null(limiter.Take("f", IPAddress.Parse("2001:db8:1:3::1")));
        Assert.Null(limiter.Take("f", IPAddress.Parse("192.0.2.1")));
        Assert.NotNull(limiter.Take("f", IPAddress.Parse("::ffff:192.0.2.1")));
        Assert.Null(limiter.Take("f", null));
        Assert.NotNull(limiter.Take("f", null));
    }

    [Fact]
    public void Memory_is_bounded_and_the_client_not_heard_of_for_longest_goes_first()
    {
        var limiter = new FormRateLimiter(_clock) { Burst = 1, Remembered = 100 };
        var busy = IPAddress.Parse("192.0.2.1");
        limiter.Take("f", busy);

        for (var i = 0; i < 10_000; i++)
        {
            limiter.Take("f", new IPAddress([10, 0, (byte)(i >> 8), (byte)i]));
            Assert.NotNull(limiter.Take("f", busy));
        }

        Assert.Equal(100, limiter.Count);
    }
}
