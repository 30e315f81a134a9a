using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Decoding;
using Voc.Ingest.Mail.Inbound;

namespace Voc.Api.Tests.Sources.Bridges;

/// <summary>Posts in the formats that the documentation of SendGrid Inbound Parse and of Mailgun's routes describes.</summary>
public sealed class InboundMailTests
{
    private const string Key = "key-of-mailgun";
    private const string Headers = "Received: by mx.sendgrid.net; Wed, 1 Apr 2026 00:00:05 +0000\nDate: Wed, 1 Apr 2026 09:00:00 +0900\nFrom: Yamada <yamada@example.jp>\nMessage-ID: <m1@example.jp>\nSubject: test\n";
    private const string Raw = "From: yamada@example.jp\r\nDate: Wed, 1 Apr 2026 09:00:00 +0900\r\nMessage-ID: <m1@example.jp>\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n蓋が閉まりません\r\n> 引用\r\n";

    [Fact]
    public async Task A_mail_that_sendgrid_parsed_goes_in_once_in_the_encodings_it_names()
    {
        await using var server = await VocServer.StartAsync();
        var address = await SendGridAsync(server);
        using var sender = server.Anonymous();

        var first = await (await sender.PostAsync(address, Parsed())).JsonAsync(HttpStatusCode.OK);
        var again = await (await sender.PostAsync(address, Parsed())).JsonAsync(HttpStatusCode.OK);
        await server.DrainAsync();

        Assert.False(first["duplicate"]!.GetValue<bool>());
        Assert.True(again["duplicate"]!.GetValue<bool>());
        Assert.Equal(first["id"]!.GetValue<long>(), again["id"]!.GetValue<long>());
        var stored = await OnlyAsync(server);
        Assert.Equal("蓋が閉まりません", stored["text"]!.GetValue<string>());
        Assert.Equal("contact-form", stored["channel"]!.GetValue<string>());
        Assert.Equal(DateTimeOffset.Parse("2026-04-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture), stored["occurredAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal("件名", stored["attributes"]!["subject"]!.GetValue<string>());
        Assert.Equal("1", stored["attributes"]!["attachments"]!.GetValue<string>());
        Assert.StartsWith("c-", stored["customer"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_mail_is_the_same_mail_and_the_secret_may_be_a_password()
    {
        await using var server = await VocServer.StartAsync();
        var address = await SendGridAsync(server);
        using var sender = server.Anonymous();
        await sender.PostAsync(address, Parsed());
        using var request = new HttpRequestMessage(HttpMethod.Post, address.Split('?')[0]) { Content = new MultipartFormDataContent { { new StringContent(Raw), "email" }, { new StringContent("{}"), "charsets" } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("voc:" + address.Split("secret=")[1])));

        var answer = await (await sender.SendAsync(request)).JsonAsync(HttpStatusCode.OK);

        Assert.True(answer["duplicate"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Without_the_secret_nothing_goes_in()
    {
        await using var server = await VocServer.StartAsync();
        var address = await SendGridAsync(server);
        using var sender = server.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.PostAsync(address + "x", Parsed())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sender.PostAsync(address.Split('?')[0], Parsed())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.PostAsync("/hooks/mail/other?secret=x", Parsed())).StatusCode);
        Assert.Equal(0, server.Get<Inbox>().Pending);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_for_good_and_said_on_the_source()
    {
        await using var server = await VocServer.StartAsync();
        var address = await SendGridAsync(server);
        using var sender = server.Anonymous();
        using var admin = await server.WithKeyAsync("admin");

        var empty = await sender.PostAsync(address, new MultipartFormDataContent { { new StringContent(Headers), "headers" }, { new StringContent("> 引用だけ"), "text" } });
        Assert.Equal(HttpStatusCode.NotAcceptable, empty.StatusCode);
        Assert.Contains("quoted", (await admin.GetFromJsonAsync<JsonArray>("/api/v1/sources"))![0]!["lastError"]!.GetValue<string>(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotAcceptable, (await sender.PostAsync(address, new StringContent("{}"))).StatusCode);
        var large = new MultipartFormDataContent { { new StringContent(Headers), "headers" }, { new StringContent("本文"), "text" }, { new ByteArrayContent(new byte[41 << 20]), "attachment1", "large.bin" } };
        Assert.Equal(HttpStatusCode.NotAcceptable, (await sender.PostAsync(address, large)).StatusCode);
        Assert.Contains("40 MB", (await admin.GetFromJsonAsync<JsonArray>("/api/v1/sources"))![0]!["lastError"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_source_is_off_or_the_inbox_is_full_the_provider_is_asked_to_come_again()
    {
        await using var server = await VocServer.StartAsync(options => options.InboxCapacity = 1, VocServer.WithoutWorkers);
        var address = await SendGridAsync(server);
        using var sender = server.Anonymous();
        using var admin = await server.WithKeyAsync("admin");

        await admin.PatchAsJsonAsync("/api/v1/sources/1", new { enabled = false });
        var paused = await sender.PostAsync(address, Parsed());
        await admin.PatchAsJsonAsync("/api/v1/sources/1", new { enabled = true });
        Assert.Equal(HttpStatusCode.OK, (await sender.PostAsync(address, Parsed())).StatusCode);
        var full = await sender.PostAsync(address, new MultipartFormDataContent { { new StringContent(Raw.Replace("m1@", "m2@", StringComparison.Ordinal)), "email" } });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (paused.StatusCode, full.StatusCode));
        Assert.NotNull(paused.Headers.RetryAfter);
        Assert.NotNull(full.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_route_of_mailgun_brings_a_mail_once_as_fields_or_as_it_travelled()
    {
        await using var server = await VocServer.StartAsync();
        var address = await MailgunAsync(server);
        using var sender = server.Anonymous();

        var first = await (await sender.PostAsync(address, Route("t1"))).JsonAsync(HttpStatusCode.OK);
        var retried = await (await sender.PostAsync(address, Route("t1"))).JsonAsync(HttpStatusCode.OK);
        var mime = await (await sender.PostAsync(address, Route("t2", ("body-mime", Raw)))).JsonAsync(HttpStatusCode.OK);
        await server.DrainAsync();

        Assert.Equal([false, true, true], new[] { first, retried, mime }.Select(answer => answer["duplicate"]!.GetValue<bool>()));
        var stored = await OnlyAsync(server);
        Assert.Equal("蓋が閉まりません", stored["text"]!.GetValue<string>());
        Assert.Equal("2", stored["attributes"]!["attachments"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_wrong_an_old_and_a_used_signature_bring_nothing_in()
    {
        await using var server = await VocServer.StartAsync(services: VocServer.WithoutWorkers);
        var address = await MailgunAsync(server);
        using var sender = server.Anonymous();
        await (await sender.PostAsync(address, Route("t1"))).JsonAsync(HttpStatusCode.OK);

        var other = await sender.PostAsync(address, Route("t1", ("message-headers", """[["Message-Id","<other@example.jp>"],["Date","Wed, 1 Apr 2026 09:00:00 +0900"]]""")));
        var old = await sender.PostAsync(address, Route("t2", age: TimeSpan.FromHours(13)));
        var early = await sender.PostAsync(address, Route("t3", age: TimeSpan.FromMinutes(-10)));
        var wrong = await sender.PostAsync(address, Route("t4", ("signature", new string('0', 64))));
        var none = await sender.PostAsync(address, new FormUrlEncodedContent([new("body-plain", "本文")]));

        Assert.All(new[] { other, old, early, wrong, none }, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.Equal(1, server.Get<Inbox>().Pending);
    }

    [Fact]
    public async Task A_source_of_mails_needs_a_provider_that_is_known_its_secret_and_keeps_both()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.WithKeyAsync("admin");

        await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "a", kind = "mail", settings = new { provider = "pigeon" } })).ProblemAsync(HttpStatusCode.BadRequest, "settings.provider");
        await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "a", kind = "mail", settings = new { provider = "mailgun" } })).ProblemAsync(HttpStatusCode.BadRequest, "secret");
        var files = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "files", kind = "mail" })).JsonAsync(HttpStatusCode.Created);
        Assert.Null(files["publicKey"]);
        await MailgunAsync(server);
        await (await admin.PatchAsJsonAsync("/api/v1/sources/2", new { settings = new { provider = "sendgrid" } })).ProblemAsync(HttpStatusCode.BadRequest, "settings.provider");
        Assert.DoesNotContain(Key, await admin.GetStringAsync("/api/v1/sources"), StringComparison.Ordinal);
    }

    private static async Task<string> SendGridAsync(VocServer server)
    {
        using var admin = await server.WithKeyAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "メール", kind = "mail", settings = new { provider = "sendgrid" } })).JsonAsync(HttpStatusCode.Created);
        return $"/hooks/mail/{made["publicKey"]}?secret={made["secret"]}";
    }

    private static async Task<string> MailgunAsync(VocServer server)
    {
        using var admin = await server.WithKeyAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "メール", kind = "mail", settings = new { provider = "mailgun" }, secret = Key })).JsonAsync(HttpStatusCode.Created);
        Assert.Null(made["secret"]);
        return $"/hooks/mail/{made["publicKey"]}";
    }

    private static MultipartFormDataContent Parsed() => new()
    {
        { new StringContent(Headers), "headers" },
        { new StringContent("{\"to\":\"UTF-8\",\"subject\":\"UTF-8\",\"from\":\"UTF-8\",\"text\":\"iso-2022-jp\",\"html\":\"Shift_JIS\"}"), "charsets" },
        { new StringContent("件名"), "subject" },
        { new StringContent("Yamada <yamada@example.jp>"), "from" },
        { new ByteArrayContent(TextEncodings.Iso2022Jp.GetBytes("蓋が閉まりません\n\n> 引用")), "text" },
        { new ByteArrayContent(TextEncodings.ShiftJis.GetBytes("<p>HTML</p>")), "html" },
        { new StringContent("1"), "attachments" },
        { new StringContent("{\"attachment1\":{\"filename\":\"a.png\",\"type\":\"image/png\"}}"), "attachment-info" },
        { new ByteArrayContent([1, 2, 3]), "attachment1", "a.png" },
    };

    private static FormUrlEncodedContent Route(string token, (string Name, string Value)? other = null, TimeSpan age = default)
    {
        var timestamp = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, string>
        {
            ["recipient"] = "support@mg.example.jp",
            ["sender"] = "yamada@example.jp",
            ["from"] = "Yamada <yamada@example.jp>",
            ["subject"] = "件名",
            ["body-plain"] = "蓋が閉まりません\r\n\r\n> 引用",
            ["stripped-text"] = "蓋が閉まりません",
            ["body-html"] = "<p>HTML</p>",
            ["attachment-count"] = "2",
            ["message-headers"] = """[["Date","Wed, 1 Apr 2026 09:00:00 +0900"],["Message-Id","<m1@example.jp>"]]""",
            ["timestamp"] = timestamp,
            ["token"] = token,
            ["signature"] = MailgunSignature.Sign(Key, timestamp, token),
        };
        if (other is { } given)
        {
            fields[given.Name] = given.Value;
        }
        return new FormUrlEncodedContent(fields);
    }

    private static async Task<JsonNode> OnlyAsync(VocServer server)
    {
        using var reader = await server.WithKeyAsync("admin");
        var id = Assert.Single(server.Get<EventLog>().Read(0, 10)).SubjectId;
        return await (await reader.GetAsync($"/api/v1/feedback/{id}")).JsonAsync(HttpStatusCode.OK);
    }
}
