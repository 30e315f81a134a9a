using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Access;

public sealed class AccessTests
{
    [Fact]
    public async Task Who_leaves_out_name_password_or_roles_is_told_which()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("admin");

        Assert.NotEmpty(await (await client.PostAsJsonAsync("/api/v1/session", new { })).ProblemAsync(HttpStatusCode.BadRequest, "userName"));
        Assert.NotEmpty(await (await client.PostAsJsonAsync("/api/v1/session", new { userName = "admin" })).ProblemAsync(HttpStatusCode.BadRequest, "password"));
        Assert.NotEmpty(await (await client.PostAsJsonAsync("/api/v1/users", new { userName = "x", password = VocServer.Password })).ProblemAsync(HttpStatusCode.BadRequest, "roles"));
        Assert.NotEmpty(await (await client.PostAsJsonAsync("/api/v1/users", new { userName = "x", roles = new[] { "support" } })).ProblemAsync(HttpStatusCode.BadRequest, "password"));
        Assert.NotEmpty(await (await client.PostAsJsonAsync("/api/v1/users", new { password = VocServer.Password, roles = new[] { "support" } })).ProblemAsync(HttpStatusCode.BadRequest, "userName"));
    }

    [Fact]
    public async Task The_time_of_a_refusal_does_not_tell_whether_the_user_exists()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("support");

        var known = await TimeAsync("user-support");
        var unknown = await TimeAsync("nobody");

        Assert.True(unknown > known / 3, $"{unknown} against {known}");

        async Task<TimeSpan> TimeAsync(string name)
        {
            var shortest = TimeSpan.MaxValue;
            for (var i = 0; i < 5; i++)
            {
                var started = Stopwatch.GetTimestamp();
                var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName = name, password = "wrong-password" });
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                shortest = Stopwatch.GetElapsedTime(started) < shortest ? Stopwatch.GetElapsedTime(started) : shortest;
            }
            return shortest;
        }
    }

    [Fact]
    public async Task A_page_of_another_origin_can_neither_change_nor_listen_with_somebodys_cookie()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("admin");
        using var own = await server.SignedInAsync("support");
        own.DefaultRequestHeaders.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        client.DefaultRequestHeaders.Add("Origin", "http://other.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync("/api/v1/keys", new { name = "x", role = "read" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(LiveMessages.Path)).StatusCode);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await own.GetAsync(LiveMessages.Path)).StatusCode);
    }

    [Fact]
    public async Task A_key_reads_even_where_its_use_cannot_be_noted()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.WithKeyAsync("read");
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("CREATE TRIGGER full BEFORE UPDATE ON api_key BEGIN SELECT RAISE(ABORT, 'disk is full'); END"));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/products")).StatusCode);
    }

    [Fact]
    public async Task Each_door_opens_to_its_roles_alone()
    {
        await using var server = await VocServer.StartAsync();
        var doors = new (string Method, string Path, string[] Open)[]
        {
            ("GET", "/api/v1/users", ["admin"]),
            ("POST", "/api/v1/users", ["admin"]),
            ("GET", "/api/v1/keys", ["admin"]),
            ("POST", "/api/v1/keys", ["admin"]),
            ("DELETE", "/api/v1/keys/999", ["admin"]),
            ("GET", "/api/v1/dead-letters", ["admin"]),
            ("POST", "/api/v1/dead-letters/requeue", ["admin"]),
            ("POST", "/api/v1/feedback", ["admin"]),
            ("POST", "/api/v1/notes", ["admin", "support", "product"]),
            ("GET", "/api/v1/notes/recent", ["admin", "support", "product"]),
            ("GET", "/api/v1/imports", ["admin", "product"]),
            ("POST", "/api/v1/imports", ["admin", "product"]),
            ("POST", "/api/v1/imports/preview", ["admin", "product"]),
            ("GET", "/api/v1/imports/1/report", ["admin", "product"]),
            ("POST", "/api/v1/sources", ["admin", "product"]),
            ("PATCH", "/api/v1/sources/999", ["admin", "product"]),
            ("POST", "/api/v1/sources/999/run", ["admin", "product"]),
            ("POST", "/api/v1/sources/preview", ["admin", "product"]),
            ("PATCH", "/api/v1/issues/999", ["admin", "product"]),
            ("POST", "/api/v1/dictionary", ["admin", "product"]),
            ("PUT", "/api/v1/dictionary/999", ["admin", "product"]),
            ("DELETE", "/api/v1/dictionary/999", ["admin", "product"]),
            ("POST", "/api/v1/lexicon", ["admin", "product"]),
            ("PUT", "/api/v1/lexicon/999", ["admin", "product"]),
            ("DELETE", "/api/v1/lexicon/999", ["admin", "product"]),
            ("POST", "/api/v1/taxonomy", ["admin", "product"]),
            ("PATCH", "/api/v1/taxonomy/nothing", ["admin", "product"]),
            ("DELETE", "/api/v1/taxonomy/nothing", ["admin", "product"]),
            ("POST", "/api/v1/models/999/activate", ["admin", "product"]),
            ("POST", "/api/v1/models/training/cancel", ["admin", "product"]),
            ("POST", "/api/v1/reading/relabel", ["admin", "product"]),
            ("POST", "/api/v1/reading/relabel/cancel", ["admin", "product"]),
            ("POST", "/api/v1/dictionary/preview", ["admin", "product", "researcher"]),
            ("POST", "/api/v1/lexicon/preview", ["admin", "product", "researcher"]),
            ("POST", "/api/v1/taxonomy/preview", ["admin", "product", "researcher"]),
            ("PUT", "/api/v1/feedback/999/labels", ["admin", "product", "researcher"]),
            ("DELETE", "/api/v1/feedback/999/labels", ["admin", "product", "researcher"]),
            ("GET", "/api/v1/webhooks", ["admin", "product"]),
            ("GET", "/api/v1/webhooks/999", ["admin", "product"]),
            ("GET", "/api/v1/webhooks/999/deliveries", ["admin", "product"]),
            ("POST", "/api/v1/webhooks", ["admin"]),
            ("PUT", "/api/v1/webhooks/999", ["admin"]),
            ("DELETE", "/api/v1/webhooks/999", ["admin"]),
            ("POST", "/api/v1/webhooks/999/secret", ["admin"]),
            ("POST", "/api/v1/webhooks/999/test", ["admin"]),
            ("POST", "/api/v1/webhooks/999/deliveries/none/resend", ["admin", "product"]),
            ("GET", "/api/v1/deliveries", ["admin", "product"]),
            ("POST", "/api/v1/deliveries/resend", ["admin", "product"]),
            ("GET", "/api/v1/alert-rules", ["admin", "product"]),
            ("GET", "/api/v1/alert-rules/999", ["admin", "product"]),
            ("POST", "/api/v1/alert-rules", ["admin", "product"]),
            ("PUT", "/api/v1/alert-rules/999", ["admin", "product"]),
            ("DELETE", "/api/v1/alert-rules/999", ["admin", "product"]),
            ("PUT", "/api/v1/alert-rules/order", ["admin", "product"]),
            ("POST", "/api/v1/alert-rules/preview", ["admin", "product"]),
            ("POST", "/api/v1/alert-rules/999/test", ["admin", "product"]),
            ("GET", "/api/v1/mail", ["admin"]),
            ("PUT", "/api/v1/mail", ["admin"]),
            ("POST", "/api/v1/mail/test", ["admin"]),
            ("GET", "/api/v1/saved-searches", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/saved-searches/999", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/saved-searches/999/alerts", ["admin", "product", "support", "researcher"]),
            ("POST", "/api/v1/saved-searches/preview", ["admin", "product", "support", "researcher"]),
            ("POST", "/api/v1/saved-searches", ["admin", "product", "support", "researcher"]),
            ("PUT", "/api/v1/saved-searches/999", ["admin", "product", "support", "researcher"]),
            ("DELETE", "/api/v1/saved-searches/999", ["admin", "product", "support", "researcher"]),
            ("PUT", "/api/v1/saved-searches/999/follow", ["admin", "product", "support", "researcher"]),
            ("DELETE", "/api/v1/saved-searches/999/follow", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/alerts", ["admin", "product", "support", "researcher"]),
            ("POST", "/api/v1/alerts/seen", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/corrections", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/dictionary", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/lexicon", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/taxonomy", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/models", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/reading", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/reading/changes", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/feedback/999/explanation", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/sources", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/issues", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/search", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/trends", ["admin", "product", "support", "researcher"]),
            ("GET", "/api/v1/feedback", ["admin", "product", "support", "researcher"]),
        };
        using var anonymous = server.Anonymous();
        foreach (var role in new[] { "admin", "product", "support", "researcher" })
        {
            using var client = await server.SignedInAsync(role);
            foreach (var (method, path, open) in doors)
            {
                var answer = await AskAsync(client, method, path);
                Assert.True(open.Contains(role) == (answer != HttpStatusCode.Forbidden), $"{role} {method} {path}: {answer}");
                Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(anonymous, method, path));
            }
        }
    }

    [Fact]
    public async Task A_reading_key_reads_saved_searches_and_neither_keeps_nor_follows_any()
    {
        await using var server = await VocServer.StartAsync();
        using var reader = await server.WithKeyAsync("read");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(reader, "GET", "/api/v1/saved-searches"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(reader, "GET", "/api/v1/alerts"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(reader, "POST", "/api/v1/saved-searches"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(reader, "PUT", "/api/v1/saved-searches/999/follow"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(reader, "GET", "/api/v1/webhooks"));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "GET" ? null : JsonContent.Create(new { });
        return (await client.SendAsync(request)).StatusCode;
    }
}
