using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Tests.Infrastructure;
using Voc.Dashboard.Live;

namespace Voc.Benchmarks.Live;

/// <summary>Time from the submission of a call note over HTTP to <c>feedbackArrived</c> at a subscribed client, on an idle service.</summary>
internal static class LiveLatency
{
    private const int Notes = 200;

    public static async Task RunAsync()
    {
        await using var server = await VocServer.StartAsync();
        using var agent = await server.SignedInAsync("support");
        await using var watcher = await LiveClient.ConnectAsync(server.Address, await server.KeyAsync("read"));
        await watcher.SubscribeAsync();
        var milliseconds = new List<double>();
        for (var i = -20; i < Notes; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await agent.PostAsJsonAsync("/api/v1/notes", new { clientId = Guid.NewGuid(), text = $"{i} 件目。加湿器の電源が入らないとのお申し出。折返し希望。", product = "加湿器" });
            answer.EnsureSuccessStatusCode();
            var id = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!.GetValue<long>();
            while (!(await watcher.NextAsync(LiveMessages.FeedbackArrived))["items"]!.AsArray().Any(item => item!["id"]!.GetValue<long>() == id))
            {
            }
            if (i >= 0)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            await Task.Delay(30);
        }
        milliseconds.Sort();
        Console.WriteLine($"call note submitted to feedbackArrived, {Notes} notes, idle: p50 {At(0.50):F1} ms, p95 {At(0.95):F1} ms, max {milliseconds[^1]:F1} ms");

        double At(double share) => milliseconds[(int)(share * (milliseconds.Count - 1))];
    }
}
