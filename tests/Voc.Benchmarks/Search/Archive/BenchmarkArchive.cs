using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api;
using Voc.Api.Storage;

namespace Voc.Benchmarks.Search.Archive;

/// <summary>A data folder with the generated texts in it, made by the product's own stages or used again as it was left.</summary>
internal sealed class BenchmarkArchive : IDisposable
{
    private const string ManifestName = "search-benchmark.json";

    private readonly bool _temporary;

    private BenchmarkArchive(VocOptions options, ArchiveManifest manifest, bool temporary) => (Options, Manifest, _temporary) = (options, manifest, temporary);

    public VocOptions Options { get; }

    public ArchiveManifest Manifest { get; }

    /// <exception cref="InvalidOperationException">The folder holds something else.</exception>
    public static async Task<BenchmarkArchive> OpenAsync(DirectoryInfo? folder, int texts, long seed, CancellationToken cancellationToken)
    {
        var options = new VocOptions { DataDirectory = (folder ?? Directory.CreateTempSubdirectory("voc-search")).FullName };
        var path = options.PathOf(ManifestName);
        var known = File.Exists(path) ? JsonSerializer.Deserialize<ArchiveManifest>(await File.ReadAllTextAsync(path, cancellationToken)) : null;
        if (known is null ? Store.Exists(options) : known.Seed != seed || known.Texts != texts)
        {
            throw new InvalidOperationException($"{options.DataDirectory} holds something other than {texts:N0} texts of seed {seed}: give another --data, or delete it.");
        }
        await new Store(options).MigrateAsync(cancellationToken);
        if (known is null)
        {
            await using var services = Services(options);
            known = await ArchiveFill.RunAsync(services, texts, seed, cancellationToken);
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(known), cancellationToken);
        }
        return new BenchmarkArchive(options, known, folder is null);
    }

    /// <summary>The product's parts on this folder, as a command has them.</summary>
    public ServiceProvider Services() => Services(Options);

    public void Dispose()
    {
        if (_temporary)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Options.DataDirectory, recursive: true);
        }
    }

    private static ServiceProvider Services(VocOptions options) => new ServiceCollection().AddLogging().AddVoc(options).BuildServiceProvider();
}

/// <summary>What a folder was filled with, and how that went.</summary>
/// <param name="Texts">How many texts.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Seconds">Time from the first text to the commit of the last.</param>
/// <param name="ProcessorSeconds">Processor time of that, of making the texts too.</param>
/// <param name="PeakMegabytes">Most memory the process held.</param>
internal sealed record ArchiveManifest(int Texts, long Seed, double Seconds, double ProcessorSeconds, double PeakMegabytes);
