using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Voc.Analysis.Search;
using Voc.Api;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Search.Differential;

namespace Voc.Benchmarks.Search;

/// <summary>
/// <c>search-differential</c>: imports real texts and compares what generated requests are answered with looking at every text: the hits and
/// their order, the count, the customers and every facet. Ends with 1 where anything differs.
/// </summary>
internal static class DifferentialCommand
{
    private const int Size = 30;

    public static Command Create()
    {
        var input = new Option<FileInfo[]>("--input") { Description = "Files to import", Required = true, AllowMultipleArgumentsPerToken = true };
        var mapping = new Option<FileInfo>("--mapping") { Description = "Which columns of them mean what, as for voc import", Required = true };
        var queries = new Option<int>("--queries") { Description = "How many requests (default: 2,000)", DefaultValueFactory = _ => 2_000 };
        var seed = SearchOptions.Seed();
        var command = new Command("search-differential", "Compare the answers to generated requests over real texts with looking at every text") { input, mapping, queries, seed };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(input)!, parsed.GetValue(mapping)!, parsed.GetValue(queries), parsed.GetValue(seed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, FileInfo mapping, int queries, long seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("voc-differential");
        try
        {
            await ImportAsync(files, mapping, folder.FullName);
            await using var services = new ServiceCollection().AddLogging().AddVoc(new VocOptions { DataDirectory = folder.FullName }).BuildServiceProvider();
            return Compare(services, queries, seed, cancellationToken);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(FileInfo[] files, FileInfo mapping, string folder)
    {
        using var import = VocProcess.Start(["import", .. files.Select(f => f.FullName), "--source", "differential", "--mapping", mapping.FullName, "--data", folder]);
        var (exitCode, _, errors) = await import.EndAsync();
        if (exitCode != 0)
        {
            throw new InvalidOperationException(errors);
        }
    }

    private static int Compare(ServiceProvider services, int queries, long seed, CancellationToken cancellationToken)
    {
        var search = services.GetRequiredService<ArchiveSearch>();
        var plain = Read(services);
        Console.Error.WriteLine($"{plain.Texts.Count:N0} texts");
        var started = Stopwatch.GetTimestamp();
        var (compared, found, refused, differences) = (0, 0, 0, 0);
        var requests = AnyQuery.Requests(plain).Sample(queries, new Rnd((ulong)seed, 1), Size);
        Parallel.ForEach(requests, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, request =>
        {
            var (answer, expected) = (Ask(search, request), plain.Find(request));
            var difference = answer is null || expected is null
                ? (answer is null) == (expected is null) ? null : "answered by one alone"
                : answer.DifferenceFrom(plain, expected, request.Sort);
            Interlocked.Increment(ref compared);
            Interlocked.Add(ref found, expected is { Count: > 0 } ? 1 : 0);
            Interlocked.Add(ref refused, expected is null ? 1 : 0);
            if (difference is not null)
            {
                Interlocked.Increment(ref differences);
                Console.Error.WriteLine($"{request.Query}: {difference}");
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{compared:N0} requests over {plain.Texts.Count:N0} texts, {found:N0} of them with hits, {refused:N0} refused by both: {differences:N0} differences ({Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s)"));
        return differences == 0 ? 0 : 1;
    }

    private static PlainArchive Read(ServiceProvider services)
    {
        var words = services.GetRequiredService<WordKnowledge>();
        using var connection = services.GetRequiredService<Store>().Open();
        using var session = services.GetRequiredService<CurrentIndex>().Open();
        return PlainArchive.Read(connection, services.GetRequiredService<CurrentReading>().Analyzer, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), words.Spellings.Dictionary, words.Of(session.Index));
    }

    /// <summary>The whole answer; null where the query cannot be understood.</summary>
    private static WholeAnswer? Ask(ArchiveSearch search, SearchRequest request)
    {
        try
        {
            var counted = search.Search(request with { Limit = 0, Facets = WholeAnswer.AllFacets, Customers = true });
            using var found = search.Find(request);
            return new WholeAnswer(
                [.. found.Texts.Ids(found.Order)], counted.Total, counted.Customers,
                counted.Facets.ToDictionary(f => f.Key, IReadOnlyDictionary<string, int> (f) => f.Value.ToDictionary(v => v.Value, v => v.Count)));
        }
        catch (QueryException)
        {
            return null;
        }
    }
}
