using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Sources;

public sealed class SourceTests
{
    private const string ReviewHtml = """
        <html><body><h1>ホシゾラ</h1><script type="application/ld+json">
        {"@context":"https://schema.org","@type":"Product","name":"炊飯器","review":[
          {"@type":"Review","@id":"r1","reviewBody":"ふっくら炊けて満足です。","datePublished":"2026-04-01","reviewRating":{"ratingValue":5}},
          {"@type":"Review","@id":"r2","reviewBody":"蓋が閉まりません。","datePublished":"2026-04-02","reviewRating":{"ratingValue":1}}]}
        </script></body></html>
        """;

    [Fact]
    public async Task A_source_is_registered_once_and_then_takes_feedback()
    {
        await using var server = await VocServer.StartAsync();
        using var product = await server.SignedInAsync("product");
        using var sender = await server.WithKeyAsync("ingest");

        var refused = await (await sender.PostAsJsonAsync("/api/v1/feedback", Feedback("a"))).JsonAsync(HttpStatusCode.Accepted);
        var made = await (await product.PostAsJsonAsync("/api/v1/sources", new { name = "shop", channel = "review" })).JsonAsync(HttpStatusCode.Created);
        var again = await product.PostAsJsonAsync("/api/v1/sources", new { name = "shop" });
        var taken = await (await sender.PostAsJsonAsync("/api/v1/feedback", Feedback("a"))).JsonAsync(HttpStatusCode.Accepted);

        Assert.Contains("/api/v1/sources", refused["rejected"]![0]!["message"]!.GetValue<string>());
        Assert.Equal("api", made["kind"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Single(taken["accepted"]!.AsArray());
    }

    [Fact]
    public async Task A_paused_source_refuses_until_it_is_resumed()
    {
        await using var server = await VocServer.StartAsync();
        var id = await server.SourceAsync("shop");
        using var admin = await server.SignedInAsync("admin");

        await (await admin.PatchAsJsonAsync($"/api/v1/sources/{id}", new { enabled = false })).JsonAsync(HttpStatusCode.OK);
        var refused = await (await admin.PostAsJsonAsync("/api/v1/feedback", Feedback("a"))).JsonAsync(HttpStatusCode.Accepted);
        await (await admin.PatchAsJsonAsync($"/api/v1/sources/{id}", new { enabled = true })).JsonAsync(HttpStatusCode.OK);
        var taken = await (await admin.PostAsJsonAsync("/api/v1/feedback", Feedback("a"))).JsonAsync(HttpStatusCode.Accepted);

        Assert.Contains("switched off", refused["rejected"]![0]!["message"]!.GetValue<string>());
        Assert.Single(taken["accepted"]!.AsArray());
    }

    [Fact]
    public async Task Of_two_who_register_one_name_at_once_one_is_told_that_it_is_taken()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");

        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.PostAsJsonAsync("/api/v1/sources", new { name = $"shop {round}" })));
            Assert.Equal(
                [HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        }
    }

    [Theory]
    [InlineData("""{"name":"x","settings":{"note":"\ud800"}}""", "settings")]
    [InlineData("""{"name":"x","kind":"form","settings":{"fields":[null,{"name":"message","kind":"message","label":{"ja":"本文","en":"Text"}}]}}""", "settings.fields[0]")]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":"x","kind":"telepathy"}""", "kind")]
    [InlineData("""{"name":"x","channel":"pigeon"}""", "channel")]
    [InlineData("""{"name":"x","kind":"review-page","settings":{"url":"ftp://example.com"}}""", "settings.url")]
    [InlineData("""{"name":"x","kind":"review-page","settings":{"url":"https://example.com","profile":{"item":"div[","text":"p"}}}""", "settings.profile.item")]
    [InlineData("""{"name":"x","kind":"review-page"}""", "settings.url")]
    [InlineData("""{"name":"x","kind":"social-feed","settings":{"url":"posts.jsonl"}}""", "settings.url")]
    [InlineData("""{"name":"x","kind":"form","settings":{"allowedOrigins":["shop.example.jp/path"]}}""", "settings.allowedOrigins[0]")]
    [InlineData("""{"name":"x","schedule":-5}""", "schedule")]
    public async Task Settings_that_cannot_work_are_refused_by_field(string body, string field)
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");

        var answer = await admin.PostAsync("/api/v1/sources", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task Support_staff_and_reading_keys_may_not_make_sources()
    {
        await using var server = await VocServer.StartAsync();
        using var support = await server.SignedInAsync("support");
        using var reader = await server.WithKeyAsync("read");

        Assert.Equal(HttpStatusCode.Forbidden, (await support.PostAsJsonAsync("/api/v1/sources", new { name = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync("/api/v1/sources", new { name = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/sources")).StatusCode);
    }

    [Fact]
    public async Task A_review_page_is_read_and_the_second_reading_adds_nothing()
    {
        await using var shop = await ShopAsync(ReviewHtml);
        await using var server = await VocServer.StartAsync(o => o.FetchHosts = ["127.0.0.1"]);
        using var admin = await server.SignedInAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "レビュー", kind = "review-page", settings = new { url = shop.Urls.First() + "/reviews" } })).JsonAsync(HttpStatusCode.Created);
        var run = $"/api/v1/sources/{made["id"]}/run";

        var first = await (await admin.PostAsync(run, null)).JsonAsync(HttpStatusCode.Accepted);
        var second = await (await admin.PostAsync(run, null)).JsonAsync(HttpStatusCode.Accepted);
        await server.DrainAsync();
        var source = (await (await admin.GetAsync("/api/v1/sources")).JsonAsync(HttpStatusCode.OK))[0]!;

        Assert.Equal((2, 0), (first["accepted"]!.GetValue<int>(), first["rejected"]!.GetValue<int>()));
        Assert.Equal((0, 2), (second["accepted"]!.GetValue<int>(), second["duplicates"]!.GetValue<int>()));
        Assert.Equal(2, source["total"]!.GetValue<int>());
        Assert.Null(source["lastError"]);
        Assert.NotNull(source["lastRunAt"]);
    }

    [Fact]
    public async Task A_feed_of_posts_is_read_when_due_and_a_bad_line_does_not_keep_the_others_out()
    {
        const string Feed = "{\"id\":\"p1\",\"text\":\"アプリが落ちる\",\"createdAt\":\"2026-04-01T00:00:00Z\"}\n{broken\n{\"id\":\"p2\",\"text\":\"最高\",\"createdAt\":\"2026-04-01T00:00:00Z\"}\n";
        await using var shop = await ShopAsync(Feed);
        await using var server = await VocServer.StartAsync(o => o.FetchHosts = ["127.0.0.1"]);
        using var admin = await server.SignedInAsync("admin");
        await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "消えた店", kind = "review-page", schedule = 5, settings = new { url = shop.Urls.First() + "/gone" } })).JsonAsync(HttpStatusCode.Created);
        await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "投稿", kind = "social-feed", schedule = 5, settings = new { url = shop.Urls.First() + "/reviews" } })).JsonAsync(HttpStatusCode.Created);

        await server.Get<SourceRuns>().RunDueAsync(default);
        await server.Get<SourceRuns>().RunDueAsync(default);
        await server.DrainAsync();
        var sources = (await (await admin.GetAsync("/api/v1/sources")).JsonAsync(HttpStatusCode.OK)).AsArray();

        var feed = sources.Single(s => s!["name"]!.GetValue<string>() == "投稿")!;
        Assert.Equal((2, 2), (feed["total"]!.GetValue<int>(), feed["lastCount"]!.GetValue<int>()));
        Assert.StartsWith("line 2:", feed["lastError"]!.GetValue<string>());
        Assert.Contains("404", sources.Single(s => s!["name"]!.GetValue<string>() == "消えた店")!["lastError"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_page_on_a_private_address_is_not_fetched_and_the_source_says_why()
    {
        await using var shop = await ShopAsync(ReviewHtml);
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "レビュー", kind = "review-page", settings = new { url = "http://127.0.0.1/reviews" } })).JsonAsync(HttpStatusCode.Created);

        var answer = await (await admin.PostAsync($"/api/v1/sources/{made["id"]}/run", null)).JsonAsync(HttpStatusCode.Accepted);

        Assert.Equal(0, answer["accepted"]!.GetValue<int>());
        Assert.Contains("127.0.0.1", answer["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_preview_shows_masked_reviews_and_stores_nothing()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        const string Html = "<div class='r'><p>電話 090-0000-1234 にかけても出ません</p></div>";

        var found = await (await admin.PostAsJsonAsync("/api/v1/sources/preview", new { kind = "review-page", html = Html, settings = new { profile = new { item = ".r", text = "p" } } })).JsonAsync(HttpStatusCode.OK);
        var nothing = await (await admin.PostAsJsonAsync("/api/v1/sources/preview", new { kind = "review-page", html = "HTML ではない" })).JsonAsync(HttpStatusCode.OK);
        await server.DrainAsync();

        Assert.Equal("電話 [電話番号] にかけても出ません", found["items"]![0]!["text"]!.GetValue<string>());
        Assert.Empty(nothing["items"]!.AsArray());
        Assert.NotEmpty(nothing["problems"]!.AsArray());
        Assert.Empty(server.Get<EventLog>().Read(0, 10));
    }

    private static object Feedback(string externalId) =>
        new { source = "shop", externalId, channel = "review", text = "電源が入らない", occurredAt = "2026-04-01T09:00:00+09:00" };

    private static async Task<WebApplication> ShopAsync(string html)
    {
        var app = WebApplication.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        app.MapGet("/reviews", () => Results.Text(html, "text/html"));
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nAllow: /"));
        await app.StartAsync();
        return app;
    }
}
