using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;

namespace Voc.Ingest.Tests.Fetching;

public sealed class PageFetcherTests
{
    [Fact]
    public async Task A_page_comes_back_with_its_type_and_version_and_the_server_learns_who_asks()
    {
        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("こんにちは");
        }));

        var page = await Fetchers.FetchAsync(Fetchers.For(site), site.At("/a"));

        Assert.Equal("こんにちは", Encoding.UTF8.GetString(page.Body));
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Assert.Equal("\"v1\"", page.Validators.ETag);
        Assert.Matches(@"^Voc/\d+\.\d+\.\d+ \(\+self-hosted\)$", site.Requests[^1].Headers.UserAgent.ToString());
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            var known = context.Request.Headers.IfNoneMatch == "\"v1\"" && context.Request.Headers.IfModifiedSince == "Thu, 01 Jan 2026 00:00:00 GMT";
            context.Response.StatusCode = known ? 304 : 200;
            return Task.CompletedTask;
        }));

        var page = await Fetchers.FetchAsync(Fetchers.For(site), site.At("/a"), new("\"v1\"", "Thu, 01 Jan 2026 00:00:00 GMT"));

        Assert.True(page.NotModified);
        Assert.Equal("\"v1\"", page.Validators.ETag);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_after_the_time_it_names()
    {
        var asked = 0;
        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("ok");
        }));

        var page = await Fetchers.FetchAsync(Fetchers.For(site), site.At("/a"));

        Assert.Equal("ok", Encoding.UTF8.GetString(page.Body));
        var times = site.Requests.Where(request => request.Path == "/a").Select(request => request.At).ToList();
        Assert.InRange(times[1] - times[0], 950, 60_000);
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_for_long_is_left_alone()
    {
        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        }));

        var failure = await Fetchers.FailureAsync(Fetchers.For(site), site.At("/a"));

        Assert.Equal(FetchFailure.Status, failure.Failure);
        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
        Assert.Single(site.Paths);
        Assert.Contains("3600", failure.Problem.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_stays_broken_is_asked_three_times_and_then_reported()
    {
        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            context.Response.StatusCode = 502;
            return Task.CompletedTask;
        }));

        var failure = await Fetchers.FailureAsync(Fetchers.For(site), site.At("/a"));

        Assert.Equal(502, failure.Status);
        Assert.Equal(3, site.Paths.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_tried_again()
    {
        var asked = 0;
        await using var site = await LocalSite.StartAsync(Page(async context =>
        {
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            if (Interlocked.Increment(ref asked) == 1)
            {
                context.Abort();
            }
        }));

        var page = await Fetchers.FetchAsync(Fetchers.For(site), site.At("/a"));

        Assert.Equal("half", Encoding.UTF8.GetString(page.Body));
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(403, "公開")]
    [InlineData(404, "見つかりません")]
    [InlineData(418, "ページを返しません")]
    public async Task A_refusal_is_reported_at_once_with_its_remedy(int status, string words)
    {
        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }));

        var failure = await Fetchers.FailureAsync(Fetchers.For(site), site.At("/a"));

        Assert.Contains(words, failure.Problem.Ja, StringComparison.Ordinal);
        Assert.Single(site.Paths);
    }

    [Fact]
    public async Task A_slow_server_is_given_up_in_time()
    {
        await using var site = await LocalSite.StartAsync(Page(async context =>
        {
            await context.Response.WriteAsync("<html>");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        }));
        var options = Fetchers.For(site) with { Timeout = TimeSpan.FromMilliseconds(300), Retries = 0 };

        var failure = await Fetchers.FailureAsync(options, site.At("/a"));

        Assert.Equal(FetchFailure.Timeout, failure.Failure);
    }

    [Fact]
    public async Task A_page_over_the_limit_is_refused_whether_or_not_the_server_tells_its_size()
    {
        await using var site = await LocalSite.StartAsync(Page(async context =>
        {
            if (context.Request.Path == "/told")
            {
                context.Response.ContentLength = 2_000;
            }

            await context.Response.Body.WriteAsync(new byte[2_000]);
        }));
        var options = Fetchers.For(site) with { MaximumBytes = 1_000 };

        Assert.Equal(FetchFailure.TooLarge, (await Fetchers.FailureAsync(options, site.At("/told"))).Failure);
        Assert.Equal(FetchFailure.TooLarge, (await Fetchers.FailureAsync(options, site.At("/untold"))).Failure);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_stops_at_the_limit()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[50_000_000]);
        }

        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb.ToArray()).AsTask();
        }));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var failure = await Fetchers.FailureAsync(Fetchers.For(site), site.At("/bomb"));

        Assert.Equal(FetchFailure.TooLarge, failure.Failure);
        Assert.True(bomb.Length < 1_000_000);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 30_000_000);
    }

    [Fact]
    public async Task A_body_that_is_not_what_its_header_says_is_reported()
    {
        await using var site = await LocalSite.StartAsync(Page(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("this is not gzip");
        }));

        Assert.Equal(FetchFailure.Unreachable, (await Fetchers.FailureAsync(Fetchers.For(site), site.At("/a"))).Failure);
    }

    [Fact]
    public async Task Two_pages_of_one_host_are_fetched_no_faster_than_the_least_delay()
    {
        await using var site = await LocalSite.StartAsync(Page(context => context.Response.WriteAsync("ok")));
        using var fetcher = new PageFetcher(Fetchers.For(site) with { HostDelay = TimeSpan.FromMilliseconds(400) }, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => fetcher.FetchAsync(site.At($"/{i}"), FetchValidators.None, CancellationToken.None)));

        var times = site.Requests.Where(request => request.Path != "/robots.txt").Select(request => request.At).Order().ToList();
        Assert.True(times[1] - times[0] >= 350 && times[2] - times[1] >= 350, string.Join(' ', times));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_reported()
    {
        var gone = await LocalSite.StartAsync(_ => Task.CompletedTask);
        await gone.DisposeAsync();

        // Without its robots.txt a host is not asked for anything, so that is what the message speaks of.
        var failure = await Fetchers.FailureAsync(Fetchers.For(gone) with { Retries = 0 }, gone.At("/a"));

        Assert.Equal(FetchFailure.Robots, failure.Failure);
    }

    [Fact]
    public async Task Giving_up_is_not_reported_as_a_broken_server()
    {
        await using var site = await LocalSite.StartAsync(Page(context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted)));
        using var fetcher = new PageFetcher(Fetchers.For(site), TimeProvider.System);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(site.At("/a"), FetchValidators.None, patience.Token));
    }

    /// <summary>A site without a <c>robots.txt</c>.</summary>
    internal static RequestDelegate Page(RequestDelegate answer) => context =>
    {
        if (context.Request.Path != "/robots.txt")
        {
            return answer(context);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    };
}
