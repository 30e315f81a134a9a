using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Issues;
using Voc.Api.Replays;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Replays;

public sealed class ReplayTests
{
    [Fact]
    public async Task Alarms_of_the_past_stand_beside_what_people_found_real_missed_muted_and_never_saw()
    {
        await using var server = await PastArchive.StartAsync();
        var real = await PastArchive.RecordAsync(server, IssueState.Verified, PastArchive.Burst.AddDays(2), id => id.StartsWith("burst-", StringComparison.Ordinal));
        var missed = await PastArchive.RecordAsync(server, IssueState.Acknowledged, PastArchive.First.AddDays(80), id => id is "a-80-0" or "a-79-1" or "a-78-2");
        await PastArchive.RecordAsync(server, IssueState.Acknowledged, PastArchive.First.AddDays(20), id => id is "a-20-0" or "a-20-1");
        using var client = await server.SignedInAsync("product");

        var id = await PastArchive.StartReplayAsync(client, PastArchive.Request(copies: 2));
        var replay = await PastArchive.UntilAsync(client, id, PastArchive.IsDone);

        var result = replay["result"]!;
        var alarm = result["alarms"]!.AsArray().Single(a => a!["issue"]?["id"]?.GetValue<long>() == real)!;
        Assert.Contains("ログイン", alarm["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(PastArchive.Burst, CompanyDay.Of(alarm["detectedAt"]!.GetValue<DateTimeOffset>(), server.Options.Zone));
        Assert.Equal("ポット", alarm["product"]!.GetValue<string>());
        Assert.True(alarm["count"]!.GetValue<int>() > 2 * alarm["expected"]!.GetValue<double>());
        Assert.Equal((-2, "real", "verified"), (alarm["issue"]!["days"]!.GetValue<int>(), alarm["issue"]!["judgement"]!.GetValue<string>(), alarm["issue"]!["state"]!.GetValue<string>()));
        // The issue of the period that shares nothing with an alarm is missed; the one of before the period is not asked about.
        Assert.Equal([(missed, null), (real, -2)], result["real"]!.AsArray().Select(r => (r!["id"]!.GetValue<long>(), r["days"]?.GetValue<int>())));
        var outcome = replay["replay"]!["outcome"]!;
        Assert.Equal((2, 1, -2.0), (outcome["real"]!.GetValue<int>(), outcome["found"]!.GetValue<int>(), outcome["medianDays"]!.GetValue<double>()));
        Assert.Equal(result["alarms"]!.AsArray().Count, outcome["alarms"]!.GetValue<int>());
        Assert.Equal(result["alarms"]!.AsArray().Count(a => a!["issue"] is null), outcome["unseen"]!.GetValue<int>());
        Assert.Equal(372, result["feedback"]!.GetValue<int>());
        var quotes = await (await client.GetAsync($"/api/v1/replays/{id}/alarms/{alarm["number"]}")).JsonAsync(HttpStatusCode.OK);
        Assert.Contains(quotes["quotes"]!.AsArray(), q => q!["text"]!.GetValue<string>().EndsWith("ログインできない。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Alarms_are_as_grave_as_the_company_weighs_them()
    {
        await using var server = await PastArchive.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        async Task<string> SeverityAsync()
        {
            var replay = await PastArchive.UntilAsync(admin, await PastArchive.StartReplayAsync(admin, PastArchive.Request()), PastArchive.IsDone);
            return replay["result"]!["alarms"]!.AsArray().Single(a => a!["title"]!.GetValue<string>().Contains("ログイン", StringComparison.Ordinal))!["severity"]!.GetValue<string>();
        }

        var shipped = await SeverityAsync();
        var info = await (await admin.GetAsync("/api/v1/issues/severity")).JsonAsync(HttpStatusCode.OK);
        var settings = info["settings"]!.AsObject();
        settings["safetyWords"] = new JsonArray("ログイン");
        settings["safety"] = 100;
        (await admin.PutAsJsonAsync("/api/v1/issues/severity", new { version = info["version"]!.GetValue<long>(), settings })).EnsureSuccessStatusCode();

        Assert.NotEqual("critical", shipped);
        Assert.Equal("critical", await SeverityAsync());
    }

    [Theory]
    [InlineData("Muted", "muted", 1, 0)]
    [InlineData("New", "open", 0, 1)]
    public async Task An_issue_nobody_took_for_real_is_neither_found_nor_missed(string state, string judgement, int muted, int notJudged)
    {
        await using var server = await PastArchive.StartAsync();
        await PastArchive.RecordAsync(server, Enum.Parse<IssueState>(state), PastArchive.Burst, id => id.StartsWith("burst-", StringComparison.Ordinal));
        using var client = await server.SignedInAsync("product");

        var replay = await PastArchive.UntilAsync(client, await PastArchive.StartReplayAsync(client, PastArchive.Request()), PastArchive.IsDone);

        Assert.Contains(replay["result"]!["alarms"]!.AsArray(), a => a!["issue"]?["judgement"]?.GetValue<string>() == judgement);
        Assert.Empty(replay["result"]!["real"]!.AsArray());
        var outcome = replay["replay"]!["outcome"]!;
        Assert.Equal((0, muted, notJudged), (outcome["real"]!.GetValue<int>(), outcome["muted"]!.GetValue<int>(), outcome["notJudged"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_curve_tries_every_setting_and_estimates_the_false_alarms_of_each_with_its_interval()
    {
        await using var server = await PastArchive.StartAsync(perDay: 3);
        using var client = await server.SignedInAsync("product");

        var replay = await PastArchive.UntilAsync(client, await PastArchive.StartReplayAsync(client, PastArchive.Request(3, copies: 2, curve: true)), PastArchive.IsDone);

        var settings = replay["result"]!["settings"]!.AsArray();
        Assert.Equal([0.5, 1, 2, 3, 4, 8, 16, 26, 52], settings.Select(s => s!["falseAlarmsPerYear"]!.GetValue<double>()));
        Assert.All(settings, setting =>
        {
            var estimate = setting!["falseAlarms"]!;
            var (total, years) = (estimate["counts"]!.AsArray().Sum(c => c!.GetValue<int>()), estimate["years"]!.GetValue<double>());
            Assert.Equal(2, estimate["counts"]!.AsArray().Count);
            Assert.Equal(2 * 60 / 365.25, years, 0.01);
            Assert.Equal(total / years, estimate["perYear"]!.GetValue<double>(), 0.1);
            Assert.InRange(estimate["perYear"]!.GetValue<double>(), estimate["low"]!.GetValue<double>(), estimate["high"]!.GetValue<double>());
            Assert.True(estimate["high"]!.GetValue<double>() > 3 / years);
        });
        Assert.Equal(replay["replay"]!["outcome"]!.ToJsonString(), settings.Single(s => s!["falseAlarmsPerYear"]!.GetValue<double>() == 3)!.ToJsonString());
    }

    [Fact]
    public async Task A_person_has_one_replay_at_a_time_sees_how_far_it_is_and_can_cancel_it()
    {
        await using var server = await PastArchive.StartAsync();
        using var client = await server.SignedInAsync("product");
        using var admin = await server.SignedInAsync("admin");
        var id = await PastArchive.StartReplayAsync(client, PastArchive.Request(copies: 10, curve: true));

        var refused = await client.PostAsJsonAsync("/api/v1/replays", PastArchive.Request());
        Assert.Equal("running", (await refused.JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        var running = await PastArchive.UntilAsync(client, id, r => r["replay"]!["progress"]?["share"]?.GetValue<double>() > 0);
        Assert.InRange(running["replay"]!["progress"]!["share"]!.GetValue<double>(), 0, 1);
        var other = await PastArchive.StartReplayAsync(admin, PastArchive.Request());
        Assert.Equal("queued", (await (await admin.GetAsync($"/api/v1/replays/{other}")).JsonAsync(HttpStatusCode.OK))["replay"]!["state"]!.GetValue<string>());
        Assert.Equal("not-owner", (await (await client.DeleteAsync($"/api/v1/replays/{other}")).JsonAsync(HttpStatusCode.Forbidden))["code"]!.GetValue<string>());

        var cancelled = await (await client.DeleteAsync($"/api/v1/replays/{id}")).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("cancelled", cancelled["state"]!.GetValue<string>());
        // The next one runs, and its end does not bring the cancelled one back.
        await PastArchive.UntilAsync(admin, other, PastArchive.IsDone);
        Assert.Equal("cancelled", PastArchive.StateOf((await (await client.GetAsync($"/api/v1/replays/{id}")).JsonAsync(HttpStatusCode.OK))));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/replays/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/replays/{id}")).StatusCode);
    }

    [Fact]
    public async Task After_a_restart_results_are_there_and_what_was_interrupted_says_so_and_can_run_again()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await PastArchive.StartAsync(folder);
        using var client = await first.SignedInAsync("product");
        var done = await PastArchive.StartReplayAsync(client, PastArchive.Request());
        var before = await PastArchive.UntilAsync(client, done, PastArchive.IsDone);
        var long1 = await PastArchive.StartReplayAsync(client, PastArchive.Request(copies: 10, curve: true));
        await PastArchive.UntilAsync(client, long1, r => r["replay"]!["progress"] is not null);
        await first.StopAsync();

        await using var again = await VocServer.StartAsync(services: PastArchive.WithoutDetection, folder: folder);
        using var back = again.Anonymous();
        await back.PostAsJsonAsync("/api/v1/session", new { userName = "user-product", password = VocServer.Password });
        var interrupted = await PastArchive.UntilAsync(back, long1, r => PastArchive.StateOf(r) == "interrupted");

        Assert.NotNull(interrupted["replay"]!["finishedAt"]);
        Assert.Equal(before.ToJsonString(), (await (await back.GetAsync($"/api/v1/replays/{done}")).JsonAsync(HttpStatusCode.OK)).ToJsonString());
        var list = await (await back.GetAsync("/api/v1/replays")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal([long1, done], list["items"]!.AsArray().Select(r => r!["id"]!.GetValue<int>()));
        await PastArchive.UntilAsync(back, await PastArchive.StartReplayAsync(back, PastArchive.Request()), PastArchive.IsDone);
    }

    [Fact]
    public async Task The_last_twenty_are_kept_and_only_so_many_may_wait()
    {
        await using var server = await VocServer.StartAsync();
        var replays = server.Get<ReplayStore>();
        ReplayRow Row(string owner, ReplayState state) => new() { Owner = owner, State = state, FalseAlarmsPerYear = 4, Copies = 1 };

        for (var i = 0; i < 25; i++)
        {
            await replays.AddAsync(Row("product", ReplayState.Done), default);
        }
        var admitted = new List<ReplayAdmission>();
        for (var i = 0; i < 6; i++)
        {
            admitted.Add(await replays.AddAsync(Row("p" + i, ReplayState.Queued), default));
        }

        Assert.Equal([.. Enumerable.Repeat(ReplayAdmission.Admitted, 5), ReplayAdmission.Full], admitted);
        Assert.InRange(replays.List().Count(r => r.Owner == "product"), 15, 20);
    }

    [Theory]
    [InlineData("""{"to":"2026-04-30"}""", "from")]
    [InlineData("""{"from":"2026-03-01"}""", "to")]
    [InlineData("""{"from":"2026-03-02","to":"2026-03-01"}""", "to")]
    [InlineData("""{"from":"2020-03-02","to":"2026-03-01"}""", "to")]
    [InlineData("""{"from":"2020-01-01","to":"2020-03-01"}""", "from")]
    [InlineData("""{"from":"2026-03-01","to":"2026-04-30","copies":0}""", "copies")]
    [InlineData("""{"from":"2026-03-01","to":"2026-04-30","copies":11}""", "copies")]
    [InlineData("""{"from":"2026-03-01","to":"2026-04-30","falseAlarmsPerYear":0}""", "falseAlarmsPerYear")]
    [InlineData("""{"from":"2026-03-01","to":"2026-04-30","falseAlarmsPerYear":1001}""", "falseAlarmsPerYear")]
    public async Task What_cannot_be_replayed_is_refused_by_its_field(string request, string field)
    {
        await using var server = await VocServer.StartAsync();
        await server.StoreAsync("ミラーが格納できない。");
        using var client = await server.SignedInAsync("product");

        await (await client.PostAsJsonAsync("/api/v1/replays", JsonNode.Parse(request))).ProblemAsync(HttpStatusCode.BadRequest, field);
    }

    [Theory]
    [InlineData("support")]
    [InlineData("researcher")]
    public async Task Only_product_people_and_administrators_replay_and_set(string role)
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/replays")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsJsonAsync("/api/v1/replays", PastArchive.Request())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PutAsJsonAsync("/api/v1/detection", new { falseAlarmsPerYear = 2 })).StatusCode);
    }
}
