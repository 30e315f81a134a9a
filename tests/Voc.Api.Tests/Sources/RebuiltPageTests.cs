using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Sources;

/// <summary>A page that gave reviews and gives none any more is said to be rebuilt, and goes on being said until it gives some again.</summary>
public sealed class RebuiltPageTests
{
    private const string Before = "<div class=r id=a1><p>音が静か</p></div><div class=r id=a2><p>蓋が閉まらない</p></div>";
    private const string OtherItems = "<section><article><p>音が静か</p></article></section>";
    private const string OtherTexts = "<div class=r id=a1><span>音が静か</span></div><div class=r id=a2><span>蓋が閉まらない</span></div>";

    [Theory]
    [InlineData(OtherItems)]
    [InlineData(OtherTexts)]
    public async Task A_page_that_gives_no_review_any_more_raises_an_alarm_until_it_does(string rebuilt)
    {
        var html = Before;
        await using var shop = await ShopAsync(() => html);
        await using var server = await VocServer.StartAsync(o => o.FetchHosts = ["127.0.0.1"]);
        using var admin = await server.SignedInAsync("admin");
        var settings = new { url = shop.Urls.First() + "/reviews", profile = new { item = ".r", text = "p", id = "@id" } };
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "店", kind = "review-page", settings })).JsonAsync(HttpStatusCode.Created);
        Task<JsonNode> RunAsync() => RunOnceAsync(admin, made["id"]!.GetValue<int>());

        var first = await RunAsync();
        var unchanged = await RunAsync();
        html = rebuilt;
        var broken = await RunAsync();
        var still = await RunAsync();
        var listed = (await (await admin.GetAsync("/api/v1/sources")).JsonAsync(HttpStatusCode.OK))[0]!;
        html = Before + "<div class=r id=a3><p>保証書がない</p></div>";
        var mended = await RunAsync();

        Assert.Equal((2, null), (first["accepted"]!.GetValue<int>(), first["error"]?.GetValue<string>()));
        Assert.Null(unchanged["error"]);
        Assert.StartsWith("The page may have been rebuilt: it gave 2 reviews before", broken["error"]!.GetValue<string>());
        Assert.StartsWith("The page may have been rebuilt: it gave 2 reviews before", still["error"]!.GetValue<string>());
        Assert.Equal(still["error"]!.GetValue<string>(), listed["lastError"]!.GetValue<string>());
        Assert.Equal((1, null), (mended["accepted"]!.GetValue<int>(), mended["error"]?.GetValue<string>()));
    }

    private static async Task<JsonNode> RunOnceAsync(HttpClient admin, int id) =>
        await (await admin.PostAsync($"/api/v1/sources/{id}/run", null)).JsonAsync(HttpStatusCode.Accepted);

    /// <summary>A shop that knows versions of its page, so that an unchanged one is not sent again.</summary>
    private static async Task<WebApplication> ShopAsync(Func<string> html)
    {
        var app = WebApplication.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        app.MapGet("/reviews", (HttpContext context) =>
        {
            var page = html();
            var version = $"\"{string.GetHashCode(page, StringComparison.Ordinal)}\"";
            context.Response.Headers.ETag = version;
            return context.Request.Headers.IfNoneMatch == version ? Results.StatusCode(304) : Results.Text(page, "text/html");
        });
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nAllow: /"));
        await app.StartAsync();
        return app;
    }
}
