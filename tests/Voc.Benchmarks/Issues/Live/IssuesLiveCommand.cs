using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Benchmarks.Search;
using Voc.Benchmarks.Search.Archive;
using Voc.Benchmarks.Search.Http;
using Voc.Benchmarks.Search.Queries;
using Voc.Ingest;

namespace Voc.Benchmarks.Issues.Live;

/// <summary><c>issues-live</c>: how soon detection goes on after a start, how soon an issue reaches a client under load, and what the detector takes.</summary>
internal static class IssuesLiveCommand
{
    private const string Source = "検知ベンチマーク";
    private const int Lanes = 16;

    /// <summary>Seconds a cause takes at least until it is seen.</summary>
    private const int SecondsOfBurst = 8;

    public static Command Create()
    {
        var (texts, seed, data, json) = (SearchOptions.Texts(), SearchOptions.Seed(), SearchOptions.Data(), SearchOptions.Json());
        var starts = new Option<int>("--starts") { Description = "How often to start again (default: 5)", DefaultValueFactory = _ => 5 };
        var seconds = new Option<int>("--seconds") { Description = "How long the load lasts (default: 180)", DefaultValueFactory = _ => 180 };
        var rate = new Option<int>("--added-per-second") { Description = "Other texts posted a second (default: 200)", DefaultValueFactory = _ => 200 };
        var quick = new Option<bool>("--quick") { Description = "Use the saved state of a former run: no start that reads the archive, and products without a past" };
        var command = new Command("issues-live", "Measure restart, latency and memory of issue detection; the texts that are added stay in the archive") { texts, seed, data, json, starts, seconds, rate, quick };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var archive = await BenchmarkArchive.OpenAsync(parsed.GetValue(data), parsed.GetValue(texts), parsed.GetValue(seed), cancellationToken);
            var report = await RunAsync(archive, parsed.GetValue(starts), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rate), parsed.GetValue(quick), cancellationToken);
            report.Write(Console.Out, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static async Task<SearchReport> RunAsync(BenchmarkArchive archive, int starts, TimeSpan duration, int rate, bool quick, CancellationToken cancellationToken)
    {
        var products = Lanes * Math.Max(1, (int)duration.TotalSeconds / SecondsOfBurst);
        var (folder, saved, store) = (archive.Options.DataDirectory, archive.Options.PathOf("detector.bin"), new Store(archive.Options));
        var texts = new BurstTexts(Source, archive.Manifest.Seed);
        await PrepareAsync(archive, texts, quick ? 0 : products, cancellationToken);
        var key = (await new ApiKeys(store, TimeProvider.System).CreateAsync("issues benchmark", "admin", TimeProvider.System.GetUtcNow().AddDays(1), cancellationToken)).Key;

        var first = quick ? (TimeSpan?)null : await ReadAsync(folder, saved, key, cancellationToken);
        var (resumed, answering) = (new Latencies(), new Latencies());
        for (var start = 0; start < starts; start++)
        {
            var (again, ready, listening) = await StartAsync(folder, key, cancellationToken);
            resumed.Add(ready);
            answering.Add(listening);
            again.Dispose();
        }

        var (service, address) = await VocProcess.ServeAsync(folder);
        using var disposed = service;
        await CalmProcess.WaitAsync(service.Id, cancellationToken);
        var bursts = new Bursts(new LoadTarget(address, key), store, texts);
        await using (var client = await LiveClient.ConnectAsync(address, key))
        {
            await client.SubscribeAsync();
            await bursts.RunAsync(client, rate, Lanes, products, duration, cancellationToken);
        }
        using var running = Process.GetProcessById(service.Id);
        var resident = running.WorkingSet64 / 1e6;
        var stopping = Stopwatch.GetTimestamp();
        await service.StopAsync();
        var stopped = Stopwatch.GetElapsedTime(stopping);
        foreach (var error in bursts.Errors.Take(10))
        {
            await Console.Error.WriteLineAsync(error);
        }
        var memory = DetectorMemory.Of(archive.Options, saved, archive.Options.FalseAlarmsPerYear);
        return new SearchReport(archive.Manifest.Texts, [.. Measures(first, resumed, answering, bursts, duration, resident, stopped, memory)], []);
    }

    private static IEnumerable<Measure> Measures(
        TimeSpan? first, Latencies resumed, Latencies answering, Bursts bursts, TimeSpan duration, double resident, TimeSpan stopped, DetectorMemory memory)
    {
        yield return new("start of the process until detection goes on from its saved state", "s", resumed.At(0.5) / 1000, 3, Detail: Text($"median of {resumed.Count}, slowest {resumed.Max / 1000:F2}; HTTP answers after {answering.At(0.5) / 1000:F2}"));
        if (first is { } reading)
        {
            yield return new("the same where the archive is read and the alarm level is found anew", "s", reading.TotalSeconds);
        }
        yield return new("commit of the report that tips an issue to `issueChanged` at a client, p95", "ms", bursts.Told.At(0.95), 1000, Detail: Text($"p50 {bursts.Told.At(0.5):F0}, max {bursts.Told.Max:F0}; {bursts.Told.Count} issues, tipped by report {bursts.TippedBy.DefaultIfEmpty().Order().ElementAt(bursts.TippedBy.Count / 2)} (median)"));
        yield return new("causes of which no issue came", "", bursts.Unseen);
        yield return new("texts added while that went on", "a second", bursts.Posted / duration.TotalSeconds, Detail: Text($"{bursts.Posted:N0}, {bursts.Errors.Count} errors"));
        yield return new("candidates tracked: words, expressions, opinions and topics by product and over all, with daily counts", "", memory.Candidates, 100_000, AtLeast: true);
        yield return new("reports kept to be scanned around, counted in every scope and slice", "", memory.Reports, Detail: "at most 100,000, and 60,000 in slices");
        yield return new("managed memory of the detector", "MB", memory.ManagedMegabytes, Detail: "read from its file into an empty process");
        yield return new("its file", "MB", memory.FileMegabytes, Detail: Text($"read in {memory.ReadSeconds:F2} s; writing holds detection up for {memory.SaveSeconds:F2} s"));
        yield return new("memory of the whole service after the load", "MB", resident, Detail: "resident");
        yield return new("stop of the service, saving all there is to save", "s", stopped.TotalSeconds);
    }

    /// <summary>A start without a saved state, and an orderly stop that leaves one.</summary>
    private static async Task<TimeSpan> ReadAsync(string folder, string saved, string key, CancellationToken cancellationToken)
    {
        File.Delete(saved);
        var (process, reading, _) = await StartAsync(folder, key, cancellationToken);
        using var disposed = process;
        await CalmProcess.WaitAsync(process.Id, cancellationToken);
        await process.StopAsync();
        return reading;
    }

    /// <summary>Returns the process, and how long after its start detection goes on and HTTP answers.</summary>
    private static async Task<(VocProcess Process, TimeSpan Detecting, TimeSpan Answering)> StartAsync(string folder, string key, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (process, address) = await VocProcess.ServeAsync(folder);
        var answering = Stopwatch.GetElapsedTime(started);
        using var client = new LoadTarget(address, key).Client();
        while ((await client.GetFromJsonAsync<JsonNode>("/api/v1/detection", cancellationToken))!["inUse"] is null)
        {
            await Task.Delay(10, cancellationToken);
        }
        return (process, Stopwatch.GetElapsedTime(started), answering);
    }

    /// <summary>Gives the products that will be complained of an ordinary past, as an import does.</summary>
    private static async Task PrepareAsync(BenchmarkArchive archive, BurstTexts texts, int products, CancellationToken cancellationToken)
    {
        await using var services = archive.Services();
        await services.GetRequiredService<SourceDirectory>().EnsureAsync(Source, Channel.ContactForm, "api", cancellationToken);
        var stages = services.GetServices<IHostedService>().ToList();
        foreach (var stage in stages)
        {
            await stage.StartAsync(cancellationToken);
        }
        var (inbox, intake, now) = (services.GetRequiredService<Inbox>(), services.GetRequiredService<FeedbackIntake>(), TimeProvider.System.GetUtcNow());
        foreach (var batch in Enumerable.Range(0, products).SelectMany(p => texts.Past(p, now)).Chunk(500))
        {
            await inbox.AcceptAsync([.. batch.Select((draft, i) => ((AcceptedRow)intake.Take(i, draft)).Feedback)], cancellationToken);
        }
        while (inbox.Pending > 0)
        {
            await Task.Delay(20, cancellationToken);
        }
        foreach (var stage in stages.AsEnumerable().Reverse())
        {
            await stage.StopAsync(CancellationToken.None);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
