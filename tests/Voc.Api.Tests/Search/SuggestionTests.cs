using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

public sealed class SuggestionTests(SuggestionTests.Archive archive) : IClassFixture<SuggestionTests.Archive>
{
    [Theory]
    [InlineData("ログ‸", "ログイン")]
    [InlineData("はい‸", "配送 配達")]
    [InlineData("hai‸", "配送 配達")]
    [InlineData("haiso‸", "配送")]
    [InlineData("遅い -はい‸", "遅い -配送|遅い -配達")]
    [InlineData("\"はい‸", "\"配送|\"配達")]
    [InlineData("はい‸ OR 遅い", "配送 OR 遅い|配達 OR 遅い")]
    [InlineData("'はいそ‸", "")]
    [InlineData("はいそ ‸", "")]
    [InlineData("chan‸", "channel:")]
    [InlineData("チャ‸", "チャネル:")]
    [InlineData("channel:‸", "channel:review|channel:social")]
    [InlineData("チャネル：くち‸", "")]
    [InlineData("チャネル：口‸", "チャネル：review")]
    [InlineData("product:‸", "product:\"ホシ便 プラス\"|product:ZQ-1")]
    [InlineData("product:プラ‸", "product:\"ホシ便 プラス\"")]
    [InlineData("product:\"ほし‸", "product:\"ホシ便 プラス\"")]
    [InlineData("product:zq‸", "product:ZQ-1")]
    [InlineData("product:(ZQ-1 OR ほし‸", "product:(ZQ-1 OR \"ホシ便 プラス\"")]
    [InlineData("source:w‸", "source:\"web 窓口\"")]
    [InlineData("segment:‸", "segment:法人")]
    [InlineData("attribute:‸", "attribute:地域=|attribute:segment=")]
    [InlineData("attribute:地域=‸", "attribute:地域=関東|attribute:地域=関西")]
    [InlineData("attribute:地域=関西‸", "")]
    [InlineData("date:2026‸", "date:2026-04")]
    [InlineData("qqq‸", "")]
    public async Task What_is_typed_can_be_gone_on_with(string marked, string expected)
    {
        var caret = marked.IndexOf('‸', StringComparison.Ordinal);
        var found = await SuggestAsync(marked.Remove(caret, 1), caret);

        Assert.Equal(expected, string.Join(expected.Contains('|', StringComparison.Ordinal) || marked.Contains(':') || marked.Contains('：') ? "|" : " ", found.Select(s => s.GetProperty("text").GetString())));
    }

    [Fact]
    public async Task A_topic_is_found_by_its_name_in_either_language_and_written_by_its_identifier()
    {
        foreach (var typed in new[] { "topic:配送", "topic:deliv", "話題：deliv" })
        {
            Assert.Contains((await SuggestAsync(typed, typed.Length)), s => s.GetProperty("text").GetString()!.EndsWith("delivery.delay", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Values_are_called_what_pages_call_them_and_found_by_that_name_too()
    {
        var all = await archive.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/search/suggest?lang=ja&q=" + Uri.EscapeDataString("チャネル:"));
        var typed = await archive.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/search/suggest?lang=ja&q=" + Uri.EscapeDataString("チャネル:レビ"));

        Assert.Equal(["レビュー", "SNS"], all!.Select(s => s.GetProperty("label").GetString()));
        Assert.Equal("チャネル:review", Assert.Single(typed!).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_suggestion_says_what_it_is_and_in_how_many_texts()
    {
        var word = (await SuggestAsync("ログ", 2))[0];
        var field = (await SuggestAsync("chan", 4))[0];
        var value = (await SuggestAsync("channel:rev", 11))[0];

        Assert.Equal(("ログイン", "word", 2), (word.GetProperty("label").GetString(), word.GetProperty("kind").GetString(), word.GetProperty("count").GetInt32()));
        Assert.Equal(("channel:", "field", JsonValueKind.Null), (field.GetProperty("label").GetString(), field.GetProperty("kind").GetString(), field.GetProperty("count").ValueKind));
        Assert.Equal(("review", "value", 3), (value.GetProperty("label").GetString(), value.GetProperty("kind").GetString(), value.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Every_suggestion_is_a_query_that_finds_as_many_texts_as_it_says()
    {
        foreach (var typed in new[] { "は", "ログ", "channel:", "product:", "source:", "segment:", "attribute:地域=", "date:" })
        {
            foreach (var suggestion in await SuggestAsync(typed, typed.Length))
            {
                var found = await archive.Client.GetFromJsonAsync<JsonElement>("/api/v1/search?q=" + Uri.EscapeDataString(suggestion.GetProperty("text").GetString()!));
                Assert.Equal(suggestion.GetProperty("count").GetInt32(), found.GetProperty("total").GetInt32());
            }
        }
    }

    [Fact]
    public async Task What_is_added_is_offered()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.WithKeyAsync("read");
        await server.StoreAsync("配送が遅い。");
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/v1/search/suggest?q=haiz")).EnumerateArray());

        await server.StoreAsync("配膳が雑。");

        Assert.Equal("配膳", (await client.GetFromJsonAsync<JsonElement>("/api/v1/search/suggest?q=haiz"))[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Saved_searches_are_offered_by_their_names_to_those_who_may_see_them()
    {
        await using var server = await VocServer.StartAsync();
        using var mine = await server.SignedInAsync("researcher");
        using var other = await server.SignedInAsync("product");
        await SaveAsync(mine, "ログインの苦情", "q=ログイン&sentiment=negative", shared: true);
        await SaveAsync(mine, "週次ﾛｸﾞｲﾝ", "q=ログイン+できない", shared: false);

        var own = await SavedAsync(mine, "ろぐいん");
        var others = await SavedAsync(other, "ログイン");

        Assert.Equal([("ログインの苦情", "ログイン"), ("週次ﾛｸﾞｲﾝ", "ログイン できない")], own.Select(s => (s.GetProperty("label").GetString(), s.GetProperty("text").GetString())));
        Assert.StartsWith("/search/saved/", Assert.Single(others).GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Empty(await SavedAsync(other, "週次"));
        Assert.Empty(await SavedAsync(mine, "返品"));
    }

    private static async Task SaveAsync(HttpClient client, string name, string query, bool shared) =>
        (await client.PostAsJsonAsync("/api/v1/saved-searches", new { name, query, shared })).EnsureSuccessStatusCode();

    private static async Task<List<JsonElement>> SavedAsync(HttpClient client, string typed) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/search/suggest?q={Uri.EscapeDataString(typed)}")).EnumerateArray().Where(s => s.GetProperty("kind").GetString() == "saved")];

    [Fact]
    public async Task Nobody_is_helped_without_signing_in()
    {
        using var anonymous = archive.Server.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync("/api/v1/search/suggest?q=a")).StatusCode);
    }

    private async Task<List<JsonElement>> SuggestAsync(string query, int caret) =>
        [.. (await archive.Client.GetFromJsonAsync<JsonElement>($"/api/v1/search/suggest?q={Uri.EscapeDataString(query)}&caret={caret}")).EnumerateArray()];

    public sealed class Archive : IAsyncLifetime
    {
        internal VocServer Server { get; private set; } = null!;

        internal HttpClient Client { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Server = await VocServer.StartAsync();
            await Server.SourceAsync("shop");
            await Server.SourceAsync("web 窓口");
            var region = new Dictionary<string, string> { ["地域"] = "関東" };
            await Server.Get<Inbox>().AcceptAsync(
            [
                Some.Feedback("1", "配送が遅い。") with { Product = "ホシ便 プラス", Attributes = region },
                Some.Feedback("2", "配達が雑。配送も遅い。") with { Product = "ホシ便 プラス", Attributes = new Dictionary<string, string>(region) { ["segment"] = "法人" } },
                Some.Feedback("3", "ログインできない。", source: "web 窓口") with { Product = "ZQ-1", Attributes = new Dictionary<string, string> { ["地域"] = "関西" } },
                Some.Feedback("4", "ログインが遅い。", channel: Channel.Social),
            ]);
            await Server.DrainAsync();
            Client = await Server.WithKeyAsync("read");
            Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        }

        public async Task DisposeAsync()
        {
            Client.Dispose();
            await Server.DisposeAsync();
        }
    }
}
