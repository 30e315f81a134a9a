using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Voc.Benchmarks.Search.Postgres;

/// <summary>
/// A PostgreSQL of the benchmark's own in a temporary folder, reached over a socket in it, stopped and deleted at the end. It runs as
/// the user of the benchmark, or as Debian's <c>postgres</c> where that is root, whom PostgreSQL refuses.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql";
    private const string Settings =
        "-c listen_addresses='' -c shared_buffers=2GB -c effective_cache_size=8GB -c work_mem=128MB -c maintenance_work_mem=1GB -c jit=off -c plan_cache_mode=force_custom_plan -c random_page_cost=1.1 -c max_wal_size=8GB";

    private readonly string _programs;
    private readonly string _folder;

    private PostgresCluster(string programs, string folder)
    {
        (_programs, _folder) = (programs, folder);
        Source = new NpgsqlDataSourceBuilder($"Host={folder};Username=voc;Database=postgres;Max Auto Prepare=50;Auto Prepare Min Usages=1;Command Timeout=1800").Build();
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>The programs of the newest version installed as Debian does it, or null.</summary>
    public static string? Installed() => !Directory.Exists(Programs) ? null : Directory.GetDirectories(Programs)
        .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
        .Select(d => Path.Combine(d, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));

    public static async Task<PostgresCluster> StartAsync(string programs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("voc-postgres").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", folder], cancellationToken);
        }
        var cluster = new PostgresCluster(programs, folder);
        await cluster.RunProgramAsync("initdb", ["-D", cluster.Data, "-U", "voc", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync"], cancellationToken);
        await cluster.RunProgramAsync("pg_ctl", ["-D", cluster.Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} {Settings}", "start"], cancellationToken);
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await RunProgramAsync("pg_ctl", ["-D", Data, "-m", "immediate", "stop"], CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private Task RunProgramAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments], cancellationToken)
            : RunAsync(path, arguments, cancellationToken);
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        // The server that pg_ctl leaves behind keeps its output open; reading that to the end would never end.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
