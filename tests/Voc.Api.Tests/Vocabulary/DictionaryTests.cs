using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Vocabulary;

public sealed class DictionaryTests(OneServer one) : IClassFixture<OneServer>
{
    private const string Path = "/api/v1/dictionary";

    [Fact]
    public async Task A_word_changes_the_segmentation_at_once_and_again_when_it_is_changed_and_deleted()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var before = await WordsAsync(server, client, "ほしぞらクラウドプラスを契約した。");

        var made = await client.PostAsJsonAsync(Path, new { surface = "ほしぞらクラウドプラス", segments = new[] { "ほしぞら", "クラウドプラス" }, readings = new[] { "ホシゾラ", "クラウドプラス" } });
        var word = await made.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("ほしぞら クラウドプラス", string.Join(' ', (await WordsAsync(server, client, "ほしぞらクラウドプラスを契約した。")).Take(2)));

        var id = word["id"]!.GetValue<int>();
        await (await client.PutAsJsonAsync($"{Path}/{id}", new { surface = "ほしぞらクラウドプラス", partOfSpeech = "名詞-一般" })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("ほしぞらクラウドプラス", (await WordsAsync(server, client, "ほしぞらクラウドプラスを契約した。"))[0]);
        Assert.Equal(("ほしぞらクラウドプラス", "user-product"), ((await client.GetFromJsonAsync<JsonElement>(Path))[0].GetProperty("surface").GetString(), (await client.GetFromJsonAsync<JsonElement>(Path))[0].GetProperty("changedBy").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(before, await WordsAsync(server, client, "ほしぞらクラウドプラスを契約した。"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_word_is_recognised_in_whatever_width_it_is_written()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        await (await client.PostAsJsonAsync(Path, new { surface = "ＡＢＣほしいも便" })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal("ABCほしいも便", (await WordsAsync(server, client, "ABCほしいも便を頼んだ。"))[0]);
        Assert.Equal("ＡＢＣほしいも便", (await WordsAsync(server, client, "ＡＢＣほしいも便を頼んだ。"))[0]);
    }

    [Theory]
    [InlineData("""{"surface":""}""", "surface")]
    [InlineData("{}", "surface")]
    [InlineData("""{"surface":"。"}""", "surface")]
    [InlineData("""{"surface":"a\nb"}""", "surface")]
    [InlineData("""{"surface":"ほしぞら便","segments":["ほしぞら","びん"]}""", "segments")]
    [InlineData("""{"surface":"ほしぞら便","segments":["ほしぞら便",""]}""", "segments")]
    [InlineData("""{"surface":"ほしぞら便","segments":["ほしぞら","便"],"readings":["ホシゾラ"]}""", "readings")]
    [InlineData("""{"surface":"ほしぞら便","readings":["ほしぞら"]}""", "readings")]
    [InlineData("""{"surface":"ほしぞる","partOfSpeech":"動詞-自立"}""", "partOfSpeech")]
    public async Task A_word_that_cannot_be_is_refused_with_the_field_that_is_wrong(string body, string field)
    {

        var answer = await one.Client.PostAsync(Path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task The_same_word_twice_is_refused_even_in_another_width()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        await (await client.PostAsJsonAsync(Path, new { surface = "ABC便" })).JsonAsync(HttpStatusCode.Created);

        Assert.Contains("ABC便", await (await client.PostAsJsonAsync(Path, new { surface = "ＡＢＣ便" })).ProblemAsync(HttpStatusCode.BadRequest, "surface"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_counts_and_shows_the_texts_a_word_would_change_and_keeps_nothing()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("researcher");
        var ids = await server.StoreAsync("配送が遅い。", "昨日ほしぞらクラウドプラスを契約した。", "とても便利です。");

        var preview = await (await client.PostAsJsonAsync($"{Path}/preview", new { word = new { surface = "ほしぞらクラウドプラス" } })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal((3, true, 1, 1), (preview["examined"]!.GetValue<int>(), preview["complete"]!.GetValue<bool>(), preview["changed"]!.GetValue<int>(), preview["segmentation"]!.GetValue<int>()));
        var example = preview["examples"]!.AsArray().Single()!;
        Assert.Equal((ids[1], 2, 11), (example["id"]!.GetValue<long>(), example["start"]!.GetValue<int>(), example["length"]!.GetValue<int>()));
        Assert.DoesNotContain("ほしぞらクラウドプラス", Tokens(example["before"]!));
        Assert.Contains("ほしぞらクラウドプラス", Tokens(example["after"]!));
        Assert.Contains("名詞-固有名詞-一般", example["after"]!["tokens"]!.AsArray().Select(t => t!["partOfSpeech"]!.GetValue<string>()));
        Assert.Empty((await client.GetFromJsonAsync<JsonElement[]>(Path))!);
        Assert.NotEmpty(await (await client.PostAsJsonAsync($"{Path}/preview", new { })).ProblemAsync(HttpStatusCode.BadRequest, "word"));
    }

    private static IEnumerable<string> Tokens(System.Text.Json.Nodes.JsonNode side) => side["tokens"]!.AsArray().Select(t => t!["text"]!.GetValue<string>());

    private static async Task<List<string>> WordsAsync(VocServer server, HttpClient client, string text)
    {
        var id = (await server.StoreAsync(text))[0];
        var explanation = await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{id}/explanation");
        return [.. explanation.GetProperty("tokens").EnumerateArray().Select(t => t.GetProperty("text").GetString()!)];
    }
}
