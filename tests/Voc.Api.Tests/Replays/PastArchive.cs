using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Replays;

/// <summary>A server with half a year of ordinary feedback, one day of which nobody could log in, and nobody who judges what arrives.</summary>
internal static class PastArchive
{
    public static readonly DateOnly First = new(2026, 1, 1);
    public static readonly DateOnly Burst = First.AddDays(100);
    public static readonly DateOnly Last = First.AddDays(119);

    private static readonly string[] Ordinary =
    [
        "配送が早くて助かりました。", "説明書の字が小さい。", "色が写真と違う気がする。", "使い方を教えてください。", "毎日使っています。満足です。",
        "箱がつぶれていた。", "音が少し気になる。", "電話がつながりにくい。", "値段の割に良い。", "部品を追加で買えますか。",
    ];

    public static async Task<VocServer> StartAsync(string? folder = null, int perDay = 6)
    {
        var server = await VocServer.StartAsync(services: WithoutDetection, folder: folder);
        await server.SourceAsync("shop");
        var ordinary =
            from day in Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1)
            from i in Enumerable.Range(0, perDay)
            select Some.Feedback($"a-{day}-{i}", Ordinary[(day + (3 * i)) % Ordinary.Length] + (day * i)) with { OccurredAt = At(day, i), Product = "ポット" };
        var burst = Enumerable.Range(0, 12).Select(i => Some.Feedback($"burst-{i}", $"{i}回やってもログインできない。") with { OccurredAt = At(100, 10 + i), Product = "ポット" });
        await server.Get<Inbox>().AcceptAsync([.. ordinary, .. burst]);
        await server.DrainAsync();
        return server;
    }

    public static void WithoutDetection(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(IssueDetectionService)));

    /// <summary>An issue that was found on a day and is in a state now, with the feedback of these external ids.</summary>
    public static Task<long> RecordAsync(VocServer server, IssueState state, DateOnly detected, Func<string, bool> has) => server.Get<GroupCommitWriter>().WriteAsync(connection =>
    {
        using var context = connection.Context();
        var at = CompanyDay.Start(detected, server.Options.Zone).AddHours(12);
        var row = context.Add(new IssueRow
        {
            Polarity = IssuePolarity.Negative,
            Product = "ポット",
            State = state,
            Title = "ポット：記録された課題",
            TitleEn = "ポット: a recorded issue",
            Onset = detected.DayNumber,
            LastRise = detected.DayNumber,
            FirstSeen = at,
            LastSeen = at,
            DetectedAt = at,
            WindowDays = 7,
            Count = 5,
            Expected = 0.5,
            Size = 3,
            PValue = 1e-8,
            Severity = IssueSeverity.High,
            UpdatedAt = at,
        }).Entity;
        context.SaveChanges();
        context.AddRange(context.Feedback.Select(f => new { f.Id, f.ExternalId }).AsEnumerable().Where(f => has(f.ExternalId)).Select(f => new IssueFeedbackRow { IssueId = row.Id, FeedbackId = f.Id }));
        context.SaveChanges();
        return row.Id;
    });

    public static object Request(double falseAlarmsPerYear = 4, int copies = 1, bool curve = false) =>
        new { from = First.AddDays(60), to = Last, falseAlarmsPerYear, copies, curve };

    /// <summary>Starts a replay; returns its number.</summary>
    public static async Task<int> StartReplayAsync(HttpClient client, object request) =>
        (await (await client.PostAsJsonAsync("/api/v1/replays", request)).JsonAsync(HttpStatusCode.Accepted))["id"]!.GetValue<int>();

    /// <summary>Waits until a replay is in a state; returns it with its result.</summary>
    public static async Task<JsonNode> UntilAsync(HttpClient client, int id, Func<JsonNode, bool> ready)
    {
        for (var i = 0; i < 3600; i++)
        {
            var replay = await (await client.GetAsync($"/api/v1/replays/{id}")).JsonAsync(HttpStatusCode.OK);
            if (ready(replay))
            {
                return replay;
            }
            Assert.True(replay["replay"]!["state"]!.GetValue<string>() != "failed", replay.ToJsonString());
            await Task.Delay(50);
        }
        throw new TimeoutException("The replay did not come that far within three minutes.");
    }

    public static bool IsDone(JsonNode replay) => StateOf(replay) == "done";

    public static string StateOf(JsonNode replay) => replay["replay"]!["state"]!.GetValue<string>();

    private static DateTimeOffset At(int day, int i) => new(First.AddDays(day).ToDateTime(new TimeOnly(9, 0)).AddMinutes(20 * i), TimeSpan.FromHours(9));
}
