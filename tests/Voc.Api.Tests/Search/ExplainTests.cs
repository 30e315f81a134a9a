using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Voc.Api.Tests.Search;

public sealed class ExplainTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    [Theory]
    [InlineData("q=", "everything[] 4")]
    [InlineData("q=配送", "word[配送] 2")]
    [InlineData("q=アプリ -配送", "and[] 1 (word[アプリ] 2, not[] 2 (word[配送] 2))")]
    [InlineData("q=ログイン OR 電源", "or[] 2 (word[ログイン] 1, word[電源] 1)")]
    [InlineData("q=\"配送が遅い\"", "phrase[\"配送 遅い\"] 1")]
    [InlineData("q=zq*", "prefix[zq*] 1")]
    [InlineData("q='1X29'", "exact['1X29'] 1")]
    [InlineData("q=channel:review", "field[] 1")]
    [InlineData("q=配送 の", "and[] 2 (word[配送] 2, ignored[] 0)")]
    [InlineData("q=date:2026-04-01", "range[] 1")]
    [InlineData("q=配送&channel=social&channel=review&from=2026-04-02", "and[] 1 (word[配送] 2, filter[] 2 (filter[] 1, filter[] 1), filter[] 3)")]
    [InlineData("q=配送&channel=social", "and[] 1 (word[配送] 2, filter[] 1)")]
    public async Task Every_part_has_the_words_it_looks_up_and_its_own_exact_count(string parameters, string expected) =>
        Assert.Equal(expected, Describe(await GetAsync(parameters)));

    [Fact]
    public async Task The_place_of_a_part_is_where_it_stands_in_the_query_and_a_filter_is_a_query_of_its_own()
    {
        var explained = await GetAsync("q=アプリ -配送&product=ホシアプリ");

        Assert.Equal(["アプリ -配送", "product:ホシアプリ"], explained.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("text").GetString()));
        var not = explained.GetProperty("parts")[0].GetProperty("parts")[1];
        Assert.Equal((4, 3), (not.GetProperty("start").GetInt32(), not.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task A_wrong_query_is_refused_as_by_the_search()
    {
        var answer = await archive.Client.GetAsync(Address("q=配送 (遅い"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(3, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("position").GetInt32());
    }

    private static string Describe(JsonElement part)
    {
        var parts = part.GetProperty("parts").EnumerateArray().Select(Describe).ToList();
        var terms = string.Join(' ', part.GetProperty("terms").EnumerateArray().Select(t => t.GetString()));
        return $"{part.GetProperty("kind")}[{terms}] {part.GetProperty("count")}" + (parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})");
    }

    private static string Address(string parameters) =>
        "/api/v1/search/explain?" + string.Join('&', parameters.Split('&').Select(p => p.Split('=', 2)).Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}"));

    private Task<JsonElement> GetAsync(string parameters) => archive.Client.GetFromJsonAsync<JsonElement>(Address(parameters));
}
