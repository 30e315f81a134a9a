using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Voc.Analysis.Issues.Arrivals;
using Voc.Analysis.Issues.Calendar;
using Voc.Api.Issues;
using Voc.Api.Issues.Silences;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Issues.Silences;

public sealed class SilenceServiceTests
{
    /// <summary>A Wednesday in the evening, after a day of work.</summary>
    private static readonly DateTimeOffset Evening = new(2026, 10, 21, 18, 30, 0, TimeSpan.FromHours(9));

    private readonly ShiftedTime _clock = new();

    [Fact]
    public async Task A_form_that_stops_is_one_issue_that_grows_older_outlives_a_restart_and_is_resolved_when_reports_come_back()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var server = await StartAsync(folder);
        await ArriveAsync(server, await server.SourceAsync("お問い合わせ", Channel.ContactForm, "form"));
        Assert.Empty(await LookAsync(server));

        var found = await UntilFoundAsync(server, hours: 52);
        Assert.True(_clock.GetUtcNow() - Evening <= TimeSpan.FromHours(49), "Two working days are enough for a form with sixteen reports a day.");
        Assert.Equal(("silence", "new", 0), (found.Kind, found.State, found.Count));
        Assert.Matches("^お問い合わせ：(昨日|2日前)から届いていません（ふだん1日1[0-2]件）$", found.Title);
        Assert.Matches(@"^お問い合わせ: nothing (since yesterday|for 2 days) \(usually 1[0-2] a day\)$", found.TitleEn);

        await PassAsync(server, hours: 30);
        var older = Assert.Single(server.Issues());
        Assert.Equal(found.Id, older.Id);
        Assert.NotEqual(found.Title, older.Title);
        Assert.True(older.Expected > found.Expected);
        await server.StopAsync();

        await using var again = await StartAsync(folder);
        Assert.Equal(found.Id, Assert.Single(await LookAsync(again)).Id);
        Assert.Equal(["detected"], again.Get<IssueReader>().History(found.Id)!.Select(h => h.Action));

        await again.Get<Inbox>().AcceptAsync([Some.Feedback("back", source: "お問い合わせ", channel: Channel.ContactForm) with { OccurredAt = _clock.GetUtcNow() }]);
        await again.DrainAsync();
        Assert.Equal("fixed", Assert.Single(await LookAsync(again)).State);
        using var client = await again.WithKeyAsync("read");
        var detail = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{found.Id}");
        Assert.Equal(CompanyDay.Of(_clock.GetUtcNow(), again.Options.Zone).ToString("O", CultureInfo.InvariantCulture), detail.GetProperty("fixedOn").GetString());
        Assert.Equal(("", "returned"), detail.GetProperty("history").EnumerateArray().Where(h => h.GetProperty("action").GetString() == "state").Select(h => (h.GetProperty("who").GetString(), h.GetProperty("reason").GetString())).Single());
    }

    [Fact]
    public async Task Its_page_says_why_and_draws_what_was_usual_on_each_day_and_needs_no_quotes()
    {
        await using var server = await StartAsync();
        await ArriveAsync(server, await server.SourceAsync("form", Channel.ContactForm, "form"));
        var found = await UntilFoundAsync(server, hours: 60);
        using var client = await server.WithKeyAsync("read");

        var detail = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{found.Id}");

        Assert.Contains("10月21日 17時台を最後に届いていません", detail.GetProperty("why").GetProperty("ja").GetString(), StringComparison.Ordinal);
        Assert.Contains("The last arrived on October 21", detail.GetProperty("why").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Empty(detail.GetProperty("quotes").EnumerateArray());
        var series = detail.GetProperty("series").EnumerateArray().ToDictionary(p => p.GetProperty("date").GetString()!, p => (Count: p.GetProperty("count").GetInt32(), Expected: p.GetProperty("expected").GetDouble()));
        Assert.Equal(16, series["2026-10-20"].Count);
        Assert.InRange(series["2026-10-20"].Expected, 13, 18);
        Assert.InRange(series["2026-10-18"].Expected, 0, 1.5);
        Assert.InRange(series["2026-10-12"].Expected, 0, 3);
        Assert.Equal(0, found.Sparkline[^1]);
        Assert.Contains(16, found.Sparkline);
    }

    [Fact]
    public async Task It_is_pushed_to_who_is_watching()
    {
        await using var server = await StartAsync();
        await ArriveAsync(server, await server.SourceAsync("form", Channel.ContactForm, "form"));
        await using var client = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await client.SubscribeAsync();

        var changed = client.NextAsync(LiveMessages.IssueChanged, TimeSpan.FromSeconds(60));
        await UntilFoundAsync(server, hours: 60);

        Assert.Equal("silence", (await changed)["issue"]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task Weekends_are_no_silence_and_neither_is_a_time_out_of_service()
    {
        await using var server = await StartAsync();
        await ArriveAsync(server, await server.SourceAsync("form", Channel.ContactForm, "form"), through: Evening.AddDays(2));
        _clock.Forward(Evening.AddDays(2) - _clock.GetUtcNow());

        await PassAsync(server, hours: 60);
        Assert.Empty(server.Issues());

        _clock.Forward(TimeSpan.FromDays(6));
        Assert.Empty(await LookAsync(server));
    }

    [Fact]
    public async Task A_paused_source_is_not_waited_for_and_pausing_one_ends_the_wait()
    {
        await using var server = await StartAsync();
        var paused = await server.SourceAsync("paused", Channel.Survey);
        var silent = await server.SourceAsync("silent", Channel.ContactForm, "form");
        await ArriveAsync(server, paused);
        await ArriveAsync(server, silent);
        await PauseAsync(server, paused);

        var found = await UntilFoundAsync(server, hours: 60);
        Assert.StartsWith("silent：", found.Title, StringComparison.Ordinal);
        await PauseAsync(server, silent);

        Assert.Equal("fixed", Assert.Single(await LookAsync(server)).State);
        Assert.Equal("unwatched", server.Get<IssueReader>().History(found.Id)![^1].Reason);
    }

    [Fact]
    public async Task A_source_that_was_deleted_takes_its_issue_with_it()
    {
        await using var server = await StartAsync();
        await ArriveAsync(server, await server.SourceAsync("form", Channel.ContactForm, "form"));
        var found = await UntilFoundAsync(server, hours: 60);

        await server.Get<GroupCommitWriter>().WriteAsync(connection => connection.Execute("DELETE FROM source"));

        Assert.Equal("fixed", Assert.Single(await LookAsync(server)).State);
        using var client = await server.WithKeyAsync("read");
        Assert.Equal(found.Id, (await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{found.Id}")).GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Silent_again_after_it_came_back_it_is_the_same_issue_and_what_somebody_closed_early_stays_closed()
    {
        await using var server = await StartAsync();
        var source = await server.SourceAsync("form", Channel.ContactForm, "form");
        await ArriveAsync(server, source);
        var found = await UntilFoundAsync(server, hours: 60);
        using var client = await server.WithKeyAsync("admin");
        (await client.PatchAsJsonAsync($"/api/v1/issues/{found.Id}", new { state = "fixed" })).EnsureSuccessStatusCode();

        await PassAsync(server, hours: 3);
        Assert.Equal("fixed", Assert.Single(server.Issues()).State);

        var back = _clock.GetUtcNow().AddDays(4);
        await ArriveAsync(server, source, from: _clock.GetUtcNow().AddHours(1), through: back);
        await PassAsync(server, hours: 4 * 24);
        Assert.Equal("fixed", Assert.Single(server.Issues()).State);
        await PassAsync(server, hours: 5 * 24);

        var again = Assert.Single(server.Issues());
        Assert.Equal((found.Id, "regressed"), (again.Id, again.State));
        Assert.Equal("silentAgain", server.Get<IssueReader>().History(found.Id)![^1].Reason);
    }

    [Fact]
    public async Task A_product_that_falls_silent_in_a_source_that_does_not_is_found_alone()
    {
        await using var server = await StartAsync();
        var source = await server.SourceAsync("shop", Channel.Review);
        await ArriveAsync(server, source, product: "A");
        await ArriveAsync(server, source, product: "B", through: Evening.AddDays(20));

        var found = await UntilFoundAsync(server, hours: 60);

        Assert.Equal("A", found.Product);
        Assert.StartsWith("shop・A：", found.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_falls_silent_is_not_told_again_for_each_of_its_products_and_its_channel()
    {
        await using var server = await StartAsync();
        var source = await server.SourceAsync("shop", Channel.Review);
        await ArriveAsync(server, source, product: "A");
        await ArriveAsync(server, source, product: "B");
        await ArriveAsync(server, await server.SourceAsync("other shop", Channel.Review), through: Evening.AddDays(20));

        await UntilFoundAsync(server, hours: 60);
        await PassAsync(server, hours: 24);

        Assert.StartsWith("shop：", Assert.Single(server.Issues()).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_analysis_has_arrived()
    {
        await using var server = await StartAsync(services: VocServer.WithoutWorkers);
        await ArriveAsync(server, await server.SourceAsync("form", Channel.ContactForm, "form"));
        for (var turn = 0; turn < 24; turn++)
        {
            await PassAsync(server, hours: 4);
            await server.Get<Inbox>().AcceptAsync([Some.Feedback($"{turn}", source: "form", channel: Channel.ContactForm) with { OccurredAt = _clock.GetUtcNow() }]);
        }
        Assert.Empty(server.Issues());
    }

    [Fact]
    public async Task A_clock_that_goes_backwards_costs_nothing_that_was_counted_and_repeats_nothing()
    {
        await using var server = await StartAsync();
        await ArriveAsync(server, await server.SourceAsync("form", Channel.ContactForm, "form"));
        var found = await UntilFoundAsync(server, hours: 60);
        var counted = Counted(server);

        _clock.Forward(TimeSpan.FromDays(4000));
        await LookAsync(server);
        _clock.Forward(TimeSpan.FromDays(-4000));
        Assert.Equal(found.Id, Assert.Single(await LookAsync(server)).Id);
        _clock.Forward(TimeSpan.FromDays(-5));
        await LookAsync(server);

        Assert.Equal(counted, Counted(server));
        Assert.Single(server.Issues());
    }

    [Fact]
    public async Task What_arrives_is_counted_once_by_source_product_and_hour()
    {
        await using var server = await StartAsync();
        await server.SourceAsync("shop");
        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, 5).Select(i => Some.Feedback($"x-{i}") with { Product = i < 2 ? "P" : null })]);
        await server.DrainAsync();

        await LookAsync(server);
        await LookAsync(server);

        using var connection = server.Get<Store>().Open();
        using var rows = connection.Query("SELECT Product, sum(Count) FROM arrival GROUP BY Product ORDER BY Product");
        var counts = new List<(string, int)>();
        while (rows.Read())
        {
            counts.Add((rows.GetString(0), rows.GetInt32(1)));
        }
        Assert.Equal([("", 3), ("P", 2)], counts);
    }

    private async Task<VocServer> StartAsync(string? folder = null, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? services = null)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "voc.db")))
        {
            _clock.Forward(Evening - _clock.GetUtcNow());
        }
        return await VocServer.StartAsync(folder: folder, services: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));
            services?.Invoke(builder);
        });
    }

    /// <summary>Two reports an hour from nine to five on working days, a hundred days back or from a time on.</summary>
    private static Task<bool> ArriveAsync(VocServer server, int source, DateTimeOffset? through = null, string product = "", DateTimeOffset? from = null) =>
        server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            for (var time = from ?? Evening.AddDays(-100); time <= (through ?? Evening); time = time.AddHours(1))
            {
                var local = time.ToOffset(TimeSpan.FromHours(9));
                if (local.Hour is > 9 and < 18 && !DayKinds.Of(DateOnly.FromDateTime(local.DateTime), JapaneseHolidays.Shipped).IsOff())
                {
                    connection.Execute(
                        "INSERT INTO arrival (SourceId, Product, Hour, Count) VALUES ($source, $product, $hour, 2)", ("$source", source), ("$product", product), ("$hour", CompanyHours.HourOf(time)));
                }
            }
            return true;
        });

    private static Task<int> PauseAsync(VocServer server, int source) =>
        server.Get<GroupCommitWriter>().WriteAsync(connection => connection.Execute("UPDATE source SET Enabled = 0 WHERE Id = $id", ("$id", source)));

    private static async Task<IReadOnlyList<IssueSummary>> LookAsync(VocServer server)
    {
        await server.Get<SilenceService>().LookAsync(CancellationToken.None);
        return server.Issues();
    }

    private async Task PassAsync(VocServer server, int hours)
    {
        for (var passed = 0.0; passed < hours; passed += 0.9)
        {
            _clock.Forward(TimeSpan.FromHours(0.9));
            await LookAsync(server);
        }
    }

    private async Task<IssueSummary> UntilFoundAsync(VocServer server, int hours)
    {
        for (var passed = 0.0; passed < hours; passed += 0.9)
        {
            _clock.Forward(TimeSpan.FromHours(0.9));
            if (await LookAsync(server) is [var found])
            {
                return found;
            }
        }
        throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Nothing was found within {hours} hours."));
    }

    private static object? Counted(VocServer server)
    {
        using var connection = server.Get<Store>().Open();
        return connection.Scalar("SELECT sum(Count) FROM arrival");
    }
}
