using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Benchmarks.Search.Archive;
using Voc.Benchmarks.Search.Queries;

namespace Voc.Benchmarks.Search.Postgres;

/// <summary><c>search-postgres</c>: the same queries asked of the product and of PostgreSQL in turn, over the same texts and terms.</summary>
internal static class PostgresCommand
{
    public static Command Create()
    {
        var (texts, seed, data, rounds, json) = (SearchOptions.Texts(), SearchOptions.Seed(), SearchOptions.Data(), SearchOptions.Rounds(), SearchOptions.Json());
        var command = new Command("search-postgres", "Measure the classes of queries beside PostgreSQL with GIN, in one run") { texts, seed, data, rounds, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (PostgresCluster.Installed() is not { } programs)
            {
                await Console.Error.WriteLineAsync("PostgreSQL is not installed; on Debian: apt-get install postgresql");
                return 1;
            }
            using var archive = await BenchmarkArchive.OpenAsync(parsed.GetValue(data), parsed.GetValue(texts), parsed.GetValue(seed), cancellationToken);
            await using var cluster = await PostgresCluster.StartAsync(programs, cancellationToken);
            var report = await RunAsync(archive, cluster, parsed.GetValue(rounds), cancellationToken);
            report.Write(Console.Out, parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static async Task<SearchReport> RunAsync(BenchmarkArchive archive, PostgresCluster cluster, int rounds, CancellationToken cancellationToken)
    {
        await using var services = archive.Services();
        var search = services.GetRequiredService<ArchiveSearch>();
        await Console.Error.WriteLineAsync("filling PostgreSQL");
        var measures = (await new PostgresArchive(cluster.Source).FillAsync(services.GetRequiredService<Store>(), cancellationToken)).ToList();
        await using var connection = await cluster.Source.OpenConnectionAsync(cancellationToken);
        var postgres = new PostgresSearch(connection, search);
        var classes = SearchCommand.DrawQueries(services, search, archive.Manifest.Seed).Select(c => c with { Queries = [.. c.Queries.Where(postgres.CanAsk)] }).ToList();
        measures.Add(Agreement(classes, postgres));
        await Console.Error.WriteLineAsync("asking both in turn");
        var asked = TimedRounds.Run(classes, [query => search.Search(query.Request()), query => postgres.Ask(query)], rounds, archive.Manifest.Seed);
        return new SearchReport(archive.Manifest.Texts, measures, [.. asked[0].Zip(asked[1], (ours, theirs) => ClassMeasure.Of(ours) with
        {
            Beside = new($"PostgreSQL {connection.PostgreSqlVersion}", theirs.Clock.At(0.5), theirs.Clock.At(0.95)),
        })]);
    }

    private static Measure Agreement(IReadOnlyList<QueryClass> classes, PostgresSearch postgres)
    {
        var counted = classes.SelectMany(c => c.Queries).Where(q => q.Counts).ToList();
        var different = counted.Where(q => postgres.Ask(q) != q.Hits).ToList();
        different.ForEach(q => Console.Error.WriteLine($"{q.Text}: {q.Hits} here, {postgres.Ask(q)} in PostgreSQL"));
        return new("queries that PostgreSQL counts otherwise", "", different.Count, 0, Detail: $"of {counted.Count}");
    }
}
