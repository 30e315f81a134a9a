using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;
using Voc.Ingest.Reviews;
using Voc.Ingest.Tests.Fetching;
using Voc.Ingest.Tests.Forms;

namespace Voc.Ingest.Tests.Reviews;

public sealed class SitemapTests
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private readonly Dictionary<string, Func<HttpContext, Task>> _pages = [];
    private readonly MovingClock _clock = new();

    [Fact]
    public async Task Pages_are_read_newest_first_and_again_only_when_they_change()
    {
        await using var site = await StartAsync();
        Map("/sitemap.xml", site, ("/items/1/reviews", "2019-12-01"), ("/items/2/reviews", "2020-01-03T09:00:00+09:00"), ("/items/3/reviews", "2020-01-01"), ("/items/3", null), ("/news", "2020-01-09"));
        foreach (var i in new[] { 1, 2, 3 })
        {
            Review($"/items/{i}/reviews", $"商品{i}の声");
        }

        var first = await ReadAsync(site, "/sitemap.xml", ReviewState.None, pages: 2);
        var second = await ReadAsync(site, "/sitemap.xml", first.State, pages: 2);
        var third = await ReadAsync(site, "/sitemap.xml", second.State, pages: 2);
        Map("/sitemap.xml", site, ("/items/1/reviews", "2019-12-01"), ("/items/2/reviews", "2020-02-03"), ("/items/4/reviews", "2019-01-01"));
        Review("/items/4/reviews", "商品4の声");
        var fourth = await ReadAsync(site, "/sitemap.xml", third.State, pages: 2);

        Assert.Equal(["23", "1", "", "24"], new[] { first, second, third, fourth }.Select(r => string.Concat(r.Rows.Accepted().Select(f => f.Text[2]))));
        Assert.All(new[] { first, second, third, fourth }, r => Assert.Empty(r.Problems));
        Assert.Equal(3, fourth.State.Pages.Count);
    }

    [Fact]
    public async Task A_sitemap_that_has_not_changed_is_not_sent_again()
    {
        await using var site = await StartAsync();
        var xml = Xml(site, ("/items/1/reviews", "2020-01-01"));
        _pages["/sitemap.xml"] = context =>
        {
            context.Response.Headers.ETag = "\"m1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"m1\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync(xml);
        };
        Review("/items/1/reviews", "声");

        var first = await ReadAsync(site, "/sitemap.xml", ReviewState.None);
        var second = await ReadAsync(site, "/sitemap.xml", first.State);

        Assert.Equal("\"m1\"", first.State.Validators.ETag);
        Assert.Equal((0, 0), (second.Pages, second.Problems.Count));
        Assert.Equal(["/sitemap.xml", "/items/1/reviews", "/sitemap.xml"], site.Paths);
    }

    [Fact]
    public async Task Pages_without_a_date_take_turns_and_one_changed_today_is_looked_at_again()
    {
        await using var site = await StartAsync();
        var today = _clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Map("/sitemap.xml", site, ("/items/1/reviews", null), ("/items/2/reviews", null), ("/items/3/reviews", null));
        foreach (var i in new[] { 1, 2, 3 })
        {
            Review($"/items/{i}/reviews", $"商品{i}の声");
        }

        var state = ReviewState.None;
        var read = new List<string>();
        for (var run = 0; run < 3; run++)
        {
            var reading = await ReadAsync(site, "/sitemap.xml", state, pages: 2);
            read.AddRange(reading.Rows.Accepted().Select(f => f.Text[2..3]));
            state = reading.State;
        }
        Map("/sitemap.xml", site, ("/items/1/reviews", today));
        var changed = await ReadAsync(site, "/sitemap.xml", state);
        var again = await ReadAsync(site, "/sitemap.xml", changed.State);

        Assert.Equal("123121", string.Concat(read));
        Assert.Equal((1, 1), (changed.Pages, again.Pages));
    }

    [Fact]
    public async Task An_index_a_packed_file_a_text_and_a_robots_txt_are_followed()
    {
        await using var site = await StartAsync();
        _pages["/robots.txt"] = context => context.Response.WriteAsync($"User-agent: *\nDisallow: /items/5\nSitemap: {site.At("/index.xml")}\nsitemap: /list.txt\n");
        _pages["/index.xml"] = context => context.Response.WriteAsync($"<sitemapindex xmlns='{Namespace}'><sitemap><loc>{site.At("/packed.xml.gz")}</loc></sitemap><sitemap><loc>/missing.xml</loc></sitemap></sitemapindex>");
        _pages["/packed.xml.gz"] = context => context.Response.Body.WriteAsync(Packed(Encoding.UTF8.GetBytes(Xml(site, ("/items/1/reviews", "2020-01-01"), ("/items/5/reviews", "2020-01-01"))))).AsTask();
        _pages["/list.txt"] = context => context.Response.WriteAsync($"\uFEFF{site.At("/items/2/reviews")}\r\n{site.At("/other")}\r\nnothing\r\n");
        Review("/items/1/reviews", "商品1の声");
        Review("/items/2/reviews", "商品2の声");

        var reading = await ReadAsync(site, "/robots.txt", ReviewState.None);

        Assert.Equal(["商品1の声", "商品2の声"], reading.Rows.Accepted().Select(f => f.Text).Order());
        Assert.Equal(["missing.xml", "robots.txt"], reading.Problems.Select(p => p.Ja.Contains("missing.xml", StringComparison.Ordinal) ? "missing.xml" : p.Ja.Contains("robots.txt", StringComparison.Ordinal) ? "robots.txt" : p.Ja));
        Assert.DoesNotContain("/items/5/reviews", site.Paths);
    }

    [Fact]
    public async Task Only_the_place_of_a_page_is_read_not_that_of_its_pictures()
    {
        await using var site = await StartAsync();
        _pages["/sitemap.xml"] = context => context.Response.WriteAsync(
            $"<urlset xmlns='{Namespace}' xmlns:image='urn:i'><url><image:image><image:loc>{site.At("/items/8/reviews")}</image:loc></image:image><image:loc>{site.At("/items/9/reviews")}</image:loc><loc><![CDATA[{site.At("/items/1/reviews")}]]></loc></url></urlset>");
        Review("/items/1/reviews", "声");

        Assert.Single((await ReadAsync(site, "/sitemap.xml", ReviewState.None)).Rows);
        Assert.Equal(["/sitemap.xml", "/items/1/reviews"], site.Paths);
    }

    [Theory]
    [InlineData("<!DOCTYPE urlset [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><urlset><url><loc>&b;</loc></url></urlset>", "DTD")]
    [InlineData("<html><body>ありません</body></html>", "サイトマップではありません")]
    [InlineData("<urlset><url><loc>", "壊れています")]
    [InlineData("ただの文章", "サイトマップではありません")]
    [InlineData("", "サイトマップではありません")]
    [InlineData("<urlset></urlset>", "で始まるページがありません")]
    public async Task What_is_no_sitemap_is_told(string body, string told)
    {
        await using var site = await StartAsync();
        _pages["/sitemap.xml"] = context => context.Response.WriteAsync(body);

        var reading = await ReadAsync(site, "/sitemap.xml", ReviewState.None);

        Assert.Empty(reading.Rows);
        Assert.Contains(told, Assert.Single(reading.Problems).Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_stops_at_the_limit_and_sitemaps_without_end_at_theirs()
    {
        await using var site = await StartAsync();
        _pages["/bomb.xml.gz"] = context => context.Response.Body.WriteAsync(Packed(new byte[60 * 1024 * 1024])).AsTask();
        _pages["*"] = context => context.Response.WriteAsync($"<sitemapindex>{string.Concat(Enumerable.Range(0, 20).Select(i => $"<sitemap><loc>{site.At($"{context.Request.Path}{i}")}</loc></sitemap>"))}</sitemapindex>");

        Assert.Contains("50 MB", (await ReadAsync(site, "/bomb.xml.gz", ReviewState.None)).Problems[0].En, StringComparison.Ordinal);
        Assert.Contains("50", (await ReadAsync(site, "/endless", ReviewState.None)).Problems[0].En, StringComparison.Ordinal);
        Assert.True(site.Paths.Count <= 52, $"{site.Paths.Count} requests");
    }

    [Fact]
    public async Task Reviews_that_go_on_behind_a_page_are_read_in_the_next_reading_and_a_missing_page_holds_up_none()
    {
        await using var site = await StartAsync();
        Map("/sitemap.xml", site, ("/items/1/reviews", "2020-01-01"), ("/items/2/reviews", "2020-01-02"));
        _pages["/items/1/reviews"] = context => context.Response.WriteAsync(
            context.Request.QueryString.HasValue ? "<html><li id=b>二ページ目</li>" : "<html><li id=a>一ページ目</li><a href='?p=2'>次</a>");

        var first = await ReadAsync(site, "/sitemap.xml", ReviewState.None, pages: 2);
        var second = await ReadAsync(site, "/sitemap.xml", first.State, pages: 1);
        var third = await ReadAsync(site, "/sitemap.xml", second.State, pages: 1);

        Assert.Contains("/items/2/reviews", Assert.Single(first.Problems).En, StringComparison.Ordinal);
        Assert.Equal(["一ページ目", "二ページ目"], first.Rows.Concat(second.Rows).Accepted().Select(f => f.Text));
        Assert.Equal(0, third.Pages);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_page_that_failed_is_tried_again_after_the_others_though_its_date_stays(int status)
    {
        await using var site = await StartAsync();
        Map("/sitemap.xml", site, ("/items/1/reviews", "2020-01-09"), ("/items/2/reviews", "2020-01-02"), ("/items/3/reviews", "2020-01-01"));
        Fail("/items/1/reviews", status);
        Review("/items/2/reviews", "商品2の声");
        Review("/items/3/reviews", "商品3の声");

        var state = ReviewState.None;
        var read = new List<string>();
        for (var run = 0; run < 5; run++)
        {
            if (run == 3)
            {
                Review("/items/1/reviews", "商品1の声");
            }

            var reading = await ReadAsync(site, "/sitemap.xml", state, pages: 1);
            state = reading.State;
            read.Add(string.Concat(reading.Rows.Accepted().Select(f => f.Text[2])));
        }

        Assert.Equal(["", "2", "3", "1", ""], read);
        Assert.All(state.Pages.Values, page => Assert.Equal(0, page.Failures));
    }

    [Fact]
    public async Task A_page_that_goes_on_failing_is_asked_for_ever_less_often_and_no_more_than_a_reading_allows()
    {
        await using var site = await StartAsync();
        Map("/sitemap.xml", site, [.. Enumerable.Range(0, 9).Select(i => ($"/items/{i}/reviews", (string?)"2020-01-01"))]);
        var first = await ReadAsync(site, "/sitemap.xml", ReviewState.None, pages: 4);
        Assert.Equal(4, site.Paths.Count(path => path.StartsWith("/items/", StringComparison.Ordinal)));

        var state = (await ReadAsync(site, "/sitemap.xml", first.State, pages: 10)).State;
        var days = new List<int>();
        for (var day = 0; day < 30; day++)
        {
            var before = site.Paths.Count(path => path == "/items/0/reviews");
            state = (await ReadAsync(site, "/sitemap.xml", state, pages: 10)).State;
            days.AddRange(site.Paths.Count(path => path == "/items/0/reviews") > before ? [day] : []);
            _clock.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal([1, 3, 7, 15, 23], days);
    }

    [Fact]
    public async Task Behind_a_page_that_failed_the_reviews_go_on_where_they_stopped()
    {
        await using var site = await StartAsync();
        Map("/sitemap.xml", site, ("/items/1/reviews", "2020-01-01"));
        var isBroken = true;
        _pages["/items/1/reviews"] = context =>
        {
            context.Response.StatusCode = context.Request.QueryString.HasValue && isBroken ? 403 : 200;
            return context.Response.WriteAsync(context.Request.QueryString.HasValue ? "<html><li id=b>二ページ目</li>" : "<html><li id=a>一ページ目</li><a href='?p=2'>次</a>");
        };

        var first = await ReadAsync(site, "/sitemap.xml", ReviewState.None);
        isBroken = false;
        var second = await ReadAsync(site, "/sitemap.xml", first.State);

        Assert.Single(first.Problems);
        Assert.Equal(["一ページ目", "二ページ目"], first.Rows.Concat(second.Rows).Accepted().Select(f => f.Text));
        Assert.Equal((1, 0), (second.Pages, second.Problems.Count));
    }

    [Fact]
    public async Task Pages_that_all_lost_their_reviews_are_told_and_one_of_many_is_not()
    {
        await using var site = await StartAsync();
        Map("/sitemap.xml", site, ("/items/1/reviews", "2020-01-01"), ("/items/2/reviews", "2020-01-01"));
        Review("/items/1/reviews", "声");
        Review("/items/2/reviews", "声二");
        var before = await ReadAsync(site, "/sitemap.xml", ReviewState.None);
        Map("/sitemap.xml", site, ("/items/1/reviews", "2020-01-05"), ("/items/2/reviews", "2020-01-05"));
        _pages["/items/1/reviews"] = context => context.Response.WriteAsync("<html><p>まだありません</p>");

        var one = await ReadAsync(site, "/sitemap.xml", before.State);
        _pages["/items/2/reviews"] = _pages["/items/1/reviews"];
        var both = await ReadAsync(site, "/sitemap.xml", before.State);

        Assert.Equal((0, 2), (one.Lost, both.Lost));
        Assert.Empty(one.Problems);
    }

    [Fact]
    public void A_sitemap_needs_an_address() =>
        Assert.Equal("sitemap", Assert.Single(new ReviewPageSettings { Url = "https://a.example/items/", Sitemap = "sitemap.xml" }.Check()).Field);

    private Task<LocalSite> StartAsync() => LocalSite.StartAsync(context =>
    {
        if ((_pages.GetValueOrDefault(context.Request.Path) ?? _pages.GetValueOrDefault("*")) is { } page && (context.Request.Path != "/robots.txt" || _pages.ContainsKey("/robots.txt")))
        {
            return page(context);
        }
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    });

    private void Map(string path, LocalSite site, params (string Path, string? Modified)[] pages)
    {
        var xml = Xml(site, pages);
        _pages[path] = context => context.Response.WriteAsync(xml);
    }

    private void Review(string path, string text) => _pages[path] = context => context.Response.WriteAsync($"<html><li id={path.Replace('/', '-')}>{text}</li>");

    private void Fail(string path, int status) => _pages[path] = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static string Xml(LocalSite site, params (string Path, string? Modified)[] pages) =>
        $"<?xml version='1.0' encoding='UTF-8'?><urlset xmlns='{Namespace}'>{string.Concat(pages.Select(p => $"<url><loc> {site.At(p.Path)} </loc>{(p.Modified is null ? "" : $"<lastmod>{p.Modified}</lastmod>")}<priority>0.5</priority></url>"))}</urlset>";

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private async Task<ReviewPageReading> ReadAsync(LocalSite site, string sitemap, ReviewState state, int pages = 10)
    {
        _clock.Now += TimeSpan.FromMinutes(5);
        using var fetcher = new PageFetcher(Fetchers.For(site), TimeProvider.System);
        var settings = new ReviewPageSettings
        {
            Url = site.At("/items/*/reviews$").AbsoluteUri,
            Sitemap = site.At(sitemap).AbsoluteUri,
            Profile = new() { Item = "li", Text = ".", Id = "@id", Next = "a" },
            MaximumPages = pages,
        };
        return await new ReviewPageReader(fetcher, Samples.Context with { Clock = _clock }).ReadAsync("口コミ", settings, state, CancellationToken.None);
    }
}
