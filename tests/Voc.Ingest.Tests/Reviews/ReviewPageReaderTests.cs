using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;
using Voc.Ingest.Reviews;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Reviews;

public sealed class ReviewPageReaderTests
{
    private static readonly ReviewProfile Profile = new() { Item = "li", Text = ".", Id = "@id", Next = "a" };

    [Fact]
    public async Task Pages_are_read_one_after_the_other_in_any_encoding()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            context.Response.ContentType = "text/html; charset=Shift_JIS";
            context.Response.Headers.ETag = "\"1\"";
            var second = context.Request.QueryString.Value == "?p=2";
            var html = second ? "<li id=b>二ページ目の声</li>" : "<li id=a>一ページ目の声</li><a href='?p=2#top'>次へ</a>";
            return context.Response.Body.WriteAsync(System.Text.Encoding.GetEncoding(932).GetBytes(html)).AsTask();
        }));

        var reading = await ReadAsync(site, "/list");

        Assert.Equal(["一ページ目の声", "二ページ目の声"], reading.Rows.Accepted().Select(feedback => feedback.Text));
        Assert.Equal(["/list", "/list?p=2"], site.Paths);
        Assert.Equal((2, "\"1\""), (reading.Pages, reading.State.Validators.ETag));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public async Task A_list_that_has_not_changed_is_not_read()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return Task.CompletedTask;
        }));

        var reading = await ReadAsync(site, "/list", new("\"1\"", null));

        Assert.Empty(reading.Rows);
        Assert.Equal((0, "\"1\""), (reading.Pages, reading.State.Validators.ETag));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public async Task What_was_read_before_a_failure_is_kept_and_the_state_does_not_move()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            context.Response.Headers.ETag = "\"2\"";
            context.Response.StatusCode = context.Request.Path == "/list" ? 200 : 404;
            return context.Response.WriteAsync("<li id=a>良い</li><a href=/gone>次</a>");
        }));

        var reading = await ReadAsync(site, "/list", new("\"1\"", null));

        Assert.Single(reading.Rows.Accepted());
        Assert.Equal("\"1\"", reading.State.Validators.ETag);
        Assert.Contains("/gone", Assert.Single(reading.Problems).Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_in_a_circle_come_to_an_end_and_a_long_list_stops_at_the_limit()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            var page = context.Request.Path.Value![1..];
            var next = page == "circle" ? "circle" : page + "1";
            return context.Response.WriteAsync($"<html><li id={page}>声{page}</li><a href=/{next}>次</a>");
        }));

        Assert.Equal(1, (await ReadAsync(site, "/circle")).Pages);
        var bounded = await ReadAsync(site, "/1");
        Assert.Equal(3, bounded.Pages);
        Assert.Equal(site.At("/1111").AbsoluteUri, bounded.State.Next);
        Assert.Empty(bounded.Problems);
    }

    [Fact]
    public async Task A_link_to_another_site_is_not_followed()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
            context.Response.WriteAsync("<html><li id=a>良い</li><a href='http://elsewhere.example/2'>次</a>")));

        var reading = await ReadAsync(site, "/list");

        Assert.Single(reading.Rows);
        Assert.Contains("elsewhere.example", Assert.Single(reading.Problems).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_kind_is_named_and_will_be_read_again()
    {
        await using var site = await LocalSite.StartAsync(PageFetcherTests.Page(context =>
        {
            context.Response.Headers.ETag = "\"9\"";
            return context.Response.WriteAsync("{\"reviews\":[]}");
        }));

        var reading = await ReadAsync(site, "/api");

        Assert.Contains("JSON", Assert.Single(reading.Problems).Ja, StringComparison.Ordinal);
        Assert.Null(reading.State.Validators.ETag);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_named()
    {
        using var fetcher = new PageFetcher(new(), TimeProvider.System);
        var reader = new ReviewPageReader(fetcher, Samples.Context);
        var settings = new ReviewPageSettings { Url = "ftp://example.com/", MaximumPages = 99, Profile = new() { Item = "li:hover", Text = "." } };

        Assert.Equal(["url", "maximumPages", "profile.item"], settings.Check().Select(violation => violation.Field));
        Assert.Single((await reader.ReadAsync("s", settings, ReviewState.None, CancellationToken.None)).Problems);
    }

    private static async Task<ReviewPageReading> ReadAsync(LocalSite site, string path, FetchValidators? state = null)
    {
        using var fetcher = new PageFetcher(Fetchers.For(site), TimeProvider.System);
        var settings = new ReviewPageSettings { Url = site.At(path).AbsoluteUri, Profile = Profile, MaximumPages = 3 };
        return await new ReviewPageReader(fetcher, Samples.Context).ReadAsync("口コミ", settings, ReviewState.None with { Validators = state ?? FetchValidators.None }, CancellationToken.None);
    }
}
