using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Voc.Api;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Benchmarks.Ingest;

/// <summary>
/// How many single texts a second the service, a process of its own, acknowledges over HTTP after they are durable, and how long each
/// waits, while it reads what it took: <c>submissions [--connections 64] [--seconds 20]</c>.
/// </summary>
internal static class SubmissionSpeed
{
    private const int WarmUpSeconds = 5;

    public static async Task RunAsync(string[] args)
    {
        int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var (connections, seconds) = (Option("--connections", 64), Option("--seconds", 20));
        var folder = Directory.CreateTempSubdirectory("voc-speed").FullName;
        var store = new Store(new VocOptions { DataDirectory = folder });
        await store.MigrateAsync();
        using (var writer = new GroupCommitWriter(store))
        {
            await new SourceDirectory(store, writer, TimeProvider.System).EnsureAsync("shop", Channel.Review, "api");
        }
        var key = (await new ApiKeys(store, TimeProvider.System).CreateAsync("speed", "ingest", null)).Key;
        var (process, address) = await VocProcess.ServeAsync(folder, new Dictionary<string, string> { ["Voc__InboxCapacity"] = "10000000" });
        using (process)
        {
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            await SendAsync(client, connections, WarmUpSeconds, "w");
            var started = Stopwatch.GetTimestamp();
            var waits = await SendAsync(client, connections, seconds, "m");
            var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
            waits.Sort();
            using var connection = store.Open();
            var held = (long)connection.Scalar("SELECT (SELECT count(*) FROM feedback) + (SELECT count(*) FROM inbox)")!;
            var waiting = (long)connection.Scalar("SELECT count(*) FROM inbox")!;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{waits.Count} single texts from {connections} connections in {elapsed:0.0} s: {waits.Count / elapsed:0} acknowledged/s; p50 {At(waits, 0.5):0} ms, p99 {At(waits, 0.99):0} ms, max {waits[^1]:0} ms; {held} stored with those of the warm-up, {waiting} of them not read yet"));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static async Task<List<double>> SendAsync(HttpClient client, int connections, int seconds, string name)
    {
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(async sender =>
        {
            var waits = new List<double>();
            for (var n = 0; Stopwatch.GetTimestamp() < until; n++)
            {
                var text = new { source = "shop", externalId = $"{name}-{sender}-{n}", channel = "review", text = $"{sender}-{n} 番の注文です。先日買ったポットの蓋が閉まらず、お湯がこぼれました。何度か電話しましたがつながりません。", product = "ポット" };
                var started = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsJsonAsync("/api/v1/feedback", text);
                if (answer.StatusCode != HttpStatusCode.Accepted)
                {
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                }
                waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            return waits;
        }));
        return [.. all.SelectMany(waits => waits)];
    }
}
