using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Voc.Api.Pipeline;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Social;
using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Surveys.Hooks;

namespace Voc.Api.Tests.Sources;

public sealed class SourceTrialTests
{
    private const string Formbricks = "whsec_MDEyMzQ1Njc4OWFiY2RlZg==";

    /// <summary>Kinds with the settings and secret they need; what is fetched is fetched from a server of the test's.</summary>
    private static readonly (string Kind, string Settings, string? Secret)[] Pushed =
    [
        ("api", "{}", null), ("import", "{}", null), ("notes", "{}", null), ("webhook", "{}", null), ("folder", """{"folder":"店"}""", null),
        ("form", """{"allowedOrigins":["https://shop.example.jp"],"fields":[{"name":"message","kind":"message","label":{"ja":"本文","en":"Text"},"required":true}]}""", null),
        ("mail", "{}", null), ("mail", """{"provider":"sendgrid"}""", null), ("mail", """{"provider":"mailgun"}""", "key-1"),
        ("survey-hook", """{"provider":"typeform"}""", null), ("survey-hook", """{"provider":"formbricks"}""", Formbricks), ("survey-hook", """{"provider":"script"}""", null),
        ("line", "{}", "channel-secret"),
    ];

    [Fact]
    public async Task Every_kind_that_things_are_sent_to_shows_what_an_example_becomes_and_stores_nothing()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");

        foreach (var (kind, settings, secret) in Pushed)
        {
            var id = await MakeAsync(admin, kind, settings, secret);
            var answer = await TestAsync(admin, id);

            Assert.True(answer["works"]!.GetValue<bool>(), $"{kind} {settings}: {answer.ToJsonString()}");
            Assert.Equal("蓋が閉まりません。", answer["items"]!.AsArray().Single()!["text"]!.GetValue<string>().Split('\n')[^1].Trim());
            Assert.False(string.IsNullOrEmpty(answer["sample"]!.GetValue<string>()));
        }

        Assert.Equal(0, server.Get<Inbox>().Pending);
        Assert.Empty(server.Get<EventLog>().Read(0, 10));
        Assert.Equal(SourceKinds.All.Except(SourceKinds.Fetched).Order(), Pushed.Select(p => p.Kind).Distinct().Order());
    }

    [Fact]
    public async Task The_command_that_is_shown_takes_the_example_in_as_it_was_shown()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var key = await server.KeyAsync("ingest");
        var folder = Directory.CreateTempSubdirectory("voc-test");

        var sent = 0;
        foreach (var (kind, settings, given) in Pushed)
        {
            var made = await (await admin.PostAsJsonAsync("/api/v1/sources", New(kind, settings, given))).JsonAsync(HttpStatusCode.Created);
            var answer = await TestAsync(admin, made["id"]!.GetValue<int>());
            if (answer["command"] is not { } command)
            {
                continue;
            }
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mail.eml"), answer["sample"]!.GetValue<string>());
            var said = await ShellAsync(command.GetValue<string>(), folder.FullName, ("KEY", key), ("SECRET", given ?? made["secret"]?.GetValue<string>() ?? ""));
            sent++;
            await server.DrainAsync();
            Assert.True(server.Get<EventLog>().Read(0, 100).Count == sent, $"{kind} {settings}: {said}");
        }
        folder.Delete(recursive: true);
        Assert.Equal(8, sent);
    }

    [Fact]
    public async Task A_wrong_example_a_pause_and_a_wrong_signature_are_said_in_plain_words()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var made = await (await admin.PostAsJsonAsync("/api/v1/sources", New("webhook", "{}", null))).JsonAsync(HttpStatusCode.Created);
        var (id, secret) = (made["id"]!.GetValue<int>(), made["secret"]!.GetValue<string>());
        const string Body = """{"id":"p1","text":"電話は090-1234-5678"}""";
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var right = new Dictionary<string, string> { [Webhook.TimestampHeader] = $"{now}", [Webhook.SignatureHeader] = Webhook.Sign(secret, now, Encoding.UTF8.GetBytes(Body)) };

        var broken = await TestAsync(admin, id, new { sample = "{\"id\": oops" });
        var empty = await TestAsync(admin, id, new { sample = """{"id":"p1"}""" });
        var signed = await TestAsync(admin, id, new { sample = Body, headers = right });
        right[Webhook.SignatureHeader] = "sha256=00";
        var forged = await TestAsync(admin, id, new { sample = Body, headers = right });
        await (await admin.PatchAsJsonAsync($"/api/v1/sources/{id}", new { enabled = false })).JsonAsync(HttpStatusCode.OK);
        var paused = await TestAsync(admin, id);

        Assert.Equal((false, false, true, false, false), (Works(broken), Works(empty), Works(signed), Works(forged), Works(paused)));
        Assert.Contains("signature", Problems(forged), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("switched off", Problems(paused));
        Assert.NotEmpty(Problems(empty));
        Assert.Equal("電話は[電話番号]", signed["items"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_signature_of_a_survey_tool_and_of_LINE_is_checked_as_it_came()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var line = await MakeAsync(admin, "line", "{}", "channel-secret");
        var survey = await MakeAsync(admin, "survey-hook", """{"provider":"formbricks"}""", Formbricks);
        var (events, response) = ((await TestAsync(admin, line))["sample"]!.GetValue<string>(), (await TestAsync(admin, survey))["sample"]!.GetValue<string>());
        var now = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";

        var good = await TestAsync(admin, line, Signed(events, ("x-line-signature", Line.Sign("channel-secret", Encoding.UTF8.GetBytes(events)))));
        var bad = await TestAsync(admin, line, Signed(events, ("x-line-signature", Line.Sign("other", Encoding.UTF8.GetBytes(events)))));
        var standard = await TestAsync(admin, survey, Signed(response, ("webhook-id", "m"), ("webhook-timestamp", now), ("webhook-signature", SurveyHook.SignStandard(Formbricks, "m", now, Encoding.UTF8.GetBytes(response)))));

        Assert.Equal((true, false, true), (Works(good), Works(bad), Works(standard)));
    }

    [Fact]
    public async Task Of_a_folder_its_waiting_files_are_named_and_one_that_cannot_be_used_is_said()
    {
        await using var server = await VocServer.StartAsync(o => o.WatchInterval = TimeSpan.FromHours(1));
        using var admin = await server.SignedInAsync("admin");
        var id = await MakeAsync(admin, "folder", """{"folder":"店"}""", null);
        var folder = Path.Combine(server.Options.WatchRoot, "店");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "四月.csv"), "日付,感想\n2026/4/1,良い\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "五月.csv.part"), "日付");

        var answer = await TestAsync(admin, id);
        Assert.Contains("1 file(s) wait there (四月.csv)", answer["message"]!.GetValue<string>());
        Assert.Equal(2, Directory.GetFiles(folder).Length);

        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "not a folder");
        var blocked = await TestAsync(admin, id);
        Assert.False(Works(blocked));
        Assert.Contains("cannot be read and written", Problems(blocked));
    }

    [Fact]
    public async Task What_is_fetched_is_fetched_and_every_cause_of_failure_has_words_of_its_own()
    {
        await using var site = await FailingSite.StartAsync();
        await using var server = await VocServer.StartAsync(o => o.FetchHosts = [site.Host, "no-such-server.invalid"]);
        using var admin = await server.SignedInAsync("admin");

        var good = await FeedAsync(site.At("/feed"));
        Assert.True(Works(good));
        Assert.Equal("蓋が割れた。[電話番号]", good["items"]!.AsArray().Single()!["text"]!.GetValue<string>());

        var said = new Dictionary<string, string>
        {
            ["not allowed"] = site.At("/robots-forbid"),
            ["401"] = site.At("/status/401"),
            ["403"] = site.At("/status/403"),
            ["404"] = site.At("/status/404"),
            ["429"] = site.At("/status/429"),
            ["500"] = site.At("/status/500"),
            ["did not resolve"] = "http://no-such-server.invalid/feed",
            ["securely"] = site.At("/feed").Replace("http://", "https://", StringComparison.Ordinal),
            ["private or reserved"] = "http://10.0.0.1/feed",
            ["line 1"] = site.At("/broken"),
        };
        foreach (var (words, address) in said)
        {
            var answer = await FeedAsync(address);
            Assert.False(Works(answer), address);
            Assert.Contains(words == "not allowed" ? "robots.txt" : words, Problems(answer), StringComparison.Ordinal);
        }
        var empty = await TestAsync(admin, await MakeAsync(admin, "review-page", $$"""{"url":"{{site.At("/empty")}}"}""", null));
        Assert.Empty(empty["items"]!.AsArray());
        Assert.Equal(0, server.Get<Inbox>().Pending);

        async Task<JsonNode> FeedAsync(string address) => await TestAsync(admin, await MakeAsync(admin, "social-feed", $$"""{"url":"{{address}}"}""", null));
    }

    [Fact]
    public async Task A_platform_is_asked_for_real_and_what_it_answers_is_said()
    {
        await using var site = await FailingSite.StartAsync();
        await using var server = await VocServer.StartAsync(o => o.FetchHosts = [site.Host]);
        using var admin = await server.SignedInAsync("admin");
        var id = await MakeAsync(admin, "mastodon", $$"""{"address":"{{site.At("")}}","words":["#ホシゾラ"]}""", null);

        var answer = await TestAsync(admin, id);

        Assert.False(Works(answer));
        Assert.NotEmpty(Problems(answer));
    }

    [Fact]
    public async Task Only_who_manages_sources_may_test_them()
    {
        await using var server = await VocServer.StartAsync();
        var id = await server.SourceAsync("shop");
        using var support = await server.SignedInAsync("support");
        using var admin = await server.SignedInAsync("admin");

        Assert.Equal(HttpStatusCode.Forbidden, (await support.PostAsJsonAsync($"/api/v1/sources/{id}/test", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsJsonAsync("/api/v1/sources/99/test", new { })).StatusCode);
    }

    /// <summary>What a kind needs besides code: words in both languages, settings on the page and a recipe.</summary>
    [Fact]
    public async Task Every_kind_has_a_name_in_both_languages_settings_on_the_page_and_a_recipe()
    {
        var page = Path.Combine(Repository.Root, "src", "Voc.Dashboard", "client", "src", "sources");
        var texts = (await File.ReadAllTextAsync(Path.Combine(page, "texts.ts"))).Split("\n  en: {");
        var settings = await File.ReadAllTextAsync(Path.Combine(page, "sourceSettings.ts"));
        var creatable = Regex.Match(settings, @"creatableKinds = \[(.*?)\]", RegexOptions.Singleline).Groups[1].Value;
        var recipes = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "sources.md"));
        string[] madeByUse = [SourceKinds.Import, SourceKinds.Notes];

        Assert.Equal(2, texts.Length);
        foreach (var kind in SourceKinds.All)
        {
            Assert.All(texts, language => Assert.Matches($@"(?s)kind: \{{.*?\n\s+'?{kind}'?: '[^']+',.*?\}},", language));
            Assert.True(madeByUse.Contains(kind) != creatable.Contains($"'{kind}'", StringComparison.Ordinal), $"{kind} can be added on the page");
            if (!madeByUse.Contains(kind))
            {
                Assert.All(texts, language => Assert.Matches($@"(?s)about: \{{.*?\n\s+'?{kind}'?:", language));
            }
            Assert.Matches($@"(?m)^\|.*`{kind}`.*\|.*\S.*\|$", recipes);
        }
        foreach (Match link in Regex.Matches(recipes, @"\]\(([a-z]+\.md)\)"))
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", link.Groups[1].Value)), link.Value);
        }
    }

    private static int _made;

    private static object New(string kind, string settings, string? secret) => new { name = $"{kind} {Interlocked.Increment(ref _made)}", kind, settings = JsonNode.Parse(settings), secret };

    private static async Task<int> MakeAsync(HttpClient admin, string kind, string settings, string? secret) =>
        (await (await admin.PostAsJsonAsync("/api/v1/sources", New(kind, settings, secret))).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<int>();

    private static async Task<JsonNode> TestAsync(HttpClient admin, int id, object? test = null) =>
        await (await admin.PostAsJsonAsync($"/api/v1/sources/{id}/test", test ?? new { })).JsonAsync(HttpStatusCode.OK);

    private static object Signed(string sample, params (string Name, string Value)[] headers) => new { sample, headers = headers.ToDictionary(h => h.Name, h => h.Value) };

    private static bool Works(JsonNode answer) => answer["works"]!.GetValue<bool>();

    private static string Problems(JsonNode answer) => string.Join(' ', answer["problems"]!.AsArray().Select(p => p!.GetValue<string>()));

    private static async Task<string> ShellAsync(string command, string folder, params (string Name, string Value)[] variables)
    {
        var start = new System.Diagnostics.ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        using var shell = System.Diagnostics.Process.Start(start)!;
        var said = shell.StandardOutput.ReadToEndAsync();
        var complained = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return await said + complained;
    }

    /// <summary>A site that answers well, wrongly and not at all.</summary>
    private sealed class FailingSite : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private FailingSite(WebApplication app) => _app = app;

        public string Host => new Uri(At("/")).Host;

        public string At(string path) => _app.Urls.First() + path;

        public static async Task<FailingSite> StartAsync()
        {
            var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
            var app = builder.Build();
            app.MapGet("/robots.txt", () => "User-agent: *\nDisallow: /robots-forbid\n");
            app.MapGet("/feed", () => Results.Text("""{"id":"1","text":"蓋が割れた。090-1234-5678","createdAt":"2026-04-01T00:00:00Z"}""" + "\n"));
            app.MapGet("/broken", () => Results.Text("{oops\n"));
            app.MapGet("/empty", () => Results.Text("<html><body>nothing</body></html>", "text/html"));
            app.MapGet("/robots-forbid", () => Results.Text(""));
            app.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
            await app.StartAsync();
            return new FailingSite(app);
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
