using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Vocabulary;

public sealed class LexiconTests(OneServer one) : IClassFixture<OneServer>
{
    private const string Path = "/api/v1/lexicon";

    [Fact]
    public async Task An_own_expression_is_read_from_then_on()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        Assert.Equal(0, await OpinionsAsync(server, client, "画面がほわほわする。"));

        await (await client.PostAsJsonAsync(Path, new { expression = "ほわほわする", strength = -0.9 })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(-1, await PolarityAsync(server, client, "画面がほわほわした。"));
        Assert.Equal("own", (await FindAsync(client, "ほわほわする")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_shipped_expression_can_be_turned_silenced_and_had_back()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        Assert.Equal(-1, await PolarityAsync(server, client, "掃除機がうるさい。"));
        Assert.Equal("shipped", (await FindAsync(client, "うるさい")).GetProperty("state").GetString());

        var silence = await (await client.PostAsJsonAsync(Path, new { expression = "うるさい", kind = "silent" })).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("silenced", (await FindAsync(client, "うるさい")).GetProperty("state").GetString());
        Assert.Equal(0, await OpinionsAsync(server, client, "掃除機がうるさい。"));

        var id = silence["id"]!.GetValue<int>();
        await (await client.PutAsJsonAsync($"{Path}/{id}", new { expression = "うるさい", strength = 0.9 })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("changed", (await FindAsync(client, "うるさい")).GetProperty("state").GetString());
        Assert.Equal(1, await PolarityAsync(server, client, "掃除機がうるさい。"));

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal("shipped", (await FindAsync(client, "うるさい")).GetProperty("state").GetString());
        Assert.Equal(-1, await PolarityAsync(server, client, "掃除機がうるさい。"));
    }

    [Fact]
    public async Task An_expression_for_one_class_of_targets_leaves_its_other_meanings_alone()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        await (await client.PostAsJsonAsync(Path, new { expression = "ほわほわする", strength = 0.9, target = "service" })).JsonAsync(HttpStatusCode.Created);
        await (await client.PostAsJsonAsync(Path, new { expression = "ほわほわする", strength = -0.9, target = "app" })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(1, await PolarityAsync(server, client, "接客がほわほわする。"));
        Assert.Equal(-1, await PolarityAsync(server, client, "画面がほわほわする。"));
    }

    [Fact]
    public async Task A_search_finds_parts_of_expressions_and_can_be_kept_to_own_ones()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await client.PostAsJsonAsync(Path, new { expression = "繋がりそうで繋がらない", strength = -0.5 });

        var all = await client.GetFromJsonAsync<JsonElement>($"{Path}?q={Uri.EscapeDataString("繋がら")}&limit=5");
        var own = await client.GetFromJsonAsync<JsonElement>($"{Path}?own=true");

        Assert.True(all.GetProperty("total").GetInt32() > 1);
        Assert.Equal("繋がりそうで繋がらない", all.GetProperty("items")[0].GetProperty("expression").GetString());
        Assert.Equal(1, own.GetProperty("total").GetInt32());
        Assert.NotEmpty(await (await client.GetAsync($"{Path}?limit=1000")).ProblemAsync(HttpStatusCode.BadRequest, "limit"));
        Assert.Contains("delivery", (await client.GetFromJsonAsync<JsonElement[]>($"{Path}/targets"))!.Select(t => t.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("""{"strength":0.5}""", "expression")]
    [InlineData("""{"expression":"あ\tい","strength":0.5}""", "expression")]
    [InlineData("""{"expression":"ほわほわ"}""", "strength")]
    [InlineData("""{"expression":"ほわほわ","strength":1.5}""", "strength")]
    [InlineData("""{"expression":"ほわほわ","strength":-0.5,"kind":"degree"}""", "strength")]
    [InlineData("""{"expression":"ほわほわ","strength":0.5,"kind":"silent"}""", "strength")]
    [InlineData("""{"expression":"ほわほわ","strength":0.5,"negated":-2}""", "negated")]
    [InlineData("""{"expression":"ほわほわ","strength":1.5,"negated":0.5,"kind":"raise"}""", "negated")]
    [InlineData("""{"expression":"ほわほわ","strength":0.5,"kind":"loud"}""", "kind")]
    [InlineData("""{"expression":"ほわほわ","strength":0.5,"target":"nothing"}""", "target")]
    [InlineData("""{"expression":"🙂","strength":0.5,"kind":"surface","target":"price"}""", "target")]
    public async Task An_expression_that_cannot_be_is_refused_with_the_field_that_is_wrong(string body, string field)
    {

        var answer = await one.Client.PostAsync(Path, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task The_same_expression_twice_is_refused()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await client.PostAsJsonAsync(Path, new { expression = "ほわほわする", strength = -0.9 });

        Assert.NotEmpty(await (await client.PostAsJsonAsync(Path, new { expression = " ほわほわする", strength = 0.1 })).ProblemAsync(HttpStatusCode.BadRequest, "expression"));
    }

    [Fact]
    public async Task A_preview_finds_inflected_forms_and_shows_the_score_before_and_after()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var ids = await server.StoreAsync("配送が遅い。", "画面がほわほわした。", "ほわほわのタオルです。");

        var preview = await (await client.PostAsJsonAsync($"{Path}/preview", new { expression = new { expression = "ほわほわする", strength = -0.9 } })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal((3, 1, 1, 1), (Number(preview, "examined"), Number(preview, "changed"), Number(preview, "sentiment"), Number(preview, "opinions")));
        var example = preview["examples"]![0]!;
        Assert.Equal(ids[1], example["id"]!.GetValue<long>());
        Assert.True(example["after"]!["sentiment"]!["score"]!.GetValue<double>() < example["before"]!["sentiment"]!["score"]!.GetValue<double>());
        Assert.Contains("sentiment", example["respects"]!.AsArray().Select(r => r!.GetValue<string>()));
    }

    [Fact]
    public async Task A_preview_of_a_deletion_shows_what_would_come_back()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var made = await (await client.PostAsJsonAsync(Path, new { expression = "うるさい", kind = "silent" })).JsonAsync(HttpStatusCode.Created);
        await server.StoreAsync("掃除機がうるさい。");

        var preview = await (await client.PostAsJsonAsync($"{Path}/preview", new { id = made["id"]!.GetValue<int>() })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal((1, 1), (Number(preview, "changed"), Number(preview, "opinions")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync($"{Path}/preview", new { id = 999 })).StatusCode);
    }

    private static int Number(System.Text.Json.Nodes.JsonNode node, string name) => node[name]!.GetValue<int>();

    private static async Task<JsonElement> FindAsync(HttpClient client, string expression) =>
        (await client.GetFromJsonAsync<JsonElement>($"{Path}?q={Uri.EscapeDataString(expression)}")).GetProperty("items")[0];

    private static async Task<JsonElement> ReadAsync(VocServer server, HttpClient client, string text) =>
        await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{(await server.StoreAsync(text))[0]}");

    private static async Task<int> OpinionsAsync(VocServer server, HttpClient client, string text) =>
        (await ReadAsync(server, client, text)).GetProperty("opinions").GetArrayLength();

    private static async Task<int> PolarityAsync(VocServer server, HttpClient client, string text) =>
        (await ReadAsync(server, client, text)).GetProperty("opinions")[0].GetProperty("polarity").GetInt32();
}
