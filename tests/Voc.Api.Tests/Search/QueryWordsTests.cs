using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Voc.Api.Tests.Search;

public sealed class QueryWordsTests(SmallArchive archive) : IClassFixture<SmallArchive>
{
    private readonly HttpClient _client = archive.Client;

    [Theory]
    [InlineData("q=ログイン出来ない", "2")]
    [InlineData("q=便り", "")]
    [InlineData("q=べんり", "4")]
    [InlineData("q=2週間", "1")]
    [InlineData("q='1X29'", "3")]
    [InlineData("q='１Ｘ２９'", "3")]
    [InlineData("q='送が'", "1")]
    [InlineData("q='1x29'", "")]
    [InlineData("q=date:2026-05", "34")]
    [InlineData("q=date:>=2026-05-03", "4")]
    [InlineData("q=date:[2026-04-01 TO 2026-04-02]", "12")]
    [InlineData("q=\"配送 届く\"~5", "1")]
    [InlineData("q=\"届く 配送\"~2", "")]
    [InlineData("q=opinion:\"ログイン/できない\"", "2")]
    [InlineData("q=opinion:\"/遅い\"", "1")]
    [InlineData("q=宅配", "")]
    [InlineData("q=宅配&synonyms=true", "14")]
    [InlineData("q=宅配&synonyms=true&without=配送", "")]
    [InlineData("q=べんり&without=便利", "")]
    public async Task A_query_finds_what_it_asks_for(string parameters, string expected)
    {
        var body = await GetAsync("search?" + Escaped(parameters));

        Assert.Equal(expected, string.Concat(Found(body).Order()));
        Assert.Equal(expected.Length, body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_else_was_searched_for_is_listed_with_counts_and_what_is_in_no_text_is_not()
    {
        var expansion = Assert.Single((await GetAsync("search?" + Escaped("q=届く 宅配&synonyms=true&without=配達"))).GetProperty("expansions").EnumerateArray());

        Assert.Equal(("宅配", 3, 2), (expansion.GetProperty("word").GetString(), expansion.GetProperty("start").GetInt32(), expansion.GetProperty("length").GetInt32()));
        var alternative = Assert.Single(expansion.GetProperty("alternatives").EnumerateArray());
        Assert.Equal(("配送", "synonym", true, 2), (alternative.GetProperty("text").GetString(), alternative.GetProperty("kind").GetString(), alternative.GetProperty("used").GetBoolean(), alternative.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task What_was_left_out_is_still_listed()
    {
        var alternative = (await GetAsync("search?" + Escaped("q=宅配&synonyms=true&without=配送"))).GetProperty("expansions")[0].GetProperty("alternatives")[0];

        Assert.Equal(("配送", false), (alternative.GetProperty("text").GetString(), alternative.GetProperty("used").GetBoolean()));
    }

    [Fact]
    public async Task Another_spelling_and_an_exact_string_are_highlighted()
    {
        var hit = (await GetAsync("search?" + Escaped("q=べんり '送通'"))).GetProperty("hits")[0];

        var text = hit.GetProperty("text").GetString()!;
        Assert.Equal(["送通", "便利"], hit.GetProperty("highlights").EnumerateArray().Select(h => text.Substring(h.GetProperty("start").GetInt32(), h.GetProperty("length").GetInt32())));
    }

    [Theory]
    [InlineData("配送 (遅い", "unclosed-parenthesis", "配送 (遅い)")]
    [InlineData("chanel:review", "unknown-field", "channel:review")]
    [InlineData("の", "no-words", "'の'")]
    [InlineData("\"", "unclosed-quote", null)]
    public async Task A_wrong_query_is_answered_with_one_that_works(string query, string reason, string? suggestion)
    {
        var answer = await _client.GetAsync("/api/v1/search?q=" + Uri.EscapeDataString(query));

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, reason), (answer.StatusCode, problem.GetProperty("reason").GetString()));
        Assert.Equal(suggestion, problem.GetProperty("suggestion").GetString());
        if (suggestion is not null)
        {
            await GetAsync("search?q=" + Uri.EscapeDataString(suggestion));
        }
    }

    [Fact]
    public async Task An_explained_search_names_what_a_word_stands_for_and_counts_it()
    {
        var whole = await GetAsync("search/explain?" + Escaped("q=宅配 OR べんり&synonyms=true&without=配達"));

        Assert.Equal(["宅配 配送 2", "べんり 便利 1"], whole.GetProperty("parts").EnumerateArray().Select(p => string.Join(' ', p.GetProperty("terms").EnumerateArray().Where(t => t.GetString() is "宅配" or "配送" or "べんり" or "便利" or "配達")) + $" {p.GetProperty("count")}"));
    }

    private static string Escaped(string parameters) =>
        string.Join('&', parameters.Split('&').Select(p => p.Split('=', 2)).Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}"));

    private static IEnumerable<string> Found(JsonElement body) =>
        body.GetProperty("hits").EnumerateArray().Select(h => SmallArchive.Texts.Single(f => f.Text == h.GetProperty("text").GetString()).ExternalId);

    private Task<JsonElement> GetAsync(string address) => _client.GetFromJsonAsync<JsonElement>("/api/v1/" + address);
}
