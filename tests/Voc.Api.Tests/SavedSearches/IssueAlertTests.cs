using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Issues.Grouping;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Issues;

namespace Voc.Api.Tests.SavedSearches;

/// <summary>Saved searches for an issue's feedback, which is known to be the issue's only after it has arrived.</summary>
public sealed class IssueAlertTests
{
    private readonly ShiftedTime _time = new();

    [Fact]
    public async Task What_an_issue_gets_after_it_arrived_is_told_and_what_another_part_of_the_search_found_is_not_told_twice()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var issue = await SomeIssue.AddAsync(server);
        var watching = await SaveAsync(admin, $"issue:{issue}");
        var either = await SaveAsync(admin, $"issue:{issue} OR 合鍵");

        var late = await ArriveAsync(server, "玄関が施錠できない。", "合鍵でも閉まらない。");
        await AlertsAsync(admin, either, 1);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Empty(await AlertsAsync(admin, watching, 0));
        await LinkAsync(server, issue, late);
        var told = await AlertsAsync(admin, watching, 1);
        _time.Forward(TimeSpan.FromMinutes(2));
        var all = await AlertsAsync(admin, either, 2);

        Assert.Equal(2, told.Single()!["count"]!.GetValue<int>());
        Assert.Equal([1, 1], all.Select(a => a!["count"]!.GetValue<int>()));
        Assert.Equal(["玄関が施錠できない。", "合鍵でも閉まらない。"], all.Select(a => a!["quotes"]![0]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_people_move_to_an_issue_is_nothing_new()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var (issue, other) = (await SomeIssue.AddAsync(server), await SomeIssue.AddAsync(server, 7));
        var watching = await SaveAsync(admin, $"issue:{issue}");

        await (await admin.PostAsJsonAsync("/api/v1/issues/merge", new { issues = new[] { issue, other } })).JsonAsync(HttpStatusCode.OK);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Empty(await AlertsAsync(admin, watching, 0));
        await LinkAsync(server, other, await ArriveAsync(server, "施錠の音がしない。"));

        Assert.Equal(1, (await AlertsAsync(admin, watching, 1)).Single()!["count"]!.GetValue<int>());
    }

    private Task<VocServer> StartAsync() => VocServer.StartAsync(services: builder =>
    {
        SomeIssue.WithoutDetection(builder);
        builder.Services.AddSingleton<TimeProvider>(_time);
    });

    private static async Task<long> SaveAsync(HttpClient client, string query) => (await (await client.PostAsJsonAsync("/api/v1/saved-searches", new
    {
        name = query,
        query = "q=" + Uri.EscapeDataString(query),
        alert = new { on = "match", coolDownMinutes = 1 },
    })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<long>();

    private async Task<IReadOnlyList<long>> ArriveAsync(VocServer server, params string[] texts)
    {
        var said = _time.GetUtcNow();
        var receipts = await server.Get<Inbox>().AcceptAsync([.. texts.Select(text => Some.Feedback(Guid.NewGuid().ToString("N"), text) with { OccurredAt = said })]);
        await server.DrainAsync();
        return [.. receipts.Select(r => r.Id)];
    }

    /// <summary>Gives feedback to an issue as the detector does.</summary>
    private Task<bool> LinkAsync(VocServer server, long issue, IReadOnlyList<long> feedback) => server.Get<GroupCommitWriter>().WriteAsync(connection =>
    {
        using var context = connection.Context();
        new IssueRouting(connection, context, _time.GetUtcNow()).Deliver(context.AnyIssue(issue)!, feedback);
        return true;
    });

    private static async Task<JsonArray> AlertsAsync(HttpClient client, long search, int count)
    {
        for (var i = 0; ; i++)
        {
            var alerts = (await (await client.GetAsync($"/api/v1/saved-searches/{search}/alerts")).JsonAsync(HttpStatusCode.OK)).AsArray();
            if (alerts.Count >= count)
            {
                return alerts;
            }
            Assert.True(i < 200, $"{alerts.Count} alerts instead of {count}.");
            await Task.Delay(50);
        }
    }
}
