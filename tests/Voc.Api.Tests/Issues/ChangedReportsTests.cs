using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

/// <summary>Issues whose reports become others: by merging and splitting, and because customers are deleted.</summary>
public sealed class ChangedReportsTests
{
    [Fact]
    public async Task Severity_is_that_of_the_reports_an_issue_has_after_it_was_merged_split_and_undone()
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var (issue, other) = (await SomeIssue.AddAsync(server), await SomeIssue.AddAsync(server, 9));
        await SomeIssue.SayAsync(server, issue, "鍵が焦げて火が出た", 30);
        using var client = await server.SignedInAsync("product");

        await (await client.PostAsJsonAsync("/api/v1/issues/merge", new { issues = new[] { issue, other } })).JsonAsync(HttpStatusCode.OK);
        var merged = await DetailAsync(client, issue);
        await UndoAsync(client, issue);
        var (one, two) = (await DetailAsync(client, issue), await DetailAsync(client, other));
        var split = await (await client.PostAsJsonAsync($"/api/v1/issues/{issue}/split", new { terms = new[] { "焦げる" } })).JsonAsync(HttpStatusCode.Created);
        var left = await DetailAsync(client, issue);
        await UndoAsync(client, issue);
        var whole = await DetailAsync(client, issue);

        Assert.All([merged, one, two, split, left, whole], AssertRated);
        Assert.True(Score(merged) > Score(two) && Score(whole) > Score(left), $"{Score(merged)} {Score(two)} {Score(whole)} {Score(left)}");
        Assert.NotEqual(whole["severity"]!.GetValue<string>(), left["severity"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_from_the_issue_its_counts_its_quotes_and_its_severity()
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var issue = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("admin");
        var before = await DetailAsync(client, issue);

        var gone = await DeleteAsync(server, client, "Customer = (SELECT Customer FROM feedback WHERE Customer IS NOT NULL ORDER BY Id LIMIT 1)");

        var after = await DetailAsync(client, issue);
        Assert.Equal(2, gone.Count);
        Assert.Equal((6, 4), (Ids(before).Count, Ids(before).Except(Ids(after)).Order().SequenceEqual(gone.Order()) ? Ids(after).Count : -1));
        Assert.Equal((4, 3), (before["customers"]!.GetValue<int>(), after["customers"]!.GetValue<int>()));
        Assert.DoesNotContain(after["quotes"]!.AsArray(), q => gone.Contains(q!["id"]!.GetValue<long>()));
        var listed = (await (await client.GetAsync("/api/v1/issues")).JsonAsync(HttpStatusCode.OK))["items"]![0]!;
        Assert.Equal(3, listed["customers"]!.GetValue<int>());
        Assert.Equal(4, (await (await client.GetAsync($"/api/v1/search?q=issue:{issue}")).JsonAsync(HttpStatusCode.OK))["total"]!.GetValue<int>());
        AssertRated(after);
    }

    [Fact]
    public async Task An_issue_of_which_nothing_is_left_still_opens_and_can_be_closed()
    {
        await using var server = await VocServer.StartAsync(services: SomeIssue.WithoutDetection);
        var issue = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("admin");

        await DeleteAsync(server, client, "1 = 1");

        var empty = await DetailAsync(client, issue);
        Assert.Equal((0, 0, 0), (Ids(empty).Count, empty["customers"]!.GetValue<int>(), empty["quotes"]!.AsArray().Count));
        AssertRated(empty);
        foreach (var part in new[] { "contrasts", "similar", "history", "rules" })
        {
            await (await client.GetAsync($"/api/v1/issues/{issue}/{part}")).JsonAsync(HttpStatusCode.OK);
        }
        Assert.Equal("fixed", (await (await client.PatchAsJsonAsync($"/api/v1/issues/{issue}", new { state = "fixed" })).JsonAsync(HttpStatusCode.OK))["state"]!.GetValue<string>());
    }

    /// <summary>Deletes all feedback that fits; returns which that was.</summary>
    private static async Task<IReadOnlyList<long>> DeleteAsync(VocServer server, HttpClient client, string where)
    {
        var ids = new List<long>();
        using (var connection = server.Get<Store>().Open())
        {
            using var rows = connection.Query($"SELECT Id FROM feedback WHERE {where}");
            while (rows.Read())
            {
                ids.Add(rows.GetInt64(0));
            }
        }
        foreach (var id in ids)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/feedback/{id}")).StatusCode);
        }
        return ids;
    }

    /// <summary>What the list and the badge say is what the points on the page say.</summary>
    private static void AssertRated(JsonNode issue) =>
        Assert.Equal(Score(issue) switch { >= 72 => "critical", >= 52 => "high", >= 32 => "medium", _ => "low" }, issue["severity"]!.GetValue<string>());

    private static double Score(JsonNode issue) => issue["severityScore"]!.GetValue<double>();

    private static List<long> Ids(JsonNode issue) => [.. issue["feedbackIds"]!.AsArray().Select(id => id!.GetValue<long>())];

    private static async Task UndoAsync(HttpClient client, long issue)
    {
        var rule = (await (await client.GetAsync($"/api/v1/issues/{issue}/rules")).JsonAsync(HttpStatusCode.OK))[0]!;
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/api/v1/issues/rules/{rule["id"]}/undo", null)).StatusCode);
    }

    private static async Task<JsonNode> DetailAsync(HttpClient client, long issue) => await (await client.GetAsync($"/api/v1/issues/{issue}")).JsonAsync(HttpStatusCode.OK);
}
