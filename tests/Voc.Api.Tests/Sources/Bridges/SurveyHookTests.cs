using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Social;
using Voc.Ingest.Surveys.Hooks;

namespace Voc.Api.Tests.Sources.Bridges;

/// <summary>Posts in the formats that the documentation of Typeform and Formbricks describes, and that the script in docs/surveys.md sends.</summary>
public sealed class SurveyHookTests
{
    private const string Formbricks = "whsec_MDEyMzQ1Njc4OWFiY2RlZg==";

    private const string TypeformBody = """
        {"event_id":"e1","event_type":"form_response","form_response":{"form_id":"lT4Z3j","token":"r1","landed_at":"2026-04-01T00:00:00Z","submitted_at":"2026-04-01T00:02:00Z",
        "hidden":{"user_id":"u-77","plan":"pro"},
        "definition":{"id":"lT4Z3j","title":"店舗","fields":[
          {"id":"q1","title":"ご意見","type":"long_text","ref":"a"},{"id":"q2","title":"その理由","type":"long_text","ref":"b"},{"id":"q3","title":"すすめたいですか","type":"nps","ref":"c"},
          {"id":"q4","title":"満足度","type":"rating","ref":"d"},{"id":"q5","title":"店舗","type":"multiple_choice","ref":"e"},{"id":"q6","title":"電話","type":"phone_number","ref":"f"}]},
        "answers":[
          {"type":"text","text":"レジが遅いです","field":{"id":"q1","type":"long_text","ref":"a"}},{"type":"text","text":"並ぶのが嫌です","field":{"id":"q2","type":"long_text","ref":"b"}},
          {"type":"number","number":3,"field":{"id":"q3","type":"nps","ref":"c"}},{"type":"number","number":2,"field":{"id":"q4","type":"rating","ref":"d"}},
          {"type":"choice","choice":{"label":"銀座"},"field":{"id":"q5","type":"multiple_choice","ref":"e"}},{"type":"phone_number","phone_number":"+819000000000","field":{"id":"q6","type":"phone_number","ref":"f"}}]}}
        """;

    private const string FormbricksBody = """
        {"webhookId":"w1","event":"responseFinished","data":{"id":"r2","createdAt":"2026-04-01T00:00:00.000Z","updatedAt":"2026-04-01T00:01:00.000Z","surveyId":"s1","finished":true,
        "contactAttributes":{"userId":"u-77"},"data":{"open1":"アプリがすぐ落ちて困ります","nps1":9,"multi1":["軽い","安い"],"address1":{"street":"x"}},"variables":{},"tags":[],"meta":{"userAgent":{"os":"iOS"}},"language":"ja"}}
        """;

    private const string ScriptBody = """
        {"id":"r3","submittedAt":"2026-04-01T09:00:00+09:00","answers":[{"id":"1","title":"ご意見","type":"PARAGRAPH_TEXT","value":"味が薄い"},
        {"id":"2","title":"総合評価","type":"SCALE","value":"2"},{"id":"3","title":"店舗","type":"MULTIPLE_CHOICE","value":"銀座"}]}
        """;

    [Fact]
    public async Task A_response_of_typeform_is_a_text_for_each_free_answer_with_scores_and_hidden_fields()
    {
        await using var server = await VocServer.StartAsync();
        var (address, secret) = await MakeAsync(server, "typeform");
        using var sender = server.Anonymous();

        var first = await (await sender.SendAsync(Typeform(address, secret))).JsonAsync(HttpStatusCode.Accepted);
        var again = await (await sender.SendAsync(Typeform(address, secret))).JsonAsync(HttpStatusCode.Accepted);
        await server.DrainAsync();

        Assert.Equal(["r1#q1", "r1#q2"], first["accepted"]!.AsArray().Select(a => a!["externalId"]!.GetValue<string>()));
        Assert.All(again["accepted"]!.AsArray(), a => Assert.True(a!["duplicate"]!.GetValue<bool>()));
        var stored = await StoredAsync(server);
        Assert.Equal(["レジが遅いです", "並ぶのが嫌です"], stored.Select(f => f["text"]!.GetValue<string>()));
        Assert.All(stored, f =>
        {
            Assert.Equal("""{"nps":3,"csat":2}""", f["scores"]!.ToJsonString());
            Assert.Equal("銀座", f["attributes"]!["店舗"]!.GetValue<string>());
            Assert.Equal("pro", f["attributes"]!["plan"]!.GetValue<string>());
            Assert.StartsWith("c-", f["customer"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.DoesNotContain("9000000000", f.ToJsonString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_response_of_formbricks_goes_in_when_it_is_finished_and_questions_are_named_in_the_source()
    {
        await using var server = await VocServer.StartAsync();
        var (address, _) = await MakeAsync(server, "formbricks", new { nps1 = "nps", multi1 = "良い点" });
        using var sender = server.Anonymous();

        var begun = await (await sender.SendAsync(Standard(address, FormbricksBody.Replace("responseFinished", "responseCreated", StringComparison.Ordinal)))).JsonAsync(HttpStatusCode.Accepted);
        await (await sender.SendAsync(Standard(address, FormbricksBody))).JsonAsync(HttpStatusCode.Accepted);
        await server.DrainAsync();

        Assert.Empty(begun["accepted"]!.AsArray());
        var stored = Assert.Single(await StoredAsync(server));
        Assert.Equal("アプリがすぐ落ちて困ります", stored["text"]!.GetValue<string>());
        Assert.Equal(9, stored["scores"]!["nps"]!.GetValue<double>());
        Assert.Equal("軽い、安い", stored["attributes"]!["良い点"]!.GetValue<string>());
        Assert.NotNull(stored["customer"]);
    }

    [Fact]
    public async Task A_response_of_a_script_goes_in_with_the_scale_as_a_score()
    {
        await using var server = await VocServer.StartAsync();
        var (address, secret) = await MakeAsync(server, "script");
        using var sender = server.Anonymous();

        await (await sender.SendAsync(Own(address, secret, ScriptBody))).JsonAsync(HttpStatusCode.Accepted);
        var none = await (await sender.SendAsync(Own(address, secret, """{"id":"r4","answers":{"評価":5}}"""))).JsonAsync(HttpStatusCode.Accepted);
        await server.DrainAsync();

        var stored = Assert.Single(await StoredAsync(server));
        Assert.Equal("味が薄い", stored["text"]!.GetValue<string>());
        Assert.Equal("""{"rating":2}""", stored["scores"]!.ToJsonString());
        Assert.Contains("free text", none["rejected"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_signed_or_was_changed_or_is_no_json_takes_nothing_in()
    {
        await using var server = await VocServer.StartAsync();
        var (typeform, secret) = await MakeAsync(server, "typeform");
        var (formbricks, _) = await MakeAsync(server, "formbricks");
        using var sender = server.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.PostAsync(typeform, new StringContent(TypeformBody))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.SendAsync(Typeform(typeform, secret + "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.SendAsync(Standard(formbricks, FormbricksBody, TimeSpan.FromMinutes(-6)))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.SendAsync(Standard(formbricks, FormbricksBody, signedBody: "{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.SendAsync(Typeform(typeform, secret, "{\"form_response\": oops"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.SendAsync(Typeform("/hooks/survey-hook/other", secret))).StatusCode);
        Assert.Equal(0, server.Get<Inbox>().Pending);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_stands_on_the_source_until_a_response_is_taken_in()
    {
        await using var server = await VocServer.StartAsync();
        var (address, secret) = await MakeAsync(server, "typeform");
        using var sender = server.Anonymous();
        using var reader = await server.WithKeyAsync("admin");
        async Task<string?> ErrorAsync() => (await reader.GetFromJsonAsync<JsonArray>("/api/v1/sources"))!.Single(s => s!["name"]!.GetValue<string>() == "typeform")!["lastError"]?.GetValue<string>();

        await sender.PostAsync(address, new StringContent(TypeformBody));
        Assert.Contains("Typeform-Signature", await ErrorAsync(), StringComparison.Ordinal);
        await sender.SendAsync(Typeform(address, secret, """{"event_type":"form_response","form_response":{"answers":[]}}"""));
        Assert.Contains("format", await ErrorAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sender.SendAsync(Typeform(address, secret, new string(' ', SurveyHook.MaximumBytes + 1)))).StatusCode);
        Assert.Contains("too large", await ErrorAsync(), StringComparison.Ordinal);
        await sender.SendAsync(Typeform(address, secret));
        Assert.Null(await ErrorAsync());
    }

    private static async Task<(string Address, string Secret)> MakeAsync(VocServer server, string provider, object? names = null)
    {
        using var admin = await server.WithKeyAsync("admin");
        var secret = provider == "formbricks" ? Formbricks : null;
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = provider, kind = "survey-hook", settings = new { provider, names = names ?? new { } }, secret })).JsonAsync(HttpStatusCode.Created);
        return ($"/hooks/survey-hook/{made["publicKey"]}", secret ?? made["secret"]!.GetValue<string>());
    }

    private static HttpRequestMessage Typeform(string address, string secret, string body = TypeformBody) => new(HttpMethod.Post, address)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { { "Typeform-Signature", SurveyHook.SignTypeform(secret, Encoding.UTF8.GetBytes(body)) } },
    };

    private static HttpRequestMessage Standard(string address, string body, TimeSpan shift = default, string? signedBody = null)
    {
        var timestamp = $"{(TimeProvider.System.GetUtcNow() + shift).ToUnixTimeSeconds()}";
        return new(HttpMethod.Post, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", "msg_1" },
                { "webhook-timestamp", timestamp },
                { "webhook-signature", "v1,b2xk " + SurveyHook.SignStandard(Formbricks, "msg_1", timestamp, Encoding.UTF8.GetBytes(signedBody ?? body)) },
            },
        };
    }

    private static HttpRequestMessage Own(string address, string secret, string body)
    {
        var (bytes, timestamp) = (Encoding.UTF8.GetBytes(body), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        return new(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(bytes),
            Headers = { { Webhook.TimestampHeader, $"{timestamp}" }, { Webhook.SignatureHeader, Webhook.Sign(secret, timestamp, bytes) } },
        };
    }

    private static async Task<List<JsonNode>> StoredAsync(VocServer server)
    {
        using var reader = await server.WithKeyAsync("admin");
        var stored = new List<JsonNode>();
        foreach (var happened in server.Get<EventLog>().Read(0, 10))
        {
            stored.Add(await (await reader.GetAsync($"/api/v1/feedback/{happened.SubjectId}")).JsonAsync(HttpStatusCode.OK));
        }
        return [.. stored.OrderBy(f => f["text"]!.GetValue<string>(), StringComparer.Ordinal)];
    }
}
