using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Voc.Api.Tests.Search;

public sealed class SearchTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    private readonly HttpClient _client = archive.Client;

    [Theory]
    [InlineData("q=配送", "14")]
    [InlineData("q=アプリ 配送", "4")]
    [InlineData("q=アプリ -配送", "2")]
    [InlineData("q=ログイン OR 電源", "23")]
    [InlineData("q=-アプリ", "13")]
    [InlineData("q=\"配送が遅い\"", "1")]
    [InlineData("q=\"遅い配送\"", "")]
    [InlineData("q=ＺＱ－１Ｘ２９９", "3")]
    [InlineData("q=1x299", "3")]
    [InlineData("q=zq*", "3")]
    [InlineData("q=ﾛｸﾞｲﾝ", "2")]
    [InlineData("q=channel:電話", "3")]
    [InlineData("q=source:\"電話 窓口\"", "3")]
    [InlineData("q=product:ホシ*", "124")]
    [InlineData("q=アプリ OR -product:ホシ*", "234")]
    [InlineData("q=アプリ&channel=social", "4")]
    [InlineData("q=&channel=social&channel=call-note", "34")]
    [InlineData("q=&channel=social,call-note&product=ホシアプリ", "4")]
    [InlineData("q=&from=2026-04-02", "234")]
    [InlineData("q=&from=2026-04-02&to=2026-05-02", "23")]
    [InlineData("q=配送&to=2026-04-01", "1")]
    [InlineData("q=&to=1999-01-01", "")]
    [InlineData("q=sentiment:negative sentiment:positive", "")]
    public async Task A_query_finds_what_it_asks_for(string parameters, string? expected)
    {
        var answer = await _client.GetAsync(Address(parameters));
        if (expected is null)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return;
        }

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, string.Concat(Found(body).Order()));
        Assert.Equal(expected.Length, body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_blank_query_lists_everything_newest_first()
    {
        Assert.Equal("4321", string.Concat(Found(await GetAsync("q="))));
        Assert.Equal("32", string.Concat(Found(await GetAsync("q=&limit=2&offset=1"))));
    }

    [Fact]
    public async Task Highlights_are_the_matched_stretches_of_the_text()
    {
        var hit = (await GetAsync("q=アプリ ログイン -電源")).GetProperty("hits")[0];

        var text = hit.GetProperty("text").GetString()!;
        Assert.Equal(["アプリ", "ログイン"], hit.GetProperty("highlights").EnumerateArray().Select(h => text.Substring(h.GetProperty("start").GetInt32(), h.GetProperty("length").GetInt32())));
    }

    [Fact]
    public async Task Facets_count_the_whole_result_and_not_the_page()
    {
        var body = await GetAsync("q=&limit=1&facet=channel,sentiment,product,source,month,topic");

        var facets = body.GetProperty("facets");
        int Sum(string facet) => facets.GetProperty(facet).EnumerateArray().Sum(v => v.GetProperty("count").GetInt32());
        Assert.Equal([4, 4, 4, 4], new[] { "channel", "sentiment", "source", "month" }.Select(Sum));
        Assert.Equal("ホシアプリ:2 :1 ホシ便:1", string.Join(' ', facets.GetProperty("product").EnumerateArray().Select(v => $"{v.GetProperty("value")}:{v.GetProperty("count")}")));
        Assert.Equal("2026-04:2 2026-05:2", string.Join(' ', facets.GetProperty("month").EnumerateArray().Select(v => $"{v.GetProperty("value")}:{v.GetProperty("count")}")));
    }

    [Fact]
    public async Task A_wrong_query_is_answered_with_its_place_and_a_remedy_in_the_readers_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("q=配送 (遅い"));
        request.Headers.Add("Accept-Language", "ja");
        var answer = await _client.SendAsync(request);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, "query", 3), (answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("position").GetInt32()));
        Assert.Contains("At character 4", (await ProblemAsync("q=配送 (遅い")).GetProperty("errors").GetProperty("q")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("4文字目", problem.GetProperty("errors").GetProperty("q")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=の", "q")]
    [InlineData("q=&from=yesterday", "from")]
    [InlineData("q=&to=9999-12-31", "to")]
    [InlineData("q=&sort=best", "sort")]
    [InlineData("q=&limit=100000", "limit")]
    [InlineData("q=&offset=-1", "offset")]
    [InlineData("q=&facet=weather", "facet")]
    [InlineData("q=&channel=fax", "channel")]
    [InlineData("q=&sentiment=angry", "sentiment")]
    public async Task A_parameter_that_does_not_hold_what_it_should_is_named(string parameters, string field) =>
        Assert.NotEmpty((await ProblemAsync(parameters)).GetProperty("errors").GetProperty(field)[0].GetString()!);

    [Fact]
    public async Task Products_come_most_frequent_first() =>
        Assert.Equal(["ホシアプリ", "ホシ便"], (await _client.GetFromJsonAsync<string[]>("/api/v1/products"))!);

    [Fact]
    public async Task Nobody_searches_without_signing_in()
    {
        using var anonymous = archive.Server.Anonymous();
        using var ingest = await archive.Server.WithKeyAsync("ingest");

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(Address("q="))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ingest.GetAsync(Address("q="))).StatusCode);
    }

    private static string Address(string parameters) =>
        "/api/v1/search?" + string.Join('&', parameters.Split('&').Select(p => p.Split('=', 2)).Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}"));

    private static IEnumerable<string> Found(JsonElement body) =>
        body.GetProperty("hits").EnumerateArray().Select(h => SmallArchive.Texts.Single(f => f.Text == h.GetProperty("text").GetString()).ExternalId);

    private Task<JsonElement> GetAsync(string parameters) => _client.GetFromJsonAsync<JsonElement>(Address(parameters));

    private async Task<JsonElement> ProblemAsync(string parameters)
    {
        var answer = await _client.GetAsync(Address(parameters));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
