using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Snippets;

public sealed class SnippetTests
{
    private const string Path = "/api/v1/notes/snippets";

    [Fact]
    public async Task Everybody_has_their_own_and_the_company_s_and_a_key_of_any_width_and_case_is_one_key()
    {
        await using var server = await VocServer.StartAsync();
        using var support = await server.SignedInAsync("support");
        using var product = await server.SignedInAsync("product");

        var own = await KeepAsync(support, " ；ＨＮ ", "返金の申し出", "{製品}の返金をご希望。\r\n理由：{理由}");
        await KeepAsync(product, "hn", "会社の返金", "返金の申し出。", shared: true);
        await KeepAsync(product, "mine", "製品担当のもの", "自分用。");

        Assert.Equal("{製品}の返金をご希望。\n理由：{理由}", own["text"]!.GetValue<string>());
        Assert.Equal(["hn 会社の返金 shared", "hn 返金の申し出 editable"], await AllAsync(support));
        Assert.Equal(["hn 会社の返金 shared editable", "mine 製品担当のもの editable"], await AllAsync(product));
        Assert.Contains(";hn", await (await PostAsync(support, "Hn", "もう一つ", "文")).ProblemAsync(HttpStatusCode.BadRequest, "key"));
    }

    [Theory]
    [InlineData("key", "", "見出し", "本文")]
    [InlineData("key", "h n", "見出し", "本文")]
    [InlineData("key", "123456789012345678901", "見出し", "本文")]
    [InlineData("title", "hn", " ", "本文")]
    [InlineData("text", "hn", "見出し", " \n ")]
    [InlineData("text", "hn", "見出し", "返金は\n  {理由", "2 行 3 文字目")]
    [InlineData("text", "hn", "見出し", "返金}", "1 行 3 文字目")]
    [InlineData("text", "hn", "見出し", "{}", "1 行 1 文字目")]
    [InlineData("text", "hn", "見出し", "{製品}の{{理由}}", "1 行 6 文字目")]
    [InlineData("text", "hn", "見出し", "折り返しは 090-1234-5678 まで", "090-1234-5678")]
    public async Task What_is_wrong_is_named_by_field_and_place(string field, string key, string title, string text, string said = "")
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");
        client.DefaultRequestHeaders.AcceptLanguage.Clear();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");

        Assert.Contains(said, await (await PostAsync(client, key, title, text)).ProblemAsync(HttpStatusCode.BadRequest, field));
        Assert.Empty(await AllAsync(client));
    }

    [Fact]
    public async Task Support_cannot_touch_the_company_s_nor_anybody_what_is_another_s()
    {
        await using var server = await VocServer.StartAsync();
        using var support = await server.SignedInAsync("support");
        using var product = await server.SignedInAsync("product");
        var company = await KeepAsync(product, "kaisha", "会社の", "会社の文。", shared: true);
        var others = await KeepAsync(product, "jibun", "自分の", "自分の文。");

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(support, "mine", "見出し", "文", shared: true)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(support, company, "変えた。")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.DeleteAsync(Of(company))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(support, others, "変えた。")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await support.DeleteAsync(Of(others))).StatusCode);
        Assert.Equal(["kaisha 会社の shared"], await AllAsync(support));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_second_is_refused_and_what_is_removed_is_gone()
    {
        await using var server = await VocServer.StartAsync();
        using var product = await server.SignedInAsync("product");
        var read = await KeepAsync(product, "hn", "返金", "返金。", shared: true);

        var changed = await (await PutAsync(product, read, "返金をご希望。")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(product, read, "あとから。")).StatusCode);

        Assert.Equal((2, "返金をご希望。", true), (changed["version"]!.GetValue<int>(), changed["text"]!.GetValue<string>(), changed["shared"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.NoContent, (await product.DeleteAsync(Of(read))).StatusCode);
        Assert.Empty(await AllAsync(product));
        await KeepAsync(product, "hn", "返金", "返金。", shared: true);
    }

    [Fact]
    public async Task They_are_for_those_who_write_notes()
    {
        await using var server = await VocServer.StartAsync();
        using var researcher = await server.SignedInAsync("researcher");
        using var anonymous = server.Anonymous();

        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(Path)).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string key, string title, string text, bool shared = false) =>
        client.PostAsJsonAsync(Path, new { key, title, text, shared });

    private static async Task<JsonNode> KeepAsync(HttpClient client, string key, string title, string text, bool shared = false) =>
        await (await PostAsync(client, key, title, text, shared)).JsonAsync(HttpStatusCode.Created);

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, JsonNode before, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Of(before))
        {
            Content = JsonContent.Create(new { key = before["key"]!.GetValue<string>(), title = before["title"]!.GetValue<string>(), text }),
        };
        request.Headers.IfMatch.ParseAdd(string.Create(CultureInfo.InvariantCulture, $"\"{before["version"]!.GetValue<int>()}\""));
        return await client.SendAsync(request);
    }

    private static string Of(JsonNode snippet) => $"{Path}/{snippet["id"]}";

    private static async Task<List<string>> AllAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonArray>(Path))!.Select(s =>
            $"{s!["key"]} {s["title"]}{(s["shared"]!.GetValue<bool>() ? " shared" : "")}{(s["editable"]!.GetValue<bool>() ? " editable" : "")}")];
}
