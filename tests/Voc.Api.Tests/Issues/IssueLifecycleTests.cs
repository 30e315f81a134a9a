using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class IssueLifecycleTests
{
    private const string Path = "/api/v1/issues";

    [Fact]
    public async Task An_issue_goes_from_new_to_verified_and_back_and_each_step_tells_from_what_to_what()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");

        foreach (var state in new[] { "acknowledged", "investigating", "fixed", "verified", "regressed", "investigating" })
        {
            Assert.Equal(state, (await PatchAsync(client, id, new { state })).GetProperty("state").GetString());
        }

        var history = await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}/history");
        Assert.Equal(
            ["new>acknowledged", "acknowledged>investigating", "investigating>fixed", "fixed>verified", "verified>regressed", "regressed>investigating"],
            history.EnumerateArray().Where(h => h.GetProperty("action").GetString() == "state").Select(h => $"{h.GetProperty("from")}>{h.GetProperty("to")}"));
        Assert.All(history.EnumerateArray(), h => Assert.Equal("user-product", h.GetProperty("who").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Path}/999/history")).StatusCode);
    }

    [Fact]
    public async Task A_fix_has_a_date_that_is_today_until_somebody_says_another()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");
        var today = CompanyDay.Of(TimeProvider.System.GetUtcNow(), server.Options.Zone);

        var first = (await PatchAsync(client, id, new { state = "fixed" })).GetProperty("fixedOn").GetString();
        var then = await PatchAsync(client, id, new { fixedOn = today.AddDays(-3).ToString("O", CultureInfo.InvariantCulture) });

        Assert.Equal(today.ToString("O", CultureInfo.InvariantCulture), first);
        Assert.Equal(today.AddDays(-3).ToString("O", CultureInfo.InvariantCulture), then.GetProperty("fixedOn").GetString());
        Assert.Equal(first, then.GetProperty("history").EnumerateArray().Last().GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_ticket_and_a_due_date_are_kept_changed_and_taken_away()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");

        var set = await PatchAsync(client, id, new { ticketUrl = " https://tickets.example/VOC-1 ", dueOn = "2027-01-31" });
        await PatchAsync(client, id, new { dueOn = "2027-02-01" });
        var cleared = await PatchAsync(client, id, new { ticketUrl = "", dueOn = "" });

        Assert.Equal(("https://tickets.example/VOC-1", "2027-01-31"), (set.GetProperty("ticketUrl").GetString(), set.GetProperty("dueOn").GetString()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (cleared.GetProperty("ticketUrl").ValueKind, cleared.GetProperty("dueOn").ValueKind));
        Assert.Equal(
            ["ticketUrl::https://tickets.example/VOC-1", "dueOn::2027-01-31", "dueOn:2027-01-31:2027-02-01", "ticketUrl:https://tickets.example/VOC-1:", "dueOn:2027-02-01:"],
            cleared.GetProperty("history").EnumerateArray().Select(h => $"{h.GetProperty("action")}:{h.GetProperty("from")}:{h.GetProperty("to")}"));
    }

    [Fact]
    public async Task Product_people_give_issues_to_each_other_and_to_nobody_who_cannot_change_them()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var product = await server.SignedInAsync("product");
        using var admin = await server.SignedInAsync("admin");
        using var support = await server.SignedInAsync("support");

        var people = await product.GetFromJsonAsync<JsonElement>($"{Path}/assignees");
        var given = await PatchAsync(product, id, new { assignee = "user-admin" });
        var refused = await product.PatchAsJsonAsync($"{Path}/{id}", new { assignee = "user-support" });

        Assert.Equal(["user-admin", "user-product"], people.EnumerateArray().Select(p => p.GetProperty("userName").GetString()));
        Assert.Equal("user-admin", given.GetProperty("assignee").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.GetAsync($"{Path}/assignees")).StatusCode);
    }

    [Theory]
    [InlineData("support")]
    [InlineData("researcher")]
    public async Task Who_cannot_change_an_issue_can_comment_on_it_and_delete_only_their_own(string role)
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var reader = await server.SignedInAsync(role);
        using var product = await server.SignedInAsync("product");
        using var key = await server.WithKeyAsync("read");

        var commented = await (await reader.PostAsJsonAsync($"{Path}/{id}/comments", new { text = "一行目\n二行目 <b>" })).Content.ReadFromJsonAsync<JsonElement>();
        var comment = commented.GetProperty("history").EnumerateArray().Last();
        var address = $"{Path}/{id}/comments/{comment.GetProperty("id").GetInt64()}";

        Assert.Equal(("user-" + role, "一行目\n二行目 <b>"), (comment.GetProperty("who").GetString(), comment.GetProperty("to").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await product.DeleteAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await key.PostAsJsonAsync($"{Path}/{id}/comments", new { text = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.PostAsJsonAsync($"{Path}/{id}/comments", new { text = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.PostAsJsonAsync($"{Path}/{id}/comments", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsJsonAsync($"{Path}/999/comments", new { text = "x" })).StatusCode);
        var deleted = await (await reader.DeleteAsync(address)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["comment:", "commentDeleted:"], deleted.GetProperty("history").EnumerateArray().Select(h => $"{h.GetProperty("action")}:{h.GetProperty("to")}"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.DeleteAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_muted_issue_wakes_by_itself_when_it_grew_as_much_as_was_said()
    {
        await using var server = await VocServer.StartAsync();
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");
        await PatchAsync(client, id, new { state = "investigating" });
        var muted = await PatchAsync(client, id, new { state = "muted", mute = new { growthPercent = 50 } });

        await SomeIssue.ReportAsync(server, id, 0, 0, 2);
        await server.Get<IssueFollowUp>().FollowAsync(CancellationToken.None);
        var before = await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}");
        await SomeIssue.ReportAsync(server, id, 1, 1, 1);
        await server.Get<IssueFollowUp>().FollowAsync(CancellationToken.None);
        var after = await client.GetFromJsonAsync<JsonElement>($"{Path}/{id}");

        Assert.Equal(6, muted.GetProperty("mute").GetProperty("reports").GetInt32());
        Assert.Equal(("muted", "investigating"), (before.GetProperty("state").GetString(), after.GetProperty("state").GetString()));
        Assert.Equal(JsonValueKind.Null, after.GetProperty("mute").ValueKind);
        var last = after.GetProperty("history").EnumerateArray().Last();
        Assert.Equal(("", "grew", "muted"), (last.GetProperty("who").GetString(), last.GetProperty("reason").GetString(), last.GetProperty("from").GetString()));
    }

    [Fact]
    public async Task A_muted_issue_wakes_by_itself_on_its_day()
    {
        var time = new ShiftedTime();
        await using var server = await VocServer.StartAsync(services: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        var id = await SomeIssue.AddAsync(server);
        using var client = await server.SignedInAsync("product");
        var until = CompanyDay.Of(time.GetUtcNow(), server.Options.Zone).AddDays(2);
        await PatchAsync(client, id, new { state = "muted", mute = new { until = until.ToString("O", CultureInfo.InvariantCulture) } });

        var states = new List<IssueState>();
        for (var day = 0; day < 3; day++)
        {
            await server.Get<IssueFollowUp>().FollowAsync(CancellationToken.None);
            using var context = server.Get<Store>().Context();
            states.Add(context.Set<IssueRow>().Single().State);
            time.Forward(TimeSpan.FromDays(1));
        }

        Assert.Equal([IssueState.Muted, IssueState.Muted, IssueState.New], states);
    }

    private static async Task<JsonElement> PatchAsync(HttpClient client, long id, object change)
    {
        var answer = await client.PatchAsJsonAsync($"{Path}/{id}", change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
