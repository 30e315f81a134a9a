using System.Net;
using System.Net.Http.Json;
using System.Text;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Social;

namespace Voc.Api.Tests.Sources;

public sealed class WebhookTests
{
    private const string Body = """{"id":"p1","text":"アプリが落ちる","createdAt":"2026-04-01T00:00:00Z"}""";

    [Fact]
    public async Task A_signed_post_goes_in_once_however_often_it_is_sent()
    {
        await using var server = await VocServer.StartAsync();
        var secret = await MakeAsync(server);
        using var sender = server.Anonymous();

        var first = await (await sender.SendAsync(Signed(secret, Body))).JsonAsync(HttpStatusCode.Accepted);
        var again = await (await sender.SendAsync(Signed(secret, Body))).JsonAsync(HttpStatusCode.Accepted);

        Assert.False(first["accepted"]![0]!["duplicate"]!.GetValue<bool>());
        Assert.True(again["accepted"]![0]!["duplicate"]!.GetValue<bool>());
        Assert.Equal(first["accepted"]![0]!["id"]!.GetValue<long>(), again["accepted"]![0]!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_wrong_or_missing_signature_or_an_old_one_takes_nothing_in()
    {
        await using var server = await VocServer.StartAsync();
        var secret = await MakeAsync(server);
        using var sender = server.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.SendAsync(Signed("whsec_other", Body))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.SendAsync(Signed(secret, Body, TimeSpan.FromMinutes(-6)))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.PostAsync("/hooks/sns", new StringContent(Body))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.PostAsync("/hooks/other", new StringContent(Body))).StatusCode);
        Assert.Equal(0, server.Get<Voc.Api.Pipeline.Inbox>().Pending);
    }

    [Fact]
    public async Task Half_a_character_in_a_name_is_told_and_breaks_nothing()
    {
        await using var server = await VocServer.StartAsync();
        var secret = await MakeAsync(server);
        using var sender = server.Anonymous();

        var answer = await sender.SendAsync(Signed(secret, """{"id":"p1","text":"アプリが落ちる","\ud800 and so on":1}"""));

        Assert.InRange((int)answer.StatusCode, 202, 400);
        Assert.Contains("surrogate", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_answered_with_its_place()
    {
        await using var server = await VocServer.StartAsync();
        var secret = await MakeAsync(server);
        using var sender = server.Anonymous();

        var answer = await (await sender.SendAsync(Signed(secret, "{\"id\":\n oops"))).JsonAsync(HttpStatusCode.BadRequest);

        Assert.Contains("2", answer["title"]!.GetValue<string>() + answer["detail"]!.GetValue<string>());
    }

    private static async Task<string> MakeAsync(VocServer server)
    {
        using var admin = await server.SignedInAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "sns", kind = "webhook" })).JsonAsync(HttpStatusCode.Created);
        var listed = await (await admin.GetAsync("/api/v1/sources")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("whsec_", listed);
        return made["secret"]!.GetValue<string>();
    }

    private static HttpRequestMessage Signed(string secret, string body, TimeSpan shift = default)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var timestamp = (TimeProvider.System.GetUtcNow() + shift).ToUnixTimeSeconds();
        return new HttpRequestMessage(HttpMethod.Post, "/hooks/sns")
        {
            Content = new ByteArrayContent(bytes),
            Headers = { { Webhook.TimestampHeader, $"{timestamp}" }, { Webhook.SignatureHeader, Webhook.Sign(secret, timestamp, bytes) } },
        };
    }
}
