using System.Net;
using System.Net.Http.Json;
using System.Text;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Tests.Sources.Social;

public sealed class SocialSourceTests
{
    [Theory]
    [InlineData("""{"name":"x","kind":"bluesky"}""", "settings.words")]
    [InlineData("""{"name":"x","kind":"bluesky","settings":{"words":["a"],"account":"me.example"}}""", "secret")]
    [InlineData("""{"name":"x","kind":"bluesky","settings":{"words":["a"],"address":"ftp://x"}}""", "settings.address")]
    [InlineData("""{"name":"x","kind":"bluesky","settings":{"words":["a"],"days":99}}""", "settings.days")]
    [InlineData("""{"name":"x","kind":"bluesky","settings":{"words":"a"}}""", "settings")]
    [InlineData("""{"name":"x","kind":"bluesky","settings":{"words":[null]}}""", "settings")]
    [InlineData("""{"name":"x","kind":"mastodon","settings":{"words":["#a b"]}}""", "settings.words")]
    [InlineData("""{"name":"x","kind":"mastodon","settings":{"words":["a"],"stream":true}}""", "secret")]
    [InlineData("""{"name":"x","kind":"x","settings":{"words":["a"]}}""", "secret")]
    [InlineData("""{"name":"x","kind":"youtube","secret":"k"}""", "settings.videos")]
    [InlineData("""{"name":"x","kind":"youtube","secret":"k","settings":{"videos":["https://example.com/"]}}""", "settings.videos")]
    [InlineData("""{"name":"x","kind":"line"}""", "secret")]
    public async Task Settings_that_cannot_work_are_refused_by_field(string body, string field)
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");

        var answer = await admin.PostAsync("/api/v1/sources", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task A_token_is_encrypted_never_shown_and_goes_to_no_other_service()
    {
        await using var social = await SocialServer.StartAsync("mastodon", secret: "a-very-secret-token");
        using var admin = await social.Voc.SignedInAsync("admin");
        using var connection = social.Voc.Get<Store>().Open();
        var shown = new List<string>();
        social.Platform.Trouble = context =>
        {
            shown.Add(context.Request.Headers.Authorization.ToString());
            return Task.FromResult(false);
        };

        Assert.DoesNotContain("a-very-secret-token", (string)connection.Scalar("SELECT Secret FROM source WHERE Id=$id", ("$id", social.Source))!);
        Assert.DoesNotContain("a-very-secret", await (await admin.GetAsync("/api/v1/sources")).Content.ReadAsStringAsync());
        var moved = await admin.PatchAsJsonAsync($"/api/v1/sources/{social.Source}", new { settings = new { words = new[] { "a" }, address = "https://elsewhere.example" } });
        Assert.NotEmpty(await moved.ProblemAsync(HttpStatusCode.BadRequest, "secret"));
        await (await admin.PostAsJsonAsync("/api/v1/sources/social-preview", new { kind = "mastodon", id = social.Source, settings = new { words = new[] { "a" }, address = social.Platform.Address + "/other" } })).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([""], shown);

        await social.RunAsync();
        Assert.Equal("Bearer a-very-secret-token", shown[^1]);
    }

    [Fact]
    public async Task A_preview_shows_what_would_be_collected_and_stores_nothing()
    {
        await using var social = await SocialServer.StartAsync("bluesky");
        social.Platform.Write("ホシゾラ 090-0000-1234");
        social.Platform.Write("ホシゾラの求人");
        using var admin = await social.Voc.SignedInAsync("product");
        var settings = new { words = new[] { "ホシゾラ" }, exclude = new[] { "求人" }, address = social.Platform.Address };

        var found = await (await admin.PostAsJsonAsync("/api/v1/sources/social-preview", new { kind = "bluesky", settings })).JsonAsync(HttpStatusCode.OK);
        var refused = await (await admin.PostAsJsonAsync("/api/v1/sources/social-preview", new { kind = "bluesky", settings = new { words = new[] { "a" }, address = "http://127.0.0.2:9" } })).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("ホシゾラ [電話番号]", Assert.Single(found["items"]!.AsArray())!["text"]!.GetValue<string>());
        Assert.Equal((2, 1), (found["read"]!.GetValue<int>(), found["passedOver"]!.GetValue<int>()));
        Assert.NotEmpty(refused["problems"]!.AsArray());
        Assert.Empty(await social.TextsAsync());
    }

    [Fact]
    public async Task Messages_to_line_go_in_once_and_go_when_they_are_taken_back_even_before_they_come()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "LINE", kind = "line", channel = "contact-form", secret = "channel secret" })).JsonAsync(HttpStatusCode.Created);
        var path = "/hooks/line/" + made["publicKey"];
        using var line = server.Anonymous();

        Assert.Equal(HttpStatusCode.OK, await SendAsync(line, path, "channel secret", Message("1", "届きません"), Message("2", "取り消す")));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(line, path, "channel secret", Message("1", "届きません")));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(line, path, "channel secret", Unsend("2"), Unsend("3")));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(line, path, "channel secret", Message("3", "先に取り消した")));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(line, path, "channel secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(line, path, "wrong", Message("4", "偽物")));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(line, "/hooks/line/none", "channel secret", Message("4", "偽物")));

        await server.DrainAsync();
        using var db = server.Get<Store>().Context();
        var stored = Assert.Single(db.Feedback);
        Assert.Equal(("届きません", Channel.ContactForm), (stored.Text, stored.Channel));
        Assert.DoesNotContain("Usomebody", stored.Customer);
    }

    private static string Message(string id, string text) =>
        $$"""{"type":"message","mode":"active","timestamp":1749438600123,"source":{"type":"user","userId":"Usomebody"},"message":{"type":"text","id":"{{id}}","text":"{{text}}"} }""";

    private static string Unsend(string id) =>
        $$"""{"type":"unsend","mode":"active","timestamp":1749438600123,"source":{"type":"user","userId":"Usomebody"},"unsend":{"messageId":"{{id}}"} }""";

    private static async Task<HttpStatusCode> SendAsync(HttpClient line, string path, string secret, params string[] events)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"destination":"U0","events":[{{string.Join(',', events)}}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body), Headers = { { Line.SignatureHeader, Line.Sign(secret, body) } } };
        return (await line.SendAsync(request)).StatusCode;
    }
}
