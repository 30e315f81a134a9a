using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Forms;

namespace Voc.Api.Tests.Forms;

public sealed class FormTests
{
    private const string Shop = "https://shop.example.jp";

    [Fact]
    public async Task A_message_from_an_allowed_site_is_stored_masked_and_thanked_for()
    {
        await using var server = await StartAsync();
        var key = await MakeAsync(server);
        using var visitor = server.Anonymous();

        var script = await visitor.GetStringAsync($"/forms/{key}.js");
        var answer = await visitor.SendAsync(Message(key, server, "蓋が閉まりません。090-0000-1234 まで。", Shop));
        await server.DrainAsync();

        Assert.Contains($"/forms/{key}", script);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(Shop, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var reader = await server.WithKeyAsync("read");
        var found = await (await reader.GetAsync("/api/v1/search?q=" + Uri.EscapeDataString("channel:contact-form"))).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("蓋が閉まりません。[電話番号] まで。", found["hits"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Another_site_a_filled_trap_and_a_missing_token_are_refused_with_the_reason()
    {
        await using var server = await StartAsync();
        var key = await MakeAsync(server);
        using var visitor = server.Anonymous();

        var elsewhere = await visitor.SendAsync(Message(key, server, "こんにちは", "https://evil.example"));
        var trapped = await visitor.SendAsync(Message(key, server, "こんにちは", Shop, ("homepage", "http://spam.example")));
        var tokenless = await visitor.SendAsync(Message(key, server, "こんにちは", Shop, ("_token", "")));
        var empty = await visitor.SendAsync(Message(key, server, " ", Shop));
        var unknown = await visitor.GetAsync("/forms/no-such-form");

        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        Assert.False(elsewhere.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.BadRequest, trapped.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.NotEmpty(await empty.ProblemAsync(HttpStatusCode.BadRequest, "message"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(0, server.Get<Inbox>().Pending);
    }

    [Fact]
    public async Task One_client_may_not_flood_a_form()
    {
        await using var server = await StartAsync();
        var key = await MakeAsync(server);
        using var visitor = server.Anonymous();

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add(await visitor.SendAsync(Message(key, server, $"{i} 回目です", Shop)));
        }

        Assert.Equal(HttpStatusCode.Accepted, answers[0].StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].StatusCode);
        Assert.NotNull(answers[^1].Headers.RetryAfter);
    }

    [Fact]
    public async Task The_page_of_its_own_works_without_script_and_keeps_what_was_typed()
    {
        await using var server = await StartAsync();
        var key = await MakeAsync(server);
        using var visitor = server.Anonymous();
        visitor.DefaultRequestHeaders.Add("Accept", "text/html");

        var page = await visitor.GetAsync($"/forms/{key}?lang=ja");
        var refused = await visitor.SendAsync(Message(key, server, "<b>太字</b>の件", server.Address.GetLeftPart(UriPartial.Authority), ("_token", "")));
        var html = await refused.Content.ReadAsStringAsync();

        Assert.Contains("<form", await page.Content.ReadAsStringAsync());
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("&lt;b&gt;太字&lt;/b&gt;の件", html);
        Assert.DoesNotMatch(new Regex("<script", RegexOptions.IgnoreCase), html);
    }

    [Fact]
    public async Task A_form_set_up_with_nothing_to_say_says_the_usual()
    {
        await using var server = await StartAsync();
        var key = await MakeAsync(server);
        await server.Get<Voc.Api.Storage.GroupCommitWriter>().WriteAsync(c => c.Execute($"UPDATE source SET Settings='{{\"title\":null,\"thanks\":null,\"allowedOrigins\":[\"{Shop}\"]}}'"));
        using var visitor = server.Anonymous();

        var page = await visitor.GetAsync($"/forms/{key}?lang=en");
        var answer = await visitor.SendAsync(Message(key, server, "蓋が閉まりません。", Shop));

        Assert.Contains("Contact us", await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_asks_for_work_takes_a_message_with_it_and_tells_others_how_much()
    {
        await using var server = await StartAsync();
        var key = await MakeAsync(server);
        using var admin = await server.SignedInAsync("admin");
        var changed = await admin.PatchAsJsonAsync("/api/v1/sources/1", new { settings = new { allowedOrigins = new[] { Shop }, proofOfWork = "strong" } });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var visitor = server.Anonymous();
        const string Id = "0123456789abcdef0123456789abcdef";
        var token = server.Get<FormTokens>().Issue(key);

        var idle = await visitor.SendAsync(Message(key, server, "蓋が閉まりません。", Shop, ("_id", Id)));
        var problem = await idle.JsonAsync(HttpStatusCode.BadRequest);
        var work = ProofOfWork.Solve(problem["work"]!.GetValue<int>(), ProofOfWork.Challenge(token, Id, "蓋が閉まりません。"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 2; i++)
        {
            answers.Add((await visitor.SendAsync(Message(key, server, "蓋が閉まりません。", Shop, ("_id", Id), ("_token", token), ("_work", work)))).StatusCode);
        }
        await server.DrainAsync();

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted], answers);
        using var connection = server.Get<Voc.Api.Storage.Store>().Open();
        Assert.Equal(1L, connection.Scalar("SELECT count(*) FROM feedback"));
        using var page = await visitor.GetAsync($"/forms/{key}");
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains($"/forms/{key}.js", await page.Content.ReadAsStringAsync());
    }

    private static Task<VocServer> StartAsync() => VocServer.StartAsync(services: builder =>
        // Nobody waits two seconds in a test; the check itself is tested where it lives.
        builder.Services.AddSingleton(new FormTokens(new byte[32], TimeProvider.System) { MinimumFillTime = TimeSpan.Zero }));

    private static async Task<string> MakeAsync(VocServer server)
    {
        using var admin = await server.SignedInAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", new { name = "問い合わせ", kind = "form", settings = new { allowedOrigins = new[] { Shop } } })).JsonAsync(HttpStatusCode.Created);
        return made["publicKey"]!.GetValue<string>();
    }

    private static HttpRequestMessage Message(string key, VocServer server, string text, string origin, params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string> { ["message"] = text, ["_token"] = server.Get<FormTokens>().Issue(key) };
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }
        return new HttpRequestMessage(HttpMethod.Post, $"/forms/{key}") { Content = new FormUrlEncodedContent(values), Headers = { { "Origin", origin } } };
    }
}
