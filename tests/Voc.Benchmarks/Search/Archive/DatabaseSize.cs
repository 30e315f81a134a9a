using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Voc.Api.Storage;

namespace Voc.Benchmarks.Search.Archive;

/// <summary>How large the database and the saved index beside it are, and which tables and indexes make it so.</summary>
/// <param name="Bytes">Of both files.</param>
/// <param name="Parts">Bytes of tables and indexes, the largest first; empty where the program <c>sqlite3</c> is not installed: the library the product uses is built without <c>dbstat</c>.</param>
internal sealed record DatabaseSize(long Bytes, IReadOnlyList<(string Name, long Bytes)> Parts)
{
    public static DatabaseSize Of(Store store)
    {
        using var connection = store.Open();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var saved = new FileInfo(Path.Combine(Path.GetDirectoryName(store.FilePath)!, "index.bin")) is { Exists: true } file ? file.Length : 0;
        return new DatabaseSize(new FileInfo(store.FilePath).Length + saved, [.. ReadParts(store.FilePath), ("saved index", saved)]);
    }

    private static IReadOnlyList<(string, long)> ReadParts(string file)
    {
        try
        {
            using var shell = Process.Start(new ProcessStartInfo(
                "sqlite3", ["-readonly", "-separator", "\t", file, "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"])
            { RedirectStandardOutput = true })!;
            return [.. shell.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(p => (p[0], long.Parse(p[1], CultureInfo.InvariantCulture)))];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
