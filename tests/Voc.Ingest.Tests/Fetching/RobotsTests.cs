using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;

namespace Voc.Ingest.Tests.Fetching;

public sealed class RobotsTests
{
    [Fact]
    public void Every_row_of_the_specification_holds()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fetching", "Specs", "robots.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .ToList();
        Assert.True(rows.Count >= 30);
        Assert.All(rows, row =>
        {
            var rules = RobotsTxt.Parse(row[0].Trim('`').Replace("\\n", "\n", StringComparison.Ordinal), "Voc");
            Assert.True(rules.Allows(row[1].Trim('`')) == (row[2] == "yes"), string.Join(" | ", row));
        });
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: x\nCrawl-delay: 9", null)]
    [InlineData("User-agent: *\nCrawl-delay: 9\n\nUser-agent: Voc\nCrawl-delay: 3", 3.0)]
    public void The_delay_a_host_wants_is_read(string text, double? seconds) =>
        Assert.Equal(seconds, RobotsTxt.Parse(text, "Voc").CrawlDelay?.TotalSeconds);

    [Fact]
    public void A_hostile_file_is_read_in_bounded_time()
    {
        var text = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 200)) + "b\n", 5_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(RobotsTxt.Parse(text, "Voc").Allows("/" + new string('a', 2_000)));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), clock.Elapsed.ToString());
    }

    [Fact]
    public async Task A_forbidden_page_is_not_asked_for_and_the_rules_are_read_once()
    {
        await using var site = await LocalSite.StartAsync(context => context.Response.WriteAsync(
            context.Request.Path == "/robots.txt" ? "User-agent: *\nDisallow: /private" : "ok"));
        using var fetcher = new PageFetcher(Fetchers.For(site), TimeProvider.System);

        await fetcher.FetchAsync(site.At("/a"), FetchValidators.None, CancellationToken.None);
        await fetcher.FetchAsync(site.At("/b"), FetchValidators.None, CancellationToken.None);
        var failure = await Assert.ThrowsAsync<FetchException>(() => fetcher.FetchAsync(site.At("/private/x"), FetchValidators.None, CancellationToken.None));

        Assert.Equal(FetchFailure.Robots, failure.Failure);
        Assert.Contains("/private/x", failure.Problem.Ja, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/a", "/b"], site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_redirect_to_a_forbidden_page_is_not_followed()
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            if (context.Request.Path == "/a")
            {
                context.Response.Redirect("/private");
            }

            return context.Request.Path == "/robots.txt" ? context.Response.WriteAsync("User-agent: *\nDisallow: /private") : Task.CompletedTask;
        });

        Assert.Equal(FetchFailure.Robots, (await Fetchers.FailureAsync(Fetchers.For(site), site.At("/a"))).Failure);
        Assert.Equal(["/a"], site.Paths);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task Without_a_readable_file_the_status_decides(int status, bool allowed)
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/robots.txt" ? status : 200;
            return Task.CompletedTask;
        });
        var options = Fetchers.For(site) with { Retries = 0 };

        if (allowed)
        {
            await Fetchers.FetchAsync(options, site.At("/a"));
        }
        else
        {
            Assert.Equal(FetchFailure.Robots, (await Fetchers.FailureAsync(options, site.At("/a"))).Failure);
            Assert.Empty(site.Paths);
        }
    }

    [Fact]
    public async Task The_delay_a_host_wants_is_kept()
    {
        await using var site = await LocalSite.StartAsync(context => context.Response.WriteAsync(
            context.Request.Path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 0.5" : "ok"));
        using var fetcher = new PageFetcher(Fetchers.For(site), TimeProvider.System);

        await fetcher.FetchAsync(site.At("/a"), FetchValidators.None, CancellationToken.None);
        await fetcher.FetchAsync(site.At("/b"), FetchValidators.None, CancellationToken.None);

        var times = site.Requests.Where(request => request.Path != "/robots.txt").Select(request => request.At).ToList();
        Assert.InRange(times[1] - times[0], 450, 60_000);
    }
}
