using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Sources;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Fetching;

namespace Voc.Api.Tests.Sources;

/// <summary>More pages than one run reads: the next run goes on, over a restart too, and nothing is stored twice.</summary>
public sealed class LongReviewListTests
{
    private const int Pages = 130;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_is_read_in_the_end_once(bool bySitemap)
    {
        await using var shop = await ShopAsync();
        var address = shop.Urls.First();
        var settings = bySitemap
            ? (object)new { url = address + "/items/", sitemap = address + "/sitemap.xml", maximumPages = 50, profile = new { item = "li", text = ".", id = "@id" } }
            : new { url = address + "/reviews", maximumPages = 50, profile = new { item = "li", text = ".", id = "@id", next = "a" } };
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var accepted = new List<int>();
        for (var run = 0; run < 4; run++)
        {
            var server = await VocServer.StartAsync(services: WithoutDelay, folder: folder);
            if (run == 0)
            {
                using var admin = await server.SignedInAsync("admin");
                await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "店", kind = "review-page", settings })).JsonAsync(HttpStatusCode.Created);
            }
            var answer = await server.Get<SourceRuns>().RunAsync(1, CancellationToken.None);
            Assert.Null(answer.Error);
            accepted.Add(answer.Accepted);
            await server.StopAsync();
        }
        Directory.Delete(folder, recursive: true);

        Assert.Equal([50, 50, 30, 0], accepted);
    }

    private static void WithoutDelay(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(new PageFetcher(new FetchOptions { AllowedHosts = ["127.0.0.1"], HostDelay = TimeSpan.Zero }, TimeProvider.System));

    private static async Task<WebApplication> ShopAsync()
    {
        var app = WebApplication.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        app.MapGet("/reviews", (int? p, HttpContext context) => Versioned(context, Html(p ?? 1, Item(p ?? 1) + (p is Pages ? "" : $"<a href='/reviews?p={(p ?? 1) + 1}'>次</a>"))));
        app.MapGet("/items/{p:int}", (int p, HttpContext context) => Versioned(context, Html(p, Item(p))));
        app.MapGet("/sitemap.xml", (HttpContext context) => Versioned(context, $"<urlset>{string.Concat(Enumerable.Range(1, Pages).Select(p => $"<url><loc>/items/{p}</loc><lastmod>2020-01-01</lastmod></url>"))}</urlset>"));
        await app.StartAsync();
        return app;
    }

    private static IResult Versioned(HttpContext context, string page)
    {
        context.Response.Headers.ETag = "\"1\"";
        return context.Request.Headers.IfNoneMatch == "\"1\"" ? Results.StatusCode(304) : Results.Text(page, "text/html");
    }

    private static string Item(int p) => string.Create(CultureInfo.InvariantCulture, $"<li id=r{p}>{p} 番目の商品の声です</li>");

    private static string Html(int page, string body) => string.Create(CultureInfo.InvariantCulture, $"<html><title>{page}</title>{body}");
}
