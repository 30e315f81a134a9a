using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues.Severity;

public sealed class SeverityTests
{
    private const string Path = "/api/v1/issues/severity";

    [Fact]
    public async Task An_issue_shows_the_parts_of_its_severity_which_add_up_to_its_points()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("support");

        var issue = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}");
        var parts = issue.GetProperty("severityParts").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);

        Assert.Equal(["reach", "negativity", "safety", "money", "growth", "churnRisk", "customerValue"], parts.Keys);
        // Two customers and two people nobody knows; six reports where a half was expected.
        Assert.Equal(2 / 6.0, parts["reach"].GetProperty("share").GetDouble(), 3);
        Assert.Equal(Math.Log2(12) / 4, parts["growth"].GetProperty("share").GetDouble(), 3);
        Assert.Equal(parts.Values.Sum(p => p.GetProperty("points").GetDouble()), issue.GetProperty("severityScore").GetDouble(), 0.3);
    }

    [Fact]
    public async Task Weights_that_are_saved_are_kept_with_who_and_what_and_open_issues_follow_at_once()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        var done = await SomeIssue.AddAsync(server, 9);
        using var client = await server.SignedInAsync("product");
        (await client.PatchAsJsonAsync($"/api/v1/issues/{done}", new { state = "fixed" })).EnsureSuccessStatusCode();
        await using var live = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await live.SubscribeAsync();

        var saved = await PutAsync(client, settings => (settings["growth"], settings["reach"], settings["negativity"]) = (100, 0, 0));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        var changed = await live.NextAsync(LiveMessages.IssueChanged);
        Assert.Equal((id, "critical"), (changed["issue"]!["id"]!.GetValue<long>(), changed["issue"]!["severity"]!.GetValue<string>()));
        Assert.Equal("high", (await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{done}")).GetProperty("severity").GetString());
        var info = await client.GetFromJsonAsync<JsonElement>(Path);
        var change = Assert.Single(info.GetProperty("changes").EnumerateArray());
        Assert.Equal("user-product", change.GetProperty("who").GetString());
        Assert.Equal(
            ["reach:35:0", "negativity:20:0", "growth:15:100"],
            change.GetProperty("differences").EnumerateArray().Select(d => $"{d.GetProperty("field")}:{d.GetProperty("from")}:{d.GetProperty("to")}"));
        Assert.Equal(15, info.GetProperty("shipped").GetProperty("growth").GetDouble());
    }

    [Fact]
    public async Task Words_of_harm_can_be_added_and_taken_away()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("admin");
        Assert.Equal(0, await ShareAsync(client, id, "safety"));

        await PutAsync(client, settings => settings["safetyWords"]!.AsArray().Add(" 鍵がかから "));
        Assert.Equal(1, await ShareAsync(client, id, "safety"));
        var info = await client.GetFromJsonAsync<JsonElement>(Path);
        Assert.Contains("発火", info.GetProperty("settings").GetProperty("safetyWords").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal("鍵がかから", info.GetProperty("changes")[0].GetProperty("differences")[0].GetProperty("to").GetString());

        await PutAsync(client, settings => settings["safetyWords"] = new JsonArray());
        Assert.Equal(0, await ShareAsync(client, id, "safety"));
    }

    [Fact]
    public async Task Important_customers_are_told_by_an_attribute_the_company_names()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");
        Assert.Contains("region", (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("attributes").EnumerateArray().Select(a => a.GetProperty("name").GetString()));

        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(client, settings => settings["attribute"] = "region")).StatusCode);
        await PutAsync(client, settings => (settings["attribute"], settings["importantValues"]) = ("region", new JsonArray("近畿")));

        // Three of six.
        Assert.Equal(1, await ShareAsync(client, id, "customerValue"));
        await PutAsync(client, settings => (settings["importantValues"], settings["importantFrom"]) = (new JsonArray(), 100));
        Assert.Equal(0, await ShareAsync(client, id, "customerValue"));
    }

    [Fact]
    public async Task A_preview_orders_the_open_issues_anew_and_changes_nothing()
    {
        await using var server = await VocServer.StartAsync();
        var slow = await SomeIssue.AddAsync(server, 2);
        var fast = await SomeIssue.AddAsync(server, 40);
        using var client = await server.SignedInAsync("product");
        var settings = (await client.GetFromJsonAsync<JsonObject>(Path))!["settings"]!.AsObject();
        Assert.Equal([(fast, 1, 1), (slow, 2, 2)], await PreviewAsync(client, settings));

        settings["safetyWords"] = new JsonArray();
        settings["reach"] = 0;
        settings["growth"] = 0;
        // Without growth both are alike: they keep their order.
        Assert.Equal([(fast, 1, 1), (slow, 2, 2)], await PreviewAsync(client, settings));
        await SomeIssue.ReportAsync(server, slow, 2, 1, 20);
        settings["growth"] = 100;
        Assert.Equal([(fast, 2, 1), (slow, 1, 2)], await PreviewAsync(client, settings));

        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("version").GetInt64());
        Assert.Equal("high", (await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{slow}")).GetProperty("severity").GetString());
    }

    [Theory]
    [InlineData("reach", "101", "reach")]
    [InlineData("growth", "-1", "growth")]
    [InlineData("safetyWords", """["12345678901234567890123456789012345678901"]""", "safetyWords")]
    [InlineData("moneyWords", "[\"a\\u0007\"]", "moneyWords")]
    [InlineData("attribute", "\"tier\"", "importantValues")]
    public async Task What_cannot_be_is_refused_by_field(string field, string value, string named)
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");

        var answer = await PutAsync(client, settings => settings[field] = JsonNode.Parse(value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(named, out _));
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Whoever_changed_what_was_meanwhile_changed_is_told_and_only_product_people_and_administrators_may()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("product");
        var before = (await client.GetFromJsonAsync<JsonObject>(Path))!;
        await PutAsync(client, settings => settings["reach"] = 40);

        var late = await client.PutAsJsonAsync(Path, new { version = before["version"]!.GetValue<long>(), settings = before["settings"] });
        using var support = await server.SignedInAsync("support");
        using var researcher = await server.SignedInAsync("researcher");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.PutAsJsonAsync(Path, new { version = 1, settings = before["settings"] })).StatusCode);
        Assert.Equal(40, (await client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("settings").GetProperty("reach").GetDouble());
    }

    [Fact]
    public async Task One_text_sent_by_nobody_knows_whom_thirty_times_is_one_voice()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        var now = TimeProvider.System.GetUtcNow();
        var receipts = await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, 30).Select(i =>
            Some.Feedback($"flood-{i}", "この会社の製品は二度と買わないほうがいいです。みんなに知らせてください。鍵がまったくかかりません。") with { OccurredAt = now.AddSeconds(-i) })]);
        await server.DrainAsync();
        await server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            foreach (var receipt in receipts)
            {
                connection.Execute("INSERT INTO issue_feedback (IssueId, FeedbackId) VALUES ($issue, $feedback)", ("$issue", id), ("$feedback", receipt.Id));
            }
            return true;
        });
        using var client = await server.WithKeyAsync("read");

        Assert.Equal(Math.Log2(5) / 6, await ShareAsync(client, id, "reach"), 3);
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, Action<JsonObject> change)
    {
        var info = (await client.GetFromJsonAsync<JsonObject>(Path))!;
        var settings = info["settings"]!.DeepClone().AsObject();
        change(settings);
        return await client.PutAsJsonAsync(Path, new { version = info["version"]!.GetValue<long>(), settings });
    }

    private static async Task<double> ShareAsync(HttpClient client, long id, string part) => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}")).GetProperty("severityParts")
        .EnumerateArray().Single(p => p.GetProperty("name").GetString() == part).GetProperty("share").GetDouble();

    private static async Task<(long, int, int)[]> PreviewAsync(HttpClient client, JsonObject settings)
    {
        var answer = await client.PostAsJsonAsync(Path + "/preview", settings);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Select(i =>
            (i.GetProperty("id").GetInt64(), i.GetProperty("before").GetProperty("rank").GetInt32(), i.GetProperty("after").GetProperty("rank").GetInt32()))];
    }
}
