using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Feedbacks;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues;

public sealed class IssueDetectionTests
{
    private static readonly string[] Ordinary =
    [
        "配送が早くて助かりました。", "説明書の字が小さい。", "色が写真と違う気がする。", "使い方を教えてください。", "毎日使っています。満足です。",
        "箱がつぶれていた。", "音が少し気になる。", "電話がつながりにくい。", "値段の割に良い。", "部品を追加で買えますか。",
    ];

    [Fact]
    public async Task A_burst_reaches_a_watching_client_within_a_second_of_the_report_that_tips_it()
    {
        await using var server = await VocServer.StartAsync();
        await ArchiveAsync(server);
        await using var client = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await client.SubscribeAsync();

        var watch = Stopwatch.StartNew();
        var tipped = TimeSpan.Zero;
        var changed = client.NextAsync(LiveMessages.IssueChanged, TimeSpan.FromSeconds(60));
        for (var i = 0; i < 20 && !changed.IsCompleted; i++)
        {
            await SendAsync(server, $"burst-{i}", $"{i}回やってもログインできない。", TimeProvider.System.GetUtcNow());
            await server.DrainAsync();
            tipped = watch.Elapsed;
            await Task.WhenAny(changed, Task.Delay(1500));
        }
        var issue = (await changed)["issue"]!;

        Assert.Contains("ログイン", issue["title"]!.GetValue<string>(), StringComparison.Ordinal);
        using var reader = await server.WithKeyAsync("read");
        var why = (await reader.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{issue["id"]}")).GetProperty("why");
        Assert.Contains("お知らせしませんでした", why.GetProperty("ja").GetString(), StringComparison.Ordinal);
        Assert.Contains("would have kept it quiet", why.GetProperty("en").GetString(), StringComparison.Ordinal);
        // Twice the aim: the machine that runs the tests runs other things too.
        Assert.InRange(watch.Elapsed - tipped, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_was_committed_while_nobody_judged_it_is_judged_at_the_next_start_as_of_its_day()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var day = TimeProvider.System.GetUtcNow().AddDays(-3);
        var blind = await VocServer.StartAsync(services: WithoutDetection, folder: folder);
        await SendArchiveAsync(blind);
        for (var i = 0; i < 12; i++)
        {
            await SendAsync(blind, $"missed-{i}", $"{i}回やってもログインできない。", day.AddSeconds(-i));
        }
        await blind.DrainAsync();
        var judged = CompanyDay.Of(day, blind.Options.Zone).DayNumber - 2;
        await blind.Get<GroupCommitWriter>().WriteAsync(connection => connection.Execute("INSERT INTO detection (Id, Cursor, ScannedThrough, StartedAt) VALUES (1, 0, $day, 0)", ("$day", judged)));
        await blind.StopAsync();

        await using var again = await VocServer.StartAsync(folder: folder);
        var issue = Assert.Single(await IssuesAsync(again, list => list.Count > 0));

        Assert.Equal(CompanyDay.Of(day, again.Options.Zone), CompanyDay.Of(issue.DetectedAt, again.Options.Zone));
        Assert.Equal(12, issue.Count);
    }

    [Fact]
    public async Task Old_feedback_that_is_imported_later_raises_no_issue()
    {
        await using var server = await GrownUpAsync();
        var old = TimeProvider.System.GetUtcNow().AddDays(-60);

        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, 100).Select(i => Some.Feedback($"old-{i}", $"{i}年前からログインできない。") with { OccurredAt = old.AddMinutes(i), Product = "P" })]);
        await server.DrainAsync();
        await SendAsync(server, "now", "今日も使っています。", TimeProvider.System.GetUtcNow());
        await server.DrainAsync();
        await Task.Delay(2500);

        Assert.Empty(server.Issues());
    }

    [Fact]
    public async Task Two_years_of_another_source_that_come_at_once_raise_no_issue()
    {
        await using var server = await GrownUpAsync();
        var now = TimeProvider.System.GetUtcNow();
        await server.SourceAsync("call-centre");

        foreach (var batch in Enumerable.Range(0, 4000).Chunk(500))
        {
            await server.Get<Inbox>().AcceptAsync([.. batch.Select(i => Some.Feedback($"c-{i}", Ordinary[i * 7 % 10] + i, channel: Channel.CallNote) with
            {
                Source = "call-centre",
                OccurredAt = now.AddHours(-4.38 * i),
                Product = "P",
                Attributes = new Dictionary<string, string> { ["region"] = i % 2 == 0 ? "東" : "西" },
            })]);
        }
        await server.DrainAsync();
        for (var i = 0; i < 12; i++)
        {
            await SendAsync(server, $"after-{i}", $"{i}回やってもログインできない。", TimeProvider.System.GetUtcNow());
        }
        await server.DrainAsync();

        var issue = Assert.Single(await IssuesAsync(server, list => list.Count > 0));
        Assert.Contains("ログイン", issue.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_goes_back_a_day_neither_repeats_an_issue_nor_ends_it()
    {
        var time = new ShiftedTime();
        await using var server = await VocServer.StartAsync(services: builder => builder.Services.AddSingleton<TimeProvider>(time));
        await ArchiveAsync(server);
        async Task SayAsync(string id, int count)
        {
            for (var i = 0; i < count; i++)
            {
                await SendAsync(server, $"{id}-{i}", $"{i}回やってもログインできない。", time.GetUtcNow());
            }
            await server.DrainAsync();
        }

        await SayAsync("first", 12);
        var found = Assert.Single(await IssuesAsync(server, list => list.Count > 0));
        time.Forward(TimeSpan.FromHours(-26));
        await SayAsync("back", 6);
        await Task.Delay(2000);
        time.Forward(TimeSpan.FromHours(26));
        await SayAsync("again", 6);
        var grown = Assert.Single(await IssuesAsync(server, list => list[0].Customers >= 24));

        Assert.Equal(found.Id, grown.Id);
        Assert.Equal("new", grown.State);
    }

    [Fact]
    public async Task What_was_deleted_counts_towards_no_alarm()
    {
        await using var server = await VocServer.StartAsync();
        await ArchiveAsync(server);

        for (var i = 0; i < 12; i++)
        {
            var sent = await SendAsync(server, $"gone-{i}", $"{i}回やってもログインできない。", TimeProvider.System.GetUtcNow());
            await server.DrainAsync();
            await Task.Delay(700);
            await server.Get<FeedbackDeletion>().DeleteAsync(sent[0].Id, "somebody", default);
        }

        Assert.Empty(server.Issues());
    }

    private static void WithoutDetection(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(IssueDetectionService)));

    /// <summary>Seventy days of ordinary feedback.</summary>
    private static async Task SendArchiveAsync(VocServer server)
    {
        await server.SourceAsync("shop");
        var now = TimeProvider.System.GetUtcNow();
        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, 700).Select(i => Some.Feedback($"a-{i}", Ordinary[i % 10] + (i / 10)) with { OccurredAt = now.AddDays(-70 + (i / 10)).AddMinutes(-i % 10), Product = "P" })]);
        await server.DrainAsync();
    }

    /// <summary>A service that has judged seventy days of ordinary feedback and runs for so long that what is old changes nothing it judged.</summary>
    private static async Task<VocServer> GrownUpAsync()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var young = await VocServer.StartAsync(folder: folder);
        await ArchiveAsync(young);
        await young.Get<GroupCommitWriter>().WriteAsync(connection => connection.Execute("UPDATE detection SET StartedAt = 0"));
        await young.StopAsync();
        return await VocServer.StartAsync(folder: folder);
    }

    /// <summary>Seventy days of ordinary feedback, judged.</summary>
    private static async Task ArchiveAsync(VocServer server)
    {
        await SendArchiveAsync(server);
        using var connection = server.Get<Store>().Open();
        var last = server.Get<Voc.Api.Storage.EventLog>().LastSequence();
        for (var i = 0; (long?)connection.Scalar("SELECT Cursor FROM detection") < last; i++)
        {
            Assert.True(i < 300, "The archive was not judged within half a minute.");
            await Task.Delay(100);
        }
    }

    private static Task<IReadOnlyList<Receipt>> SendAsync(VocServer server, string id, string text, DateTimeOffset at) =>
        server.Get<Inbox>().AcceptAsync([Some.Feedback(id, text, channel: Channel.Social) with { OccurredAt = at, Product = "P" }]);

    private static async Task<IReadOnlyList<IssueSummary>> IssuesAsync(VocServer server, Func<IReadOnlyList<IssueSummary>, bool> ready)
    {
        for (var i = 0; i < 300; i++)
        {
            var issues = server.Issues();
            if (ready(issues))
            {
                return issues;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("No such issues within half a minute.");
    }
}
