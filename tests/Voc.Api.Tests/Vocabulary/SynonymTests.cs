using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Vocabulary;

public sealed class SynonymTests(OneServer one) : IClassFixture<OneServer>
{
    private const string Path = "/api/v1/vocabulary/synonyms";

    [Fact]
    public async Task A_group_widens_searches_at_once_and_again_when_it_is_changed_and_deleted()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await server.StoreAsync("アクアポットが壊れた。", "ウォーターサーバーから異音。", "給水機が重い。");
        Assert.Equal(1, await TotalAsync(client, "アクアポット"));

        var group = await (await client.PostAsJsonAsync(Path, new { words = new[] { "アクアポット", " ウォーターサーバー " } })).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(2, await TotalAsync(client, "アクアポット"));
        Assert.Equal(1, await TotalAsync(client, "アクアポット", synonyms: false));

        var id = group["id"]!.GetValue<int>();
        await (await client.PutAsJsonAsync($"{Path}/{id}", new { words = new[] { "アクアポット", "ウォーターサーバー", "給水機" } })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(3, await TotalAsync(client, "給水機"));
        var kept = (await client.GetFromJsonAsync<JsonElement>(Path))[0];
        Assert.Equal(("アクアポット ウォーターサーバー 給水機", "user-product"), (string.Join(' ', kept.GetProperty("words").EnumerateArray()), kept.GetProperty("changedBy").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(1, await TotalAsync(client, "アクアポット"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_to_be_read_anew_for_synonyms()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await server.StoreAsync("配送が遅い。");

        await (await client.PostAsJsonAsync(Path, new { words = new[] { "配送", "お届け" } })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("/api/v1/reading")).GetProperty("stale").GetInt32());
    }

    [Fact]
    public async Task Groups_outlive_the_service()
    {
        var server = await VocServer.StartAsync();
        using (var client = await server.SignedInAsync("product"))
        {
            await server.StoreAsync("ウォーターサーバーから異音。");
            await (await client.PostAsJsonAsync(Path, new { words = new[] { "アクアポット", "ウォーターサーバー" } })).JsonAsync(HttpStatusCode.Created);
        }
        await server.StopAsync();

        await using var again = await VocServer.StartAsync(folder: server.Options.DataDirectory);
        using var reader = await again.WithKeyAsync("read");

        Assert.Equal(1, await TotalAsync(reader, "アクアポット"));
    }

    [Fact]
    public async Task A_preview_counts_texts_and_keeps_nothing()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");
        await server.StoreAsync("配送が遅い。", "配送と宅配。", "お届けが早い。", "電源が切れる。");

        var reach = await (await client.PostAsJsonAsync($"{Path}/preview", new { words = new[] { "配送", "宅配", "お届け" } })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("2 1 1", string.Join(' ', reach["words"]!.AsArray().Select(w => w!["count"]!.GetValue<int>())));
        Assert.Equal((3, 4), (reach["total"]!.GetValue<int>(), reach["archive"]!.GetValue<int>()));
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>(Path)).EnumerateArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"words":["配送"]}""")]
    [InlineData("""{"words":["配送",""," "]}""")]
    [InlineData("""{"words":["配送","の"]}""")]
    [InlineData("""{"words":["配送","！？"]}""")]
    [InlineData("""{"words":["ABC","ａｂｃ"]}""")]
    [InlineData("""{"words":["配送","宅\n配"]}""")]
    public async Task A_group_that_cannot_be_is_refused_with_the_reason(string body)
    {
        foreach (var path in new[] { Path, $"{Path}/preview" })
        {
            var answer = await one.Client.PostAsync(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
            Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, "words"));
        }
    }

    [Fact]
    public async Task The_same_group_twice_is_refused_and_a_group_that_is_not_there_cannot_be_changed()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await (await client.PostAsJsonAsync(Path, new { words = new[] { "配送", "ABC便" } })).JsonAsync(HttpStatusCode.Created);

        Assert.NotEmpty(await (await client.PostAsJsonAsync(Path, new { words = new[] { "ａｂｃ便", "配送" } })).ProblemAsync(HttpStatusCode.BadRequest, "words"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsJsonAsync($"{Path}/99", new { words = new[] { "配送", "宅配" } })).StatusCode);
    }

    [Fact]
    public async Task Researchers_try_groups_and_only_product_managers_keep_them()
    {
        using var researcher = await one.Server.SignedInAsync("researcher");
        using var support = await one.Server.SignedInAsync("support");
        var body = new { words = new[] { "配送", "宅配" } };

        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.PostAsJsonAsync(Path, body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.PutAsJsonAsync($"{Path}/1", body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.DeleteAsync($"{Path}/1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await researcher.PostAsJsonAsync($"{Path}/preview", body)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await support.GetAsync(Path)).StatusCode);
    }

    private static async Task<int> TotalAsync(HttpClient client, string query, bool synonyms = true) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(query)}&synonyms={(synonyms ? "true" : "false")}")).GetProperty("total").GetInt32();
}
