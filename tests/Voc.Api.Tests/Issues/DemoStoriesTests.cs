using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Demo;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues;

/// <summary>The demo's 90 days of ordinary texts with five stories in them, what its people did about them, and a sixth story that happens live.</summary>
public sealed class DemoStoriesTests
{
    private static readonly Dictionary<string, string> ProductOf = new()
    {
        ["login"] = "ほしアプリ",
        ["dock"] = "そらクリーナー S-3",
        ["smell"] = "しずく加湿器 M-2",
        ["okayu"] = "ホシゾラ炊飯器 H-10",
        ["warm"] = "ホシゾラ炊飯器 H-10",
        ["double"] = "ホシゾラ便",
    };

    /// <param name="now">When the new user begins: on any day of the week at any hour.</param>
    [Theory]
    [InlineData("2026-11-22T17:10+09:00")]
    [InlineData("2026-11-23T16:20+09:00")]
    [InlineData("2026-11-23T23:07+09:00")]
    [InlineData("2026-11-24T10:00+09:00")]
    [InlineData("2026-11-25T09:05+09:00")]
    [InlineData("2027-01-01T00:30+09:00")]
    [InlineData("2027-04-09T23:40+09:00")]
    [InlineData("2027-05-05T13:00+09:00")]
    public async Task Each_story_becomes_one_issue_found_while_it_grew_and_a_restart_neither_repeats_nor_loses_any(string now)
    {
        var ahead = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow();
        void AddDemoAtThatTime(WebApplicationBuilder builder)
        {
            AddDemo(builder);
            builder.Services.AddSingleton<TimeProvider>(new ClockAhead(ahead));
        }

        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        IReadOnlyList<IssueSummary> archive;
        IReadOnlyList<IssueSummary> before;
        var server = await VocServer.StartAsync(services: AddDemoAtThatTime, folder: folder);
        await SendArchiveAsync(server);
        archive = await IssuesAsync(server, list => list.Count >= 5);
        AssertStories(server, archive, ["login", "dock", "smell", "okayu", "warm"]);
        Assert.All(archive, issue => Assert.NotEmpty(server.Get<IssueReader>().Detail(issue.Id)!.Quotes));
        await server.Get<DemoPeople>().AddAsync();
        await server.Get<DemoTriage>().ReplayAsync(default);
        AssertTriage(server, archive);

        await using (var client = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read")))
        {
            await client.SubscribeAsync();
            await TellStoryAsync(server, 0, 40);
            await UntilAsync(async () => (await client.NextAsync(LiveMessages.IssueChanged))["issue"]!["product"]?.GetValue<string>() == ProductOf["double"]);
        }
        before = await IssuesAsync(server, list => list.Any(i => i.Product == ProductOf["double"] && Feedback(server, i.Id) >= 25));
        AssertStories(server, before, [.. ProductOf.Keys]);
        await server.StopAsync();

        await using var again = await VocServer.StartAsync(services: AddDemoAtThatTime, folder: folder);
        var live = before.Single(i => i.Product == ProductOf["double"]);
        var linked = Feedback(again, live.Id);
        await TellStoryAsync(again, 40, 60);
        var after = await IssuesAsync(again, list => Feedback(again, live.Id) > linked);

        Assert.Equal(before.Select(i => i.Id).Order(), after.Select(i => i.Id).Order());
        Assert.Equal(before.Select(i => i.DetectedAt).Order(), after.Select(i => i.DetectedAt).Order());
    }

    [Fact]
    public async Task The_days_of_an_archive_that_came_in_just_before_a_stop_are_judged_after_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var young = await VocServer.StartAsync(folder: folder);
        await UntilAsync(() => Task.FromResult(Detections(young) == 1));
        await young.StopAsync();
        var importing = await VocServer.StartAsync(folder: folder, services: builder =>
        {
            AddDemo(builder);
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(IssueDetectionService)));
        });
        await SendArchiveAsync(importing);
        await importing.StopAsync();

        await using var server = await VocServer.StartAsync(folder: folder);
        var found = await IssuesAsync(server, list => list.Count >= 4);

        var today = TimeProvider.System.GetUtcNow();
        Assert.True(found.Count(i => i.DetectedAt < today.AddDays(-2)) >= 2, string.Join(", ", found.Select(i => i.DetectedAt)));
    }

    private static long Detections(VocServer server)
    {
        using var connection = server.Get<Store>().Open();
        return (long)connection.Scalar("SELECT count(*) FROM detection")!;
    }

    private static void AddDemo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => DemoTexts.Load());
        builder.Services.AddSingleton<DemoSender>();
        builder.Services.AddSingleton<DemoPeople>();
        builder.Services.AddSingleton<DemoTriage>();
    }

    private static async Task SendArchiveAsync(VocServer server)
    {
        var sender = server.Get<DemoSender>();
        await sender.EnsureSourcesAsync(default);
        await sender.SendAsync(new DemoCalendar(server.Get<TimeProvider>().GetUtcNow(), server.Options.Zone).Place(server.Get<DemoTexts>().Archive), default);
        await server.DrainAsync();
    }

    private static async Task TellStoryAsync(VocServer server, int from, int to)
    {
        foreach (var text in server.Get<DemoTexts>().Emerging.Take(to).Skip(from))
        {
            await server.Get<DemoSender>().SendNowAsync(text, 0, default);
        }
        await server.DrainAsync();
    }

    private static void AssertStories(VocServer server, IReadOnlyList<IssueSummary> issues, IReadOnlyList<string> stories)
    {
        var told = issues.ToDictionary(i => i, i => MainStory(server, i.Id));
        var report = string.Join("\n", told.Select(t => $"{t.Value}: {t.Key.Title} {t.Key.Count}/{t.Key.Expected:0.00} p={t.Key.PValue:e1} #{t.Key.Id} {t.Key.DetectedAt:MM-dd HH:mm} {string.Join(' ', t.Key.Terms)} ({server.Get<IssueReader>().Detail(t.Key.Id)!.FeedbackIds.Count} reports)"));
        Assert.All(stories, story => Assert.True(told.Count(t => t.Value == story) == 1, $"{story}\n{report}"));
        Assert.True(issues.Count <= stories.Count + 1, report);
        Assert.All(told.Where(t => t.Value is not null), t => Assert.Equal(ProductOf[t.Value!], t.Key.Product));
        Assert.All(told.Where(t => t.Value is not null), t => Assert.Equal(t.Value == "okayu" ? "positive" : "negative", t.Key.Polarity));
        Assert.All(told.Where(t => t.Value is not null), t => Assert.InRange(t.Key.DetectedAt, t.Key.FirstSeen, t.Key.LastSeen.AddDays(1)));
        if (told.FirstOrDefault(t => t.Value == "smell").Key is { } smell)
        {
            Assert.InRange((server.Get<TimeProvider>().GetUtcNow() - smell.DetectedAt).TotalDays, 13, 20);
            Assert.Equal("critical", smell.Severity);
        }
    }

    /// <summary>What the demo's people did stands at its days, and what became of it the service found by itself.</summary>
    private static void AssertTriage(VocServer server, IReadOnlyList<IssueSummary> issues)
    {
        var told = issues.Select(i => (Story: MainStory(server, i.Id), Issue: server.Get<IssueReader>().Detail(i.Id)!)).Where(t => t.Story is not null).ToDictionary(t => t.Story!, t => t.Issue);
        var warm = told["warm"];
        var report = $"{warm.Effect}\n{string.Join("\n", warm.History)}";
        Assert.True(warm.State == "verified", report);
        Assert.Equal("verified", warm.Effect!.Verdict);
        Assert.Equal(["acknowledged", "investigating", "fixed", "verified"], warm.History.Where(h => h.Action == IssueActions.State).Select(h => h.To));
        Assert.Equal(warm.History.Select(h => h.At).Order(), warm.History.Select(h => h.At));
        // As soon as two weeks after the fix can tell, and not when the demo began.
        var verified = warm.History.Single(h => h.To == "verified").At;
        Assert.InRange((verified - warm.History.Single(h => h.To == "fixed").At).TotalDays, 13, 24);
        Assert.All(warm.History, h => Assert.Equal(h.Reason == "effect" || h.Action == IssueActions.Detected ? "" : "demo", h.Who.Split('-')[0]));
        Assert.InRange(warm.Effect.FixedOn.DayNumber, CompanyDay.Of(warm.DetectedAt, server.Options.Zone).DayNumber, CompanyDay.Of(warm.LastSeen, server.Options.Zone).DayNumber);
        Assert.Contains(warm.Series, point => point.Date == warm.Effect.FixedOn);
        Assert.Equal("investigating", told["login"].State);
        Assert.Equal("fixed", told["smell"].State);
        Assert.Equal("new", told["okayu"].State);
        // The fix of this one did not help; how soon that can be told depends on the day the demo starts on.
        Assert.True(told["dock"].State is "fixed" or "regressed", told["dock"].State);
    }

    /// <summary>The story most of an issue's feedback tells, or null where most is ordinary.</summary>
    private static string? MainStory(VocServer server, long issue)
    {
        using var context = server.Get<Store>().Context();
        var texts = server.Get<DemoTexts>();
        var stories = texts.Archive.Concat(texts.Emerging).ToDictionary(t => t.Id, t => t.Story);
        return context.Set<IssueFeedbackRow>().Where(l => l.IssueId == issue).Select(l => l.Feedback!.ExternalId).AsEnumerable()
            .GroupBy(id => stories.GetValueOrDefault(id.EndsWith("-0", StringComparison.Ordinal) && !stories.ContainsKey(id) ? id[..^2] : id))
            .MaxBy(g => g.Count())?.Key;
    }

    private static int Feedback(VocServer server, long issue)
    {
        using var context = server.Get<Store>().Context();
        return context.Set<IssueFeedbackRow>().Count(l => l.IssueId == issue);
    }

    private static async Task<IReadOnlyList<IssueSummary>> IssuesAsync(VocServer server, Func<IReadOnlyList<IssueSummary>, bool> ready)
    {
        IReadOnlyList<IssueSummary> issues = [];
        await UntilAsync(() => Task.FromResult(ready(issues = server.Issues())));
        return issues;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3), "It took more than three minutes.");
            await Task.Delay(100);
        }
    }

    private sealed class ClockAhead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
