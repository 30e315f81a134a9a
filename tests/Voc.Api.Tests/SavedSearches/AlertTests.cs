using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Pipeline;
using Voc.Api.SavedSearches;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Webhooks;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.SavedSearches;

public sealed class AlertTests
{
    private const string Path = "/api/v1/saved-searches";
    private const string Mirror = "ミラーが格納できない。";

    private readonly ShiftedTime _time = new();

    [Fact]
    public async Task A_new_match_is_told_to_the_owner_by_hub_and_webhook_with_its_quote_and_why()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await StartAsync();
        var key = await server.KeyAsync("admin");
        using var admin = With(server, key);
        var hook = (await (await admin.PostAsJsonAsync("/api/v1/webhooks", new { name = "先方", url = receiver.Address })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<int>();
        var search = await SaveAsync(admin, "ミラー", new { on = "match", webhooks = new[] { hook } });
        await using var live = await LiveClient.ConnectAsync(server.Address, key);
        await live.SubscribeAsync();

        await ArriveAsync(server, 1, new string('長', 400) + Mirror);
        await ArriveAsync(server, 1, "関係のない声です。");
        var told = (await live.NextAsync(LiveMessages.SavedSearchAlert))["alert"]!;
        var sent = (await receiver.WaitAsync(1))[0];
        var body = JsonNode.Parse(sent.Body)!;

        Assert.Equal((search, "ミラー", "match", 1), (told["savedSearchId"]!.GetValue<long>(), told["name"]!.GetValue<string>(), told["reason"]!.GetValue<string>(), told["count"]!.GetValue<int>()));
        Assert.Contains(Mirror, told["quotes"]![0]!["text"]!.GetValue<string>());
        Assert.Contains("1 new text matches 'ミラー'", told["why"]!["en"]!.GetValue<string>());
        Assert.Equal(WebhookEvents.SavedSearchAlert, sent.Headers[WebhookSender.EventHeader]);
        Assert.Equal((told["id"]!.GetValue<long>(), $"/search/saved/{search}", $"https://voc.example.jp/search/saved/{search}"),
            (body["alert"]!["id"]!.GetValue<long>(), body["path"]!.GetValue<string>(), body["url"]!.GetValue<string>()));
        Assert.Equal(JsonWebhook.LongestQuote + 1, body["alert"]!["quotes"]![0]!["text"]!.GetValue<string>().Length);
    }

    [Fact]
    public async Task What_comes_while_an_alert_cools_down_is_told_together_once_it_has()
    {
        await using var server = await StartAsync();
        using var admin = With(server, await server.KeyAsync("admin"));
        await ArriveAsync(server, 5, Mirror);
        var search = await SaveAsync(admin, "ミラー", new { on = "match", coolDownMinutes = 10 });

        await ArriveAsync(server, 1, Mirror);
        await AlertsAsync(admin, search, 1);
        await ArriveAsync(server, 120, Mirror);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Single(await AlertsAsync(admin, search, 1));
        _time.Forward(TimeSpan.FromMinutes(11));
        var alerts = await AlertsAsync(admin, search, 2);

        Assert.Equal([120, 1], alerts.Select(a => a!["count"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_import_of_the_past_is_one_message()
    {
        await using var server = await StartAsync();
        using var admin = With(server, await server.KeyAsync("admin"));
        var search = await SaveAsync(admin, "ミラー", new { on = "match", coolDownMinutes = 1 });

        await ArriveAsync(server, 200, Mirror, TimeSpan.FromDays(90));
        await ArriveAsync(server, 100, Mirror, TimeSpan.FromDays(8));
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Empty(await AlertsAsync(admin, search, 0));
        _time.Forward(TimeSpan.FromMinutes(2));
        var alert = (await AlertsAsync(admin, search, 1)).Single()!;

        Assert.Equal(("past", 300), (alert["reason"]!.GetValue<string>(), alert["count"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_count_over_its_threshold_alerts_once_in_a_cool_down()
    {
        await using var server = await StartAsync();
        using var admin = With(server, await server.KeyAsync("admin"));
        await ArriveAsync(server, 2, Mirror);
        var search = await SaveAsync(admin, "ミラー", new { on = "count", threshold = 5, window = "day", coolDownMinutes = 60 });

        await ArriveAsync(server, 50, Mirror, TimeSpan.FromDays(2));
        await ArriveAsync(server, 2, Mirror);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Empty(await AlertsAsync(admin, search, 0));
        await ArriveAsync(server, 1, Mirror);
        var first = (await AlertsAsync(admin, search, 1)).Single()!;
        await ArriveAsync(server, 3, Mirror);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Single(await AlertsAsync(admin, search, 1));
        _time.Forward(TimeSpan.FromMinutes(61));
        var second = (await AlertsAsync(admin, search, 2))[0]!;

        Assert.Equal(("count", 5, 5, "day"), (first["reason"]!.GetValue<string>(), first["count"]!.GetValue<int>(), first["threshold"]!.GetValue<int>(), first["window"]!.GetValue<string>()));
        Assert.Equal(8, second["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_arrived_while_nobody_watched_is_told_after_the_start_and_never_again()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await StartAsync(folder, WithoutWatcher);
        using var admin = With(first, await first.KeyAsync("admin"));
        var search = await SaveAsync(admin, "ミラー", new { on = "match", coolDownMinutes = 1 });
        await ArriveAsync(first, 3, Mirror);
        await first.StopAsync();

        var second = await StartAsync(folder);
        using var after = With(second, await second.KeyAsync("admin"));
        var alerts = await AlertsAsync(after, search, 1);
        await second.StopAsync();
        await using var third = await StartAsync(folder);
        using var later = With(third, await third.KeyAsync("admin"));
        _time.Forward(TimeSpan.FromMinutes(5));
        await Task.Delay(TimeSpan.FromSeconds(1.5));

        Assert.Equal(3, alerts.Single()!["count"]!.GetValue<int>());
        Assert.Single(await AlertsAsync(later, search, 1));
    }

    [Fact]
    public async Task Only_the_owner_and_followers_of_a_shared_search_are_told()
    {
        await using var server = await StartAsync();
        var key = await server.KeyAsync("admin");
        using var admin = With(server, key);
        using var owner = await server.SignedInAsync("researcher");
        await SaveAsync(owner, "自分用", new { on = "match" });
        await SaveAsync(owner, "フォローしない", new { on = "match" }, shared: true);
        var followed = await SaveAsync(owner, "フォローする", new { on = "match" }, shared: true);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PutAsync($"{Path}/{followed}/follow", null)).StatusCode);
        await using var live = await LiveClient.ConnectAsync(server.Address, key);
        await live.SubscribeAsync();

        await ArriveAsync(server, 1, Mirror);

        Assert.Equal("フォローする", (await live.NextAsync(LiveMessages.SavedSearchAlert))["alert"]!["name"]!.GetValue<string>());
        await AlertsAsync(owner, followed, 1);
        Assert.Equal(3, (await UnreadAsync(owner)).Unread);
        Assert.Equal(1, (await UnreadAsync(admin)).Unread);
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_the_alert_it_missed_and_what_was_seen_is_no_longer_unread()
    {
        await using var server = await StartAsync();
        var key = await server.KeyAsync("admin");
        using var admin = With(server, key);
        var search = await SaveAsync(admin, "ミラー", new { on = "match" });
        var seen = server.Get<EventLog>().LastSequence();
        await ArriveAsync(server, 1, Mirror);
        var id = (await AlertsAsync(admin, search, 1)).Single()!["id"]!.GetValue<long>();

        await using var live = await LiveClient.ConnectAsync(server.Address, key);
        await live.SubscribeAsync(since: seen);
        Assert.Equal(id, (await live.NextAsync(LiveMessages.SavedSearchAlert))["alert"]!["id"]!.GetValue<long>());
        Assert.Equal((1, id), await UnreadAsync(admin));
        await admin.PostAsJsonAsync("/api/v1/alerts/seen", new { through = long.MaxValue });
        Assert.Equal((0, id), await UnreadAsync(admin));
        await ArriveAsync(server, 1, Mirror);
        _time.Forward(TimeSpan.FromMinutes(11));
        await AlertsAsync(admin, search, 2);
        Assert.Equal(1, (await UnreadAsync(admin)).Unread);
    }

    [Fact]
    public async Task Another_query_forgets_what_the_old_one_found_and_starts_from_now()
    {
        await using var server = await StartAsync();
        using var admin = With(server, await server.KeyAsync("admin"));
        var search = await SaveAsync(admin, "ミラー", new { on = "match", coolDownMinutes = 10 });
        await ArriveAsync(server, 1, Mirror);
        await AlertsAsync(admin, search, 1);
        await ArriveAsync(server, 4, Mirror);
        await ArriveAsync(server, 4, "電源が入らない。");
        await Task.Delay(TimeSpan.FromSeconds(1.5));

        await (await admin.PutAsJsonAsync($"{Path}/{search}", new { name = "電源", query = "q=電源", alert = new { on = "match", coolDownMinutes = 10 } })).JsonAsync(HttpStatusCode.OK);
        await ArriveAsync(server, 2, "電源が入らない。");
        _time.Forward(TimeSpan.FromMinutes(11));

        Assert.Equal([2, 1], (await AlertsAsync(admin, search, 2)).Select(a => a!["count"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Messages_of_an_alert_wait_in_the_store_before_anything_is_sent()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var first = await StartAsync(folder, WithoutDeliveries);
        using var admin = With(first, await first.KeyAsync("admin"));
        var hook = (await (await admin.PostAsJsonAsync("/api/v1/webhooks", new { name = "先方", url = receiver.Address })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<int>();
        var search = await SaveAsync(admin, "ミラー", new { on = "match", webhooks = new[] { hook } });
        await ArriveAsync(first, 1, Mirror);
        await AlertsAsync(admin, search, 1);
        var waiting = await (await admin.GetAsync($"/api/v1/webhooks/{hook}/deliveries")).JsonAsync(HttpStatusCode.OK);
        await first.StopAsync();

        await using var second = await StartAsync(folder);
        var came = await receiver.WaitAsync(1);

        Assert.Equal(waiting.AsArray().Single()!["id"]!.GetValue<string>(), came[0].Headers[WebhookSender.DeliveryHeader]);
    }

    [Fact]
    public async Task Feedback_that_was_deleted_is_quoted_nowhere_any_more()
    {
        await using var server = await StartAsync(also: WithoutDeliveries);
        using var admin = With(server, await server.KeyAsync("admin"));
        var hook = (await (await admin.PostAsJsonAsync("/api/v1/webhooks", new { name = "先方", url = "http://127.0.0.1:9/" })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<int>();
        var search = await SaveAsync(admin, "ミラー", new { on = "match", webhooks = new[] { hook } });
        await ArriveAsync(server, 1, Mirror);
        var quoted = (await AlertsAsync(admin, search, 1))[0]!["quotes"]![0]!["id"]!.GetValue<long>();
        Assert.Single((await (await admin.GetAsync($"/api/v1/webhooks/{hook}/deliveries")).JsonAsync(HttpStatusCode.OK)).AsArray());

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/feedback/{quoted}")).StatusCode);

        Assert.Empty((await (await admin.GetAsync($"/api/v1/webhooks/{hook}/deliveries")).JsonAsync(HttpStatusCode.OK)).AsArray());
        Assert.Empty((await AlertsAsync(admin, search, 1))[0]!["quotes"]!.AsArray());
    }

    [Fact]
    public async Task A_preview_counts_the_alerts_there_would_have_been()
    {
        await using var server = await StartAsync();
        using var reader = await server.WithKeyAsync("read");
        await ArriveAsync(server, 3, Mirror, TimeSpan.FromDays(1));
        await ArriveAsync(server, 2, Mirror, TimeSpan.FromDays(3));
        await ArriveAsync(server, 9, Mirror, TimeSpan.FromDays(45));

        var everyMatch = await (await reader.PostAsJsonAsync(Path + "/preview", new { query = "q=ミラー&period=1d", alert = new { on = "match", coolDownMinutes = 60 } })).JsonAsync(HttpStatusCode.OK);
        var count = await (await reader.PostAsJsonAsync(Path + "/preview", new { query = "q=ミラー", alert = new { on = "count", threshold = 3, window = "day" } })).JsonAsync(HttpStatusCode.OK);

        // Of texts of one moment the first is told of at once, the others when it has cooled down.
        Assert.Equal((5, 4), (everyMatch["matches"]!.GetValue<int>(), everyMatch["alerts"]!.GetValue<int>()));
        Assert.Equal((5, 1, 3), (count["matches"]!.GetValue<int>(), count["alerts"]!.GetValue<int>(), count["last"]![0]!["count"]!.GetValue<int>()));
        Assert.NotEmpty(await (await reader.PostAsJsonAsync(Path + "/preview", new { query = "q=ミラー" })).ProblemAsync(HttpStatusCode.BadRequest, "alert"));
        Assert.NotEmpty(await (await reader.PostAsJsonAsync(Path + "/preview", new { query = "q=%28a", alert = new { on = "match" } })).ProblemAsync(HttpStatusCode.BadRequest, "q"));
    }

    private Task<VocServer> StartAsync(string? folder = null, Action<WebApplicationBuilder>? also = null) => VocServer.StartAsync(
        o =>
        {
            o.FetchHosts = ["127.0.0.1"];
            o.PublicUrl = "https://voc.example.jp/";
        },
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_time);
            also?.Invoke(builder);
        },
        folder);

    private static void WithoutWatcher(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(SearchWatcher)));

    private static void WithoutDeliveries(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(s => s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(WebhookDeliveries)));

    private static HttpClient With(VocServer server, string key)
    {
        var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<long> SaveAsync(HttpClient client, string name, object alert, bool shared = false) =>
        (await (await client.PostAsJsonAsync(Path, new { name, query = "q=ミラー", shared, alert })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<long>();

    private async Task ArriveAsync(VocServer server, int count, string text, TimeSpan? ago = null)
    {
        await server.SourceAsync("shop");
        var said = _time.GetUtcNow() - (ago ?? TimeSpan.Zero);
        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, count).Select(_ => Some.Feedback(Guid.NewGuid().ToString("N"), text) with { OccurredAt = said })]);
        await server.DrainAsync();
    }

    /// <summary>The alerts of a search once there are so many.</summary>
    private static async Task<JsonArray> AlertsAsync(HttpClient client, long search, int count)
    {
        for (var i = 0; ; i++)
        {
            var alerts = (await (await client.GetAsync($"{Path}/{search}/alerts")).JsonAsync(HttpStatusCode.OK)).AsArray();
            if (alerts.Count >= count)
            {
                return alerts;
            }
            Assert.True(i < 200, $"{alerts.Count} alerts instead of {count}.");
            await Task.Delay(50);
        }
    }

    private static async Task<(int Unread, long Newest)> UnreadAsync(HttpClient client)
    {
        var alerts = await (await client.GetAsync("/api/v1/alerts")).JsonAsync(HttpStatusCode.OK);
        return (alerts["unread"]!.GetValue<int>(), alerts["items"]![0]!["id"]!.GetValue<long>());
    }
}
