using System.Diagnostics;
using System.Net.Http.Headers;
using Voc.Api.Access;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Benchmarks.Search.Archive;
using Voc.Benchmarks.Search.Queries;

namespace Voc.Benchmarks.Search;

/// <summary>The service as a process of its own: how long after its start search answers, and how much memory it holds once every class was asked.</summary>
internal static class StartUp
{
    public static async Task<IReadOnlyList<Measure>> MeasureAsync(BenchmarkArchive archive, IReadOnlyList<QueryClass> classes, int starts, CancellationToken cancellationToken)
    {
        var (key, _) = await new ApiKeys(new Store(archive.Options), TimeProvider.System).CreateAsync("search benchmark", "read", TimeProvider.System.GetUtcNow().AddDays(1), cancellationToken);
        var unsaved = await FirstAsync(archive, key, classes[0].Queries[0], cancellationToken);
        var (ready, exact, memory) = (new Latencies(), new Latencies(), 0.0);
        for (var start = 0; start < starts; start++)
        {
            var started = Stopwatch.GetTimestamp();
            var (process, address) = await VocProcess.ServeAsync(archive.Options.DataDirectory);
            using var running = process;
            using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
            await AskAsync(client, classes[0].Queries[start % classes[0].Queries.Count], cancellationToken);
            ready.Add(Stopwatch.GetElapsedTime(started));
            if (classes.FirstOrDefault(c => c.Name.StartsWith("exact", StringComparison.Ordinal)) is { Queries: [var first, ..] })
            {
                await AskAsync(client, first, cancellationToken);
                exact.Add(Stopwatch.GetElapsedTime(started));
            }
            if (start == starts - 1)
            {
                memory = await MemoryAsync(process.Id, client, classes, cancellationToken);
            }
        }
        return
        [
            new("start of the service until search answers", "s", ready.At(0.5) / 1000, 5, Detail: $"median of {starts}, slowest {ready.Max / 1000:F1}"),
            new("the same where the index was not saved and is made of the rows", "s", unsaved),
            new("start of the service until exact strings are answered", "s", exact.At(0.5) / 1000, Detail: $"slowest {exact.Max / 1000:F1}"),
            new("memory of the service after every query was asked", "MB", memory, Detail: "resident"),
        ];
    }

    /// <summary>The first start after an import has no saved index; it is over when there is one.</summary>
    private static async Task<double> FirstAsync(BenchmarkArchive archive, string key, ClassQuery query, CancellationToken cancellationToken)
    {
        var saved = archive.Options.PathOf("index.bin");
        File.Delete(saved);
        var started = Stopwatch.GetTimestamp();
        var (process, address) = await VocProcess.ServeAsync(archive.Options.DataDirectory);
        using var running = process;
        using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        await AskAsync(client, query, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        while (archive.Manifest.Texts >= 50_000 && !File.Exists(saved))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
        return seconds;
    }

    private static async Task<double> MemoryAsync(int id, HttpClient client, IReadOnlyList<QueryClass> classes, CancellationToken cancellationToken)
    {
        foreach (var query in classes.SelectMany(c => c.Queries))
        {
            await AskAsync(client, query, cancellationToken);
        }
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / 1e6;
    }

    private static async Task AskAsync(HttpClient client, ClassQuery query, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(query.Address(), cancellationToken);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
