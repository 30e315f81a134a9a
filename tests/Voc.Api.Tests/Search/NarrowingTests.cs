using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

public sealed class NarrowingTests : IAsyncLifetime
{
    private const string Smell = "加湿器の電源を入れたら、焦げたような異臭がして、怖くなったのですぐに使うのをやめました。";

    private VocServer _server = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await VocServer.StartAsync();
        await _server.SourceAsync("shop");
        await _server.Get<Inbox>().AcceptAsync(
        [
            Text("1", Smell, day: 0, customer: "c-1", "関東") with { Product = "加湿器" },
            Text("2", "アプリにログインできない。画面が真っ白。", day: 1, customer: "c-2", "関西") with { Product = "アプリ" },
            Text("3", Smell + "本当に。", day: 2, customer: "c-1", "関西") with { Product = "加湿器" },
            Text("4", Smell + "残念です。本当に。", day: 3, customer: null, region: null),
            Text("5", "昨日。", day: 4, customer: null, region: null),
        ]);
        await _server.DrainAsync();
        _client = await _server.WithKeyAsync("read");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("product=", "45")]
    [InlineData("product=&product=アプリ", "245")]
    [InlineData("channel=", "12345")]
    [InlineData("attribute=地域=関西", "23")]
    [InlineData("attribute=地域=関西&attribute=地域=関東", "123")]
    [InlineData("attribute=地域=関西&attribute=店舗=", "23")]
    [InlineData("attribute=地域=関西&attribute=店舗=大阪", "")]
    [InlineData("attribute=地域=", "45")]
    [InlineData("attribute=地域=&product=", "45")]
    [InlineData("attribute=店舗=", "12345")]
    [InlineData("attribute=店舗=関西", "")]
    public async Task What_has_a_value_or_none_is_found_by_choosing_it(string parameters, string expected) =>
        Assert.Equal(expected, Found(await GetAsync(parameters)));

    [Theory]
    [InlineData("product")]
    [InlineData("topic")]
    [InlineData("intent")]
    [InlineData("segment")]
    [InlineData("attribute:地域")]
    public async Task The_count_of_a_value_is_what_choosing_it_finds(string facet)
    {
        var values = (await GetAsync("facet=" + facet)).GetProperty("facets").GetProperty(facet).EnumerateArray().ToList();

        Assert.NotEmpty(values);
        Assert.Contains(values, v => v.GetProperty("value").GetString() is "");
        foreach (var value in values)
        {
            var chosen = facet == "attribute:地域" ? $"attribute=地域={value.GetProperty("value")}" : $"{facet}={value.GetProperty("value")}";
            Assert.Equal(value.GetProperty("count").GetInt32(), (await GetAsync(chosen)).GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task A_topic_counts_for_the_one_above_it()
    {
        var topics = Counts(await GetAsync("q=ログイン&facet=topic"), "topic");

        Assert.Equal(1, topics["app.login"]);
        Assert.Equal(1, topics["app"]);
    }

    [Fact]
    public async Task The_attributes_there_are_come_with_how_many_texts_have_them()
    {
        Assert.Equal(new() { ["地域"] = 3 }, Counts(await GetAsync("facet=attribute"), "attribute"));
        Assert.Equal(new() { ["地域"] = 1 }, Counts(await GetAsync("q=ログイン&facet=attribute"), "attribute"));
    }

    [Theory]
    [InlineData("q=加湿器 (焦げ OR 真っ白) -ログイン&from=2026-04-01")]
    [InlineData("product=&attribute=地域=&channel=review")]
    [InlineData("product=&product=アプリ&attribute=地域=関西&attribute=地域=関東&topic=app")]
    public async Task Every_part_of_a_search_finds_by_itself_what_was_counted_for_it(string parameters)
    {
        var whole = await GetAsync(parameters, "/explain");
        Assert.Equal((await GetAsync(parameters)).GetProperty("total").GetInt32(), whole.GetProperty("count").GetInt32());
        var parts = whole.GetProperty("parts").EnumerateArray().SelectMany(Descendants).ToList();
        Assert.True(parts.Count > 2);
        foreach (var part in parts)
        {
            Assert.Equal(part.GetProperty("count").GetInt32(), (await GetAsync("q=" + part.GetProperty("text"))).GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task Near_duplicates_stand_folded_under_the_first_and_can_be_listed()
    {
        var whole = await GetAsync("sort=newest&fold=true");
        Assert.Equal("542", Shown(whole));
        Assert.Equal([0, 2, 0], whole.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("similar").GetInt32()));
        Assert.Equal((5, 2), (whole.GetProperty("total").GetInt32(), whole.GetProperty("folded").GetInt32()));

        var folded = await GetAsync($"sort=newest&under={Id(whole, 1)}");
        Assert.Equal("31", Shown(folded));
        Assert.Equal("31", Shown(await GetAsync($"sort=newest&fold=true&under={Id(whole, 1)}")));
        Assert.Equal("", Shown(await GetAsync($"sort=newest&under={Id(folded, 0)}")));
        Assert.Equal("3", Shown(await GetAsync($"sort=newest&product=加湿器&fold=true")));
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("relevance")]
    public async Task Later_pages_of_a_folded_result_go_on_where_the_first_ended(string sort)
    {
        var whole = (await GetAsync($"q=加湿器 OR ログイン OR 昨日&fold=true&sort={sort}")).GetProperty("hits").EnumerateArray().ToList();
        for (var at = 0; at < whole.Count; at++)
        {
            var page = (await GetAsync($"q=加湿器 OR ログイン OR 昨日&fold=true&sort={sort}&limit=1&offset={at}&count=false")).GetProperty("hits");
            Assert.Equal(whole[at].GetRawText(), Assert.Single(page.EnumerateArray()).GetRawText());
        }
    }

    [Fact]
    public async Task Customers_are_counted_where_that_is_asked_for_and_named_with_each_hit()
    {
        var asked = await GetAsync("customers=true&sort=oldest");

        Assert.Equal(2, asked.GetProperty("customers").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await GetAsync("sort=oldest")).GetProperty("customers").ValueKind);
        Assert.Equal(["c-1", "c-2", "c-1", null, null], asked.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("customer").GetString()));
    }

    [Theory]
    [InlineData("offset=9950&limit=50&fold=true", true)]
    [InlineData("offset=9951&limit=50&fold=true", false)]
    [InlineData("offset=999950&limit=50", true)]
    [InlineData("offset=999951&limit=50", false)]
    public async Task Pages_reach_a_million_hits_deep_and_ten_thousand_where_texts_are_folded(string parameters, bool reached) =>
        Assert.Equal(reached, (await _client.GetAsync("/api/v1/search?" + parameters)).IsSuccessStatusCode);

    private static Feedback Text(string id, string text, int day, string? customer, string? region) => Some.Feedback(id, text) with
    {
        OccurredAt = Some.Time.AddDays(day),
        Customer = customer,
        Attributes = region is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["地域"] = region },
    };

    private static string Found(JsonElement answer) => string.Concat(Shown(answer).Order());

    private static string Shown(JsonElement answer) =>
        string.Concat(answer.GetProperty("hits").EnumerateArray().Select(h => (h.GetProperty("occurredAt").GetDateTimeOffset() - Some.Time).Days + 1));

    private static long Id(JsonElement answer, int at) => answer.GetProperty("hits")[at].GetProperty("id").GetInt64();

    private static Dictionary<string, int> Counts(JsonElement answer, string facet) =>
        answer.GetProperty("facets").GetProperty(facet).EnumerateArray().ToDictionary(v => v.GetProperty("value").GetString()!, v => v.GetProperty("count").GetInt32());

    private static IEnumerable<JsonElement> Descendants(JsonElement part) => part.GetProperty("parts").EnumerateArray().SelectMany(Descendants).Prepend(part);

    private async Task<JsonElement> GetAsync(string parameters, string of = "") => await _client.GetFromJsonAsync<JsonElement>(
        $"/api/v1/search{of}?" + string.Join('&', parameters.Split('&').Select(p => p.Split('=', 2)).Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}")));
}
