using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voc.Api.Imports;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Storage;
using Voc.Benchmarks.Search.Texts;
using Voc.Ingest;

namespace Voc.Benchmarks.Search.Archive;

/// <summary>Brings the generated texts into an empty archive as an import does: masked and checked, into the inbox, analysed on every core, committed.</summary>
internal static class ArchiveFill
{
    private const int ProgressEvery = 50_000;

    public static async Task<ArchiveManifest> RunAsync(IServiceProvider services, int texts, long seed, CancellationToken cancellationToken)
    {
        var made = new SearchTexts(seed);
        foreach (var (name, channel) in made.Sources())
        {
            await services.GetRequiredService<SourceDirectory>().EnsureAsync(name, channel, "import", cancellationToken);
        }
        // What takes the same time for one text as for a million is no part of the speed.
        services.GetRequiredService<CurrentReading>().Analyzer.Analyze("電源が入らない。");
        var stages = services.GetServices<IHostedService>().ToList();
        foreach (var stage in stages)
        {
            await stage.StartAsync(cancellationToken);
        }
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await services.GetRequiredService<RowImport>().RunAsync(
            Rows(made.Take(texts), services.GetRequiredService<FeedbackIntake>(), started), new ImportCounts(), bad => throw new InvalidDataException($"{bad.Field}: {bad.Message.En}"), cancellationToken);
        var backlog = services.GetRequiredService<Backlog>();
        await backlog.EmptyAsync(backlog.LastArrival(), cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var stage in stages.AsEnumerable().Reverse())
        {
            await stage.StopAsync(CancellationToken.None);
        }
        Checkpoint(services.GetRequiredService<Store>());
        using var process = Process.GetCurrentProcess();
        return new ArchiveManifest(texts, seed, seconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, process.PeakWorkingSet64 / 1e6);
    }

    private static IEnumerable<IngestedRow> Rows(IEnumerable<FeedbackDraft> drafts, FeedbackIntake intake, long started)
    {
        var count = 0;
        foreach (var draft in drafts)
        {
            yield return intake.Take(++count, draft);
            if (count % ProgressEvery == 0)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} texts in the inbox after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s"));
            }
        }
    }

    private static void Checkpoint(Store store)
    {
        using var connection = store.Open();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
