using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Issues;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues;

public sealed class IssueEndpointsTests
{
    private const string Path = "/api/v1/issues";

    [Fact]
    public async Task An_issue_shows_its_feedback_its_chart_and_why()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.WithKeyAsync("read");

        var issue = await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}");

        Assert.Equal("P：「鍵がかからない」の報告が増加", issue.GetProperty("title").GetString());
        Assert.Equal("new", issue.GetProperty("state").GetString());
        Assert.Equal("negative", issue.GetProperty("polarity").GetString());
        Assert.Equal("high", issue.GetProperty("severity").GetString());
        Assert.Equal(6, issue.GetProperty("feedbackIds").GetArrayLength());
        Assert.Equal(1, issue.GetProperty("quotes").GetArrayLength());
        Assert.Equal(6, issue.GetProperty("quotes")[0].GetProperty("alike").GetInt32());
        Assert.Equal(4, issue.GetProperty("customers").GetInt32());
        Assert.Equal(["social:4", "call-note:2"], issue.GetProperty("channels").EnumerateArray().Select(c => $"{c.GetProperty("value")}:{c.GetProperty("count")}"));
        Assert.Equal(["近畿:3"], issue.GetProperty("regions").EnumerateArray().Select(c => $"{c.GetProperty("value")}:{c.GetProperty("count")}"));
        Assert.Equal(6, issue.GetProperty("series").EnumerateArray().Sum(p => p.GetProperty("count").GetInt32()));
        Assert.Equal(6, issue.GetProperty("sparkline").EnumerateArray().Sum(p => p.GetInt32()));
        Assert.Equal(12, issue.GetProperty("growth").GetDouble());
        Assert.Contains("6 件", issue.GetProperty("why").GetProperty("ja").GetString(), StringComparison.Ordinal);
        Assert.Contains("one in a million", issue.GetProperty("why").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feedback_names_the_issues_it_belongs_to()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.WithKeyAsync("read");
        var feedback = (await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}")).GetProperty("feedbackIds")[0].GetInt64();

        var detail = await client.GetFromJsonAsync<JsonElement>($"/api/v1/feedback/{feedback}");

        Assert.Equal(id, detail.GetProperty("issues")[0].GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Lists_are_by_state_and_sorted_as_asked()
    {
        await using var server = await VocServer.StartAsync();
        var (small, large) = (await SomeIssue.AddAsync(server), await SomeIssue.AddAsync(server, count: 50));
        using var client = await server.SignedInAsync("product");
        await client.PatchAsJsonAsync($"{Path}/{small}", new { state = "muted" });

        async Task<long[]> Ids(string query) =>
            [.. (await client.GetFromJsonAsync<JsonElement>(Path + query)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetInt64())];

        Assert.Equal([large], await Ids(""));
        Assert.Equal([small], await Ids("?state=muted"));
        Assert.Equal([large, small], await Ids("?state=all&sort=count"));
        Assert.Equal([large, small], await Ids("?state=all&sort=newest"));
        Assert.Equal(1, server.Get<IssueReader>().CountOpen());
    }

    [Theory]
    [InlineData("?state=odd", "state")]
    [InlineData("?state=1", "state")]
    [InlineData("?sort=beauty", "sort")]
    [InlineData("?sort=1", "sort")]
    public async Task A_list_that_cannot_be_is_refused_by_name(string query, string field)
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.WithKeyAsync("read");

        var answer = await client.GetAsync(Path + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("choose", problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_is_kept_with_who_and_when_and_announced()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");
        await using var live = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await live.SubscribeAsync();

        var answer = await client.PatchAsJsonAsync($"{Path}/{id}", new { state = "investigating", assignee = "user-product", comment = "ロットを確認中", title = "鍵の不具合" });

        var issue = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("investigating", "user-product", "鍵の不具合"), (issue.GetProperty("state").GetString(), issue.GetProperty("assignee").GetString(), issue.GetProperty("title").GetString()));
        Assert.Equal(
            ["state:user-product:investigating", "assignee:user-product:user-product", "title:user-product:鍵の不具合", "comment:user-product:ロットを確認中"],
            issue.GetProperty("history").EnumerateArray().Select(h => $"{h.GetProperty("action")}:{h.GetProperty("who")}:{h.GetProperty("to")}"));
        Assert.Equal("鍵の不具合", (await live.NextAsync(LiveMessages.IssueChanged))["issue"]!["title"]!.GetValue<string>());

        var unassigned = await (await client.PatchAsJsonAsync($"{Path}/{id}", new { assignee = "" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(JsonValueKind.Null, unassigned.GetProperty("assignee").ValueKind);
    }

    [Fact]
    public async Task A_transition_that_makes_no_sense_is_refused_with_what_can_be()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");
        await client.PatchAsJsonAsync($"{Path}/{id}", new { state = "fixed" });

        var answer = await client.PatchAsJsonAsync($"{Path}/{id}", new { state = "new", comment = "not kept either" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("investigating", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain((await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}")).GetProperty("history").EnumerateArray(), h => h.GetProperty("action").GetString() == "comment");
    }

    [Theory]
    [InlineData("""{"state":"odd"}""", "state")]
    [InlineData("""{}""", "state")]
    [InlineData("""{"assignee":"nobody"}""", "assignee")]
    [InlineData("""{"title":" "}""", "title")]
    [InlineData("""{"comment":""}""", "comment")]
    [InlineData("""{"ticketUrl":"javascript:alert(1)"}""", "ticketUrl")]
    [InlineData("""{"ticketUrl":"JIRA-12"}""", "ticketUrl")]
    [InlineData("""{"dueOn":"tomorrow"}""", "dueOn")]
    [InlineData("""{"dueOn":"2026-02-30"}""", "dueOn")]
    [InlineData("""{"state":"fixed","fixedOn":"9999-01-01"}""", "fixedOn")]
    [InlineData("""{"state":"fixed","fixedOn":""}""", "fixedOn")]
    [InlineData("""{"fixedOn":"2026-01-01"}""", "fixedOn")]
    [InlineData("""{"mute":{"growthPercent":50}}""", "mute")]
    [InlineData("""{"state":"muted","mute":{"growthPercent":0}}""", "mute.growthPercent")]
    [InlineData("""{"state":"muted","mute":{"until":"2020-01-01"}}""", "mute.until")]
    public async Task A_change_that_cannot_be_is_refused_by_field(string body, string field)
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");

        var answer = await client.PatchAsync($"{Path}/{id}", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Only_product_managers_and_administrators_triage_and_what_is_not_there_is_said()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var support = await server.SignedInAsync("support");
        using var product = await server.SignedInAsync("product");
        using var anonymous = server.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await support.GetAsync($"{Path}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.PatchAsJsonAsync($"{Path}/{id}", new { state = "fixed" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await product.GetAsync($"{Path}/999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await product.PatchAsJsonAsync($"{Path}/999", new { state = "fixed" })).StatusCode);
    }
}
