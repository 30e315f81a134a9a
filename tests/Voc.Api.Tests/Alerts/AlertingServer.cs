using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Alerts;

/// <summary>The service with somebody who sets up alerts, and issues that change as the detector and people change them.</summary>
internal sealed class AlertingServer(VocServer server, HttpClient admin) : IAsyncDisposable
{
    public VocServer Server => server;

    public HttpClient Admin => admin;

    public static async Task<AlertingServer> StartAsync(TimeProvider? time = null, string? folder = null)
    {
        var server = await VocServer.StartAsync(
            o =>
            {
                (o.FetchHosts, o.PublicUrl) = (["127.0.0.1"], "https://voc.example.jp");
                (o.WebhookTimeout, o.MailTimeout, o.WebhookRetryDelay) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(100));
            },
            time is null ? null : b => b.Services.AddSingleton(time),
            folder);
        return new AlertingServer(server, await server.SignedInAsync("admin"));
    }

    public async Task<int> ChannelAsync(string url, string kind = "json", string language = "ja", string? name = null) =>
        (await (await admin.PostAsJsonAsync("/api/v1/webhooks", new { name = name ?? kind + language, url, kind, language })).JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<int>();

    public async Task<JsonNode> RuleAsync(int channel, object? when = null, object? timing = null, string name = "品質") =>
        await (await admin.PostAsJsonAsync("/api/v1/alert-rules", new { name, channel, when, timing })).JsonAsync(HttpStatusCode.Created);

    /// <summary>An issue as the detector leaves it when it finds one.</summary>
    public Task<long> FoundAsync(int count = 6, IssueSeverity severity = IssueSeverity.High, string? product = "P", IssuePolarity polarity = IssuePolarity.Negative, int lastRiseDaysAgo = 0,
        IssueKind kind = IssueKind.Rise) =>
        server.Get<GroupCommitWriter>().WriteAsync(connection => Found(connection, server.Get<TimeProvider>().GetUtcNow(), server.Options.Zone, count, severity, product, polarity, lastRiseDaysAgo, kind));

    public static long Found(
        StoreConnection connection, DateTimeOffset now, TimeZoneInfo zone, int count = 6, IssueSeverity severity = IssueSeverity.High, string? product = "P",
        IssuePolarity polarity = IssuePolarity.Negative, int lastRiseDaysAgo = 0, IssueKind kind = IssueKind.Rise)
    {
        using var context = connection.Context();
        var day = CompanyDay.Of(now, zone).DayNumber - lastRiseDaysAgo;
        var row = context.Add(new IssueRow
        {
            Kind = kind,
            Subject = kind == IssueKind.Silence ? "source:999" : null,
            Polarity = polarity,
            Product = product,
            Title = $"{product}：「鍵がかからない」<b>の報告が増加",
            TitleEn = $"{product}: reports of “鍵がかからない” are rising",
            Terms = """["鍵"]""",
            Onset = day,
            LastRise = day,
            FirstSeen = now.AddHours(-5),
            LastSeen = now,
            DetectedAt = now,
            WindowDays = 7,
            Count = count,
            Expected = 0.5,
            Size = 3,
            PValue = 1e-8,
            Severity = severity,
            UpdatedAt = now,
        }).Entity;
        context.SaveChanges();
        context.Add(new IssueChangeRow { IssueId = row.Id, At = now, Who = "", Action = IssueActions.Detected, After = row.Title });
        context.SaveChanges();
        connection.AppendEvent(EventKind.IssueChanged, row.Id, now);
        return row.Id;
    }

    /// <summary>Changes an issue as the detector does when it grows.</summary>
    public Task GrowAsync(long issue, int count, IssueSeverity? severity = null) => server.Get<GroupCommitWriter>().WriteAsync(connection =>
    {
        using var context = connection.Context();
        var row = context.Set<IssueRow>().Single(i => i.Id == issue);
        (row.Count, row.Severity) = (count, severity ?? row.Severity);
        context.SaveChanges();
        return connection.AppendEvent(EventKind.IssueChanged, issue, server.Get<TimeProvider>().GetUtcNow());
    });

    /// <summary>Changes an issue as people do.</summary>
    public async Task PatchAsync(long issue, object change) => await (await admin.PatchAsJsonAsync($"/api/v1/issues/{issue}", change)).JsonAsync(HttpStatusCode.OK);

    public async Task<JsonArray> DeliveriesAsync(string state = "all") =>
        (await (await admin.GetAsync($"/api/v1/deliveries?state={state}")).JsonAsync(HttpStatusCode.OK)).AsArray();

    /// <summary>Waits until a message has come to this state.</summary>
    public async Task<JsonNode> DeliveryAsync(string state, int at = 0)
    {
        for (var i = 0; ; i++)
        {
            var all = await DeliveriesAsync();
            if (all.Count > at && all[at]!["delivery"]!["state"]!.GetValue<string>() == state)
            {
                return all[at]!["delivery"]!;
            }
            Assert.True(i < 200, $"Still {all.ToJsonString()}");
            await Task.Delay(50);
        }
    }

    /// <summary>Long enough for the service to have looked at all that happened.</summary>
    public static Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(1.8));

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await server.DisposeAsync();
    }
}
