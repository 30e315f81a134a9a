using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues;

public sealed class IssueMergeTests
{
    [Fact]
    public async Task The_oldest_stays_with_the_reports_and_comments_of_all_and_the_others_lead_to_it()
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var (newer, older) = (await SomeIssue.AddAsync(server, 9), await SomeIssue.AddAsync(server, 6));
        using var client = await server.SignedInAsync("product");
        await client.PostAsJsonAsync($"/api/v1/issues/{newer}/comments", new { text = "同じ原因では" });
        await using var live = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await live.SubscribeAsync();
        var changed = live.NextAsync(LiveMessages.IssueChanged, TimeSpan.FromSeconds(20));

        var merged = await MergeAsync(client, newer, older);

        Assert.Equal(older, merged["id"]!.GetValue<long>());
        Assert.Equal(12, merged["feedbackIds"]!.AsArray().Count);
        Assert.Contains(merged["history"]!.AsArray(), h => h!["to"]?.GetValue<string>() == "同じ原因では");
        Assert.Contains(merged["history"]!.AsArray(), h => h!["action"]!.GetValue<string>() == "merged" && h["who"]!.GetValue<string>() == "user-product");
        Assert.DoesNotContain(merged["history"]!.AsArray(), h => h!["action"]!.GetValue<string>() == "mergedInto");
        var pushed = (await changed)["issue"]!;
        Assert.Equal((older, newer), (pushed["id"]!.GetValue<long>(), pushed["merged"]![0]!.GetValue<long>()));
        var gone = await (await client.GetAsync($"/api/v1/issues/{newer}")).JsonAsync(HttpStatusCode.Gone);
        Assert.Equal(("merged", older), (gone["code"]!.GetValue<string>(), gone["mergedInto"]!.GetValue<long>()));
        Assert.Equal(HttpStatusCode.Gone, (await client.PatchAsJsonAsync($"/api/v1/issues/{newer}", new { state = "fixed" })).StatusCode);
        Assert.Equal([older], await ListedAsync(client));
        var feedback = await (await client.GetAsync($"/api/v1/feedback/{merged["feedbackIds"]![0]}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(older, Assert.Single(feedback["issues"]!.AsArray())!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Within_a_day_a_merge_is_undone_as_if_it_had_never_been_and_later_only_ended()
    {
        var clock = new ShiftedTime();
        await using var server = await VocServer.StartAsync(services: builder =>
        {
            SomeIssue.WithoutDetection(builder);
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        var (a, b) = (await SomeIssue.AddAsync(server, 6), await SomeIssue.AddAsync(server, 9));
        using var client = await server.SignedInAsync("product");

        await MergeAsync(client, a, b);
        var rule = await RuleAsync(client, a);
        Assert.NotNull(rule["undoUntil"]);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/api/v1/issues/rules/{rule["id"]}/undo", null)).StatusCode);
        var (undoneA, undoneB) = (await DetailAsync(client, a), await DetailAsync(client, b));
        await MergeAsync(client, a, b);
        var second = await RuleAsync(client, a);
        clock.Forward(TimeSpan.FromHours(25));
        var late = await client.PostAsync($"/api/v1/issues/rules/{second["id"]}/undo", null);
        var ended = await client.DeleteAsync($"/api/v1/issues/rules/{second["id"]}");

        Assert.Equal((6, 6), (undoneA["feedbackIds"]!.AsArray().Count, undoneB["feedbackIds"]!.AsArray().Count));
        Assert.Equal("unmerged", undoneA["history"]!.AsArray().Last()!["action"]!.GetValue<string>());
        Assert.Equal("too-late", (await late.JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        // From now on apart; what they shared so far they both have.
        Assert.Equal((12, 6), ((await DetailAsync(client, a))["feedbackIds"]!.AsArray().Count, (await DetailAsync(client, b))["feedbackIds"]!.AsArray().Count));
        Assert.Empty((await (await client.GetAsync($"/api/v1/issues/{a}/rules")).JsonAsync(HttpStatusCode.OK)).AsArray());
    }

    [Fact]
    public async Task What_was_merged_by_steps_leads_to_the_last_and_is_undone_from_the_last()
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var (a, b, c) = (await SomeIssue.AddAsync(server, 6), await SomeIssue.AddAsync(server, 9), await SomeIssue.AddAsync(server, 12));
        using var client = await server.SignedInAsync("product");
        await MergeAsync(client, b, c);
        var inner = await RuleAsync(client, b);

        var merged = await MergeAsync(client, a, b);

        Assert.Equal(18, merged["feedbackIds"]!.AsArray().Count);
        Assert.Equal(a, (await (await client.GetAsync($"/api/v1/issues/{c}")).JsonAsync(HttpStatusCode.Gone))["mergedInto"]!.GetValue<long>());
        var refused = await client.PostAsync($"/api/v1/issues/rules/{inner["id"]}/undo", null);
        Assert.Equal("merged-again", (await refused.JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/api/v1/issues/rules/{(await RuleAsync(client, a))["id"]}/undo", null)).StatusCode);
        Assert.Equal(12, (await DetailAsync(client, b))["feedbackIds"]!.AsArray().Count);
    }

    [Fact]
    public async Task Later_feedback_of_a_merged_issue_goes_to_the_one_that_stayed_also_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await Rising.StartAsync(folder);
        using var client = await first.SignedInAsync("product");
        var found = await Rising.BurstAsync(first, client, "回やってもログインできない。");
        var stays = await SomeIssue.AddAsync(first, 6);
        await client.PostAsJsonAsync("/api/v1/issues/merge", new { issues = new[] { found, stays }, into = stays });
        var before = (await DetailAsync(client, stays))["feedbackIds"]!.AsArray().Count;

        await Rising.SayAsync(first, "more", "回目もログインできない。", 5);
        await Rising.UntilAsync(client, stays, detail => detail["feedbackIds"]!.AsArray().Count >= before + 3);
        await first.StopAsync();
        await using var again = await VocServer.StartAsync(folder: folder);
        using var back = await again.WithKeyAsync("admin");
        await Rising.SayAsync(again, "still", "回目なのにログインできない。", 5);
        await Rising.UntilAsync(back, stays, detail => detail["feedbackIds"]!.AsArray().Count >= before + 6);

        Assert.Equal([stays], await ListedAsync(back));
        Assert.Equal(HttpStatusCode.Gone, (await back.GetAsync($"/api/v1/issues/{found}")).StatusCode);
    }

    [Theory]
    [InlineData("""{"issues":[1]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"issues":[1,1]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"issues":[1,2],"into":3}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"issues":[1,99]}""", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_merged_is_refused(string request, HttpStatusCode expected)
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        await SomeIssue.AddAsync(server, 6);
        await SomeIssue.AddAsync(server, 9);
        using var client = await server.SignedInAsync("product");
        using var support = await server.SignedInAsync("support");

        await (await client.PostAsJsonAsync("/api/v1/issues/merge", JsonNode.Parse(request))).JsonAsync(expected);

        Assert.Equal(HttpStatusCode.Forbidden, (await support.PostAsJsonAsync("/api/v1/issues/merge", JsonNode.Parse(request))).StatusCode);
    }

    private static async Task<JsonNode> MergeAsync(HttpClient client, params long[] issues) =>
        await (await client.PostAsJsonAsync("/api/v1/issues/merge", new { issues })).JsonAsync(HttpStatusCode.OK);

    private static async Task<JsonNode> RuleAsync(HttpClient client, long issue) =>
        (await (await client.GetAsync($"/api/v1/issues/{issue}/rules")).JsonAsync(HttpStatusCode.OK))[0]!;

    private static async Task<JsonNode> DetailAsync(HttpClient client, long issue) => await (await client.GetAsync($"/api/v1/issues/{issue}")).JsonAsync(HttpStatusCode.OK);

    private static async Task<IEnumerable<long>> ListedAsync(HttpClient client) =>
        (await (await client.GetAsync("/api/v1/issues?state=all")).JsonAsync(HttpStatusCode.OK))["items"]!.AsArray().Select(i => i!["id"]!.GetValue<long>());
}
