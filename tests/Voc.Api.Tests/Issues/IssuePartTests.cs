using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues;

/// <summary>Issues that the service splits by itself, because two causes were found as one.</summary>
public sealed class IssuePartTests
{
    /// <summary>Two causes that customers put in several ways, so briefly that only the same words are a copy.</summary>
    private static readonly string[] Login = ["アプリにログインできない。", "アプリの認証に失敗する。", "アプリでログイン認証に失敗する。", "アプリのログインが失敗。"];

    private static readonly string[] Charge = ["アプリのカードで二重請求。", "アプリで引き落としが二重。", "アプリのカード引き落としが二重請求。", "アプリの請求でカードが二重。"];

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-test").FullName;

    /// <summary>A number before each text, so that none is a copy.</summary>
    private int _said;

    [Fact]
    public async Task Two_causes_found_as_one_become_two_issues_that_are_announced_and_each_later_report_goes_to_its_own_also_after_restarts()
    {
        var first = await Rising.StartAsync(_folder);
        using var client = await first.SignedInAsync("product");
        await using var live = await LiveClient.ConnectAsync(first.Address, await first.KeyAsync("read"));
        await live.SubscribeAsync();
        var (issue, part) = await PartedAsync(first, client);
        var (before, split) = (await DetailAsync(client, issue), await DetailAsync(client, part));

        for (var told = new HashSet<long>(); !told.IsSupersetOf([issue, part]);)
        {
            told.Add((await live.NextAsync(LiveMessages.IssueChanged))["issue"]!["id"]!.GetValue<long>());
        }
        Assert.Equal(("split", "", "causes"), Change(before, "split"));
        Assert.Equal(("splitFrom", "", "causes"), Change(split, "splitFrom"));
        Assert.Equal("new", split["state"]!.GetValue<string>());
        Assert.NotEqual(before["title"]!.GetValue<string>(), split["title"]!.GetValue<string>());
        Assert.Empty(Ids(before).Intersect(Ids(split)));
        var rule = (await (await client.GetAsync($"/api/v1/issues/{part}/rules")).JsonAsync(HttpStatusCode.OK))[0]!;
        Assert.Equal(("split", "", issue), (rule["kind"]!.GetValue<string>(), rule["who"]!.GetValue<string>(), rule["from"]!["id"]!.GetValue<long>()));
        await FollowAsync(first, client, issue, part, "later");
        await first.StopAsync();

        var second = await VocServer.StartAsync(folder: _folder);
        using var back = await second.WithKeyAsync("admin");
        await FollowAsync(second, back, issue, part, "saved");
        await second.StopAsync();

        File.Delete(Path.Combine(_folder, "detector.bin"));
        await using var third = await VocServer.StartAsync(folder: _folder);
        using var anew = await third.WithKeyAsync("admin");
        await FollowAsync(third, anew, issue, part, "anew");
        Assert.Equal([part, issue], (await ListedAsync(anew)).OrderDescending());
    }

    [Fact]
    public async Task What_people_make_one_again_stays_one_whatever_comes_later()
    {
        await using var server = await Rising.StartAsync(_folder);
        using var client = await server.SignedInAsync("product");
        var (issue, part) = await PartedAsync(server, client);
        var reports = Ids(await DetailAsync(client, issue)).Length + Ids(await DetailAsync(client, part)).Length;

        await (await client.PostAsJsonAsync("/api/v1/issues/merge", new { issues = new[] { issue, part }, into = issue })).JsonAsync(HttpStatusCode.OK);
        for (var i = 0; i < 3; i++)
        {
            await SayAsync(server, $"one-{i}", Login);
            await SayAsync(server, $"one-{i}", Charge);
            await Rising.UntilAsync(client, issue, detail => Ids(detail).Length >= reports + (8 * (i + 1)));
        }

        Assert.Equal([issue], await ListedAsync(client));
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync($"/api/v1/issues/{part}")).StatusCode);
    }

    [Fact]
    public async Task A_split_that_nobody_made_is_undone_and_a_deleted_one_leaves_later_reports_with_the_issue()
    {
        await using var server = await Rising.StartAsync(_folder);
        using var client = await server.SignedInAsync("product");
        var (issue, part) = await PartedAsync(server, client);
        var (before, split) = (Ids(await DetailAsync(client, issue)).Length, Ids(await DetailAsync(client, part)).Length);
        var rule = (await (await client.GetAsync($"/api/v1/issues/{part}/rules")).JsonAsync(HttpStatusCode.OK))[0]!["id"];

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/issues/rules/{rule}")).StatusCode);
        await SayAsync(server, "ended", Login);
        await SayAsync(server, "ended", Charge);
        await Rising.UntilAsync(client, issue, detail => Ids(detail).Length >= before + 8);

        Assert.Equal(split, Ids(await DetailAsync(client, part)).Length);
    }

    [Fact]
    public async Task Undone_within_a_day_it_is_one_issue_with_all_reports_and_stays_so()
    {
        await using var server = await Rising.StartAsync(_folder);
        using var client = await server.SignedInAsync("product");
        var (issue, part) = await PartedAsync(server, client);
        var reports = Ids(await DetailAsync(client, issue)).Length + Ids(await DetailAsync(client, part)).Length;
        var rule = (await (await client.GetAsync($"/api/v1/issues/{part}/rules")).JsonAsync(HttpStatusCode.OK))[0]!["id"];

        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/api/v1/issues/rules/{rule}/undo", null)).StatusCode);
        Assert.Equal(reports, Ids(await DetailAsync(client, issue)).Length);
        await SayAsync(server, "undone", Login);
        await SayAsync(server, "undone", Charge);
        await Rising.UntilAsync(client, issue, detail => Ids(detail).Length >= reports + 8);

        Assert.Equal([issue], await ListedAsync(client));
    }

    /// <summary>Says both until they are two issues; returns the one that was there and the one that was split off.</summary>
    private async Task<(long Issue, long Part)> PartedAsync(VocServer server, HttpClient client)
    {
        // All at once, so that they are found as one.
        await SayAsync(server, "first", [.. Login, .. Charge]);
        for (var i = 0; i < 12; i++)
        {
            await Task.Delay(1200);
            if ((await ListedAsync(client)).Order().ToArray() is [var issue, var part])
            {
                return (issue, part);
            }
            await SayAsync(server, $"two-{i}", [Login[i % 4], Charge[i % 4]]);
        }
        throw new TimeoutException("The two causes did not become two issues.");
    }

    /// <summary>Says both causes and waits until each issue has what is about its own.</summary>
    private async Task FollowAsync(VocServer server, HttpClient client, long issue, long part, string id)
    {
        var (one, other) = (Ids(await DetailAsync(client, issue)).Length, Ids(await DetailAsync(client, part)).Length);
        await SayAsync(server, id, Login);
        await SayAsync(server, id, Charge);
        var kept = await Rising.UntilAsync(client, issue, detail => Ids(detail).Length >= one + 4);
        var split = await Rising.UntilAsync(client, part, detail => Ids(detail).Length >= other + 4);
        Assert.Equal((one + 4, other + 4), (Ids(kept).Length, Ids(split).Length));
    }

    private async Task SayAsync(VocServer server, string id, string[] texts)
    {
        var now = TimeProvider.System.GetUtcNow();
        await server.Get<Inbox>().AcceptAsync(
            [.. texts.Select((text, i) => Some.Feedback($"{id}-{text}", ++_said + text, channel: Channel.Social) with { OccurredAt = now.AddSeconds(-i), Product = "P" })]);
        await server.DrainAsync();
    }

    private static (string Action, string Who, string? Reason) Change(JsonNode detail, string action) =>
        detail["history"]!.AsArray().Where(h => h!["action"]!.GetValue<string>() == action).Select(h => (action, h!["who"]!.GetValue<string>(), h["reason"]?.GetValue<string>())).Single();

    private static long[] Ids(JsonNode detail) => [.. detail["feedbackIds"]!.AsArray().Select(f => f!.GetValue<long>())];

    private static async Task<JsonNode> DetailAsync(HttpClient client, long issue) => await (await client.GetAsync($"/api/v1/issues/{issue}")).JsonAsync(HttpStatusCode.OK);

    private static async Task<IEnumerable<long>> ListedAsync(HttpClient client) =>
        (await (await client.GetAsync("/api/v1/issues?state=all")).JsonAsync(HttpStatusCode.OK))["items"]!.AsArray().Select(i => i!["id"]!.GetValue<long>());
}
