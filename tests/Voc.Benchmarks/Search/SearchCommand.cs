using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Benchmarks.Search.Archive;
using Voc.Benchmarks.Search.Queries;

namespace Voc.Benchmarks.Search;

/// <summary><c>search</c>: the archive made, sized, started, added to and asked, against the bars.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var (texts, seed, data, rounds, json) = (SearchOptions.Texts(), SearchOptions.Seed(), SearchOptions.Data(), SearchOptions.Rounds(), SearchOptions.Json());
        var added = new Option<int>("--added") { Description = "Texts added one by one to see when search finds them (default: 300)", DefaultValueFactory = _ => 300 };
        var starts = new Option<int>("--starts") { Description = "How often the service is started (default: 5)", DefaultValueFactory = _ => 5 };
        var command = new Command("search", "Measure indexing, size, start-up, visibility and the classes of queries in process") { texts, seed, data, rounds, added, starts, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var archive = await BenchmarkArchive.OpenAsync(parsed.GetValue(data), parsed.GetValue(texts), parsed.GetValue(seed), cancellationToken);
            var report = await RunAsync(archive, parsed.GetValue(rounds), parsed.GetValue(added), parsed.GetValue(starts), cancellationToken);
            report.Write(Console.Out, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static async Task<SearchReport> RunAsync(BenchmarkArchive archive, int rounds, int added, int starts, CancellationToken cancellationToken)
    {
        var seed = archive.Manifest.Seed;
        var measures = Filling(archive.Manifest).ToList();
        IReadOnlyList<QueryClass> classes;
        IReadOnlyList<IReadOnlyList<TimedClass>> asked;
        await using (var services = archive.Services())
        {
            var search = services.GetRequiredService<ArchiveSearch>();
            Tell("opening the index");
            measures.Add(Opening(services, search));
            Tell("drawing queries");
            classes = DrawQueries(services, search, seed);
            Tell("asking");
            asked = TimedRounds.Run(classes, [query => search.Search(query.Request()), query => search.Search(query.Request(highlight: true))], rounds, seed);
            Tell("adding texts");
            using var visibility = new Visibility(services, seed);
            var visible = await visibility.MeasureAsync(added, cancellationToken);
            measures.Add(new("commit to found by search, p95", "ms", visible.At(0.95), 5, Detail: string.Create(CultureInfo.InvariantCulture, $"p50 {visible.At(0.5):F2}, max {visible.Max:F1}, {visible.Count} texts")));
        }
        Tell("starting the service");
        measures.AddRange(await StartUp.MeasureAsync(archive, classes, starts, cancellationToken));
        measures.AddRange(Size(new Store(archive.Options)));
        return new SearchReport(archive.Manifest.Texts, measures, [.. asked[0].Zip(asked[1], (bare, highlighted) => ClassMeasure.Of(bare) with
        {
            Beside = new OtherEngine("with highlights", highlighted.Clock.At(0.5), highlighted.Clock.At(0.95)),
        })]);
    }

    public static IReadOnlyList<QueryClass> DrawQueries(IServiceProvider services, ArchiveSearch search, long seed) => new QuerySampler(
        search, services.GetRequiredService<Store>(), services.GetRequiredService<CurrentReading>().Analyzer.Terms, search.Search(new SearchRequest { Limit = 0 }).Total, seed).Draw();

    private static IEnumerable<Measure> Filling(ArchiveManifest made) =>
    [
        new("indexing with analysis", "texts/s", made.Texts / made.Seconds, 3_000, AtLeast: true, Detail: $"{made.Seconds:F0} s, {made.ProcessorSeconds:F0} s of processor time, {made.Texts / made.ProcessorSeconds:F0} texts a second of that"),
        new("memory while indexing", "MB", made.PeakMegabytes, Detail: "peak"),
    ];

    /// <summary>The first query makes the index; the analysis is loaded before, as in a service that runs.</summary>
    private static Measure Opening(IServiceProvider services, ArchiveSearch search)
    {
        services.GetRequiredService<CurrentReading>().Analyzer.Analyze("電源が入らない。");
        var started = Stopwatch.GetTimestamp();
        search.Search(new SearchRequest { Query = "電源", Limit = 0 });
        return new("first query of a process, which loads the index", "s", Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static IEnumerable<Measure> Size(Store store)
    {
        var size = DatabaseSize.Of(store);
        yield return new("database", "MB", size.Bytes / 1e6, 1_000, Detail: string.Join(", ", size.Parts.Where(p => p.Bytes * 50 > size.Bytes).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Bytes / 1e6:F0}"))));
    }

    private static void Tell(string doing) => Console.Error.WriteLine(doing);
}
