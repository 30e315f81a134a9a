using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Benchmarks.Search.Archive;
using Voc.Benchmarks.Search.Queries;

namespace Voc.Benchmarks.Search.Http;

/// <summary><c>search-http</c>: the service as a process of its own, asked by many clients while texts are added.</summary>
internal static class HttpCommand
{
    private const string Source = "検索ベンチマーク";

    public static Command Create()
    {
        var (texts, seed, data, json) = (SearchOptions.Texts(), SearchOptions.Seed(), SearchOptions.Data(), SearchOptions.Json());
        var clients = new Option<int>("--clients") { Description = "How many ask at a time (default: 16)", DefaultValueFactory = _ => 16 };
        var seconds = new Option<int>("--seconds") { Description = "How long, after five seconds that do not count (default: 60)", DefaultValueFactory = _ => 60 };
        var rate = new Option<int>("--added-per-second") { Description = "Texts posted a second (default: 200)", DefaultValueFactory = _ => 200 };
        var command = new Command("search-http", "Measure search over HTTP under a mixed load while texts are added; they stay in the archive") { texts, seed, data, json, clients, seconds, rate };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var archive = await BenchmarkArchive.OpenAsync(parsed.GetValue(data), parsed.GetValue(texts), parsed.GetValue(seed), cancellationToken);
            var report = await RunAsync(archive, parsed.GetValue(clients), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rate), cancellationToken);
            report.Write(Console.Out, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static async Task<SearchReport> RunAsync(BenchmarkArchive archive, int clients, TimeSpan duration, int rate, CancellationToken cancellationToken)
    {
        var classes = await PrepareAsync(archive, cancellationToken);
        var keys = new ApiKeys(new Store(archive.Options), TimeProvider.System);
        var (read, ingest) = (await KeyAsync(keys, "read", cancellationToken), await KeyAsync(keys, "ingest", cancellationToken));
        var (process, address) = await VocProcess.ServeAsync(archive.Options.DataDirectory);
        using var running = process;
        var (reading, adding) = (new LoadTarget(address, read), new LoadTarget(address, ingest));
        await WarmAsync(reading, classes, cancellationToken);
        var calm = await CalmProcess.WaitAsync(process.Id, cancellationToken);
        var searchers = new Searchers(reading, new QueryMix(classes), archive.Manifest.Seed);
        var posting = new Posting(adding, reading, Source, archive.Manifest.Seed);
        var started = Stopwatch.GetTimestamp();
        var posts = posting.RunAsync(rate, duration + TimeSpan.FromSeconds(5), cancellationToken);
        await searchers.RunAsync(clients, duration, cancellationToken);
        await posts;
        using var service = Process.GetProcessById(process.Id);
        var memory = service.WorkingSet64 / 1e6;
        foreach (var error in searchers.Errors.Concat(posting.Errors).Take(10))
        {
            await Console.Error.WriteLineAsync(error);
        }
        return new SearchReport(archive.Manifest.Texts, [.. Measures(searchers, posting, clients, duration, Stopwatch.GetElapsedTime(started), calm, memory)], []);
    }

    private static IEnumerable<Measure> Measures(Searchers searchers, Posting posting, int clients, TimeSpan duration, TimeSpan whole, TimeSpan calm, double memory)
    {
        var answered = searchers.Answered;
        yield return new($"GET /search, {clients} clients: p95", "ms", answered.At(0.95), 120, Detail: Text($"p50 {answered.At(0.5):F1}, p99 {answered.At(0.99):F1}, max {answered.Max:F0}; mix: {QueryMix.Description}"));
        yield return new("errors", "", searchers.Errors.Count + posting.Errors.Count, 0);
        yield return new("answers", "a second", answered.Count / duration.TotalSeconds, Detail: Text($"{answered.Count:N0} in {duration.TotalSeconds:F0} s"));
        yield return new("texts added", "a second", posting.Posted / whole.TotalSeconds, Detail: Text($"{posting.Posted:N0}; accepted p50 {posting.Accepted.At(0.5):F1} ms, p95 {posting.Accepted.At(0.95):F1} ms a request of ten, posted when due"));
        yield return new("accepted to found by search, p95", "ms", posting.Found.At(0.95), Detail: Text($"p50 {posting.Found.At(0.5):F0}, max {posting.Found.Max:F0}, {posting.Found.Count} texts; analysis included"));
        yield return new("wait for a calm service before the load", "s", calm.TotalSeconds);
        yield return new("memory of the service after the load", "MB", memory, Detail: "resident");
    }

    private static async Task<IReadOnlyList<QueryClass>> PrepareAsync(BenchmarkArchive archive, CancellationToken cancellationToken)
    {
        await using var services = archive.Services();
        await services.GetRequiredService<SourceDirectory>().EnsureAsync(Source, Channel.ContactForm, "api", cancellationToken);
        return SearchCommand.DrawQueries(services, services.GetRequiredService<ArchiveSearch>(), archive.Manifest.Seed);
    }

    private static async Task<string> KeyAsync(ApiKeys keys, string role, CancellationToken cancellationToken) =>
        (await keys.CreateAsync("search benchmark", role, TimeProvider.System.GetUtcNow().AddDays(1), cancellationToken)).Key;

    private static async Task WarmAsync(LoadTarget target, IReadOnlyList<QueryClass> classes, CancellationToken cancellationToken)
    {
        using var client = target.Client();
        foreach (var query in classes.SelectMany(c => c.Queries))
        {
            using var answer = await client.GetAsync(query.Address(), cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
