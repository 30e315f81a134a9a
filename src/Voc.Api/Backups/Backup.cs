using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Voc.Api.Storage;

namespace Voc.Api.Backups;

/// <summary>Writes everything an installation keeps into one file, consistent even while the service runs.</summary>
internal sealed class Backup(VocOptions options, Store store, TimeProvider time)
{
    /// <summary>Makes the backup; the file appears only once it is whole.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it; nothing is left behind.</param>
    public async Task<BackupManifest> WriteAsync(string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (unfinished, database) = (path + ".unfinished", path + ".database");
        try
        {
            await Task.Run(() => CopyDatabase(database), cancellationToken);
            progress.Report(0.3);
            var manifest = await PackAsync(unfinished, database, progress, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
            progress.Report(1);
            return manifest;
        }
        finally
        {
            File.Delete(database);
            File.Delete(unfinished);
        }
    }

    /// <summary>One read transaction: what is committed meanwhile is not in it, and nobody waits.</summary>
    private void CopyDatabase(string path)
    {
        File.Delete(path);
        using (OwnFile(path))
        {
        }
        using var source = store.Open();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        copy.Open();
        source.Connection.BackupDatabase(copy);
        using var journal = copy.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode=DELETE";
        journal.ExecuteNonQuery();
    }

    private async Task<BackupManifest> PackAsync(string path, string database, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await using var file = OwnFile(path);
        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var all = Others().Prepend((Name: BackupManifest.Database, Path: database)).ToList();
        var (total, done) = (Math.Max(1, all.Where(f => File.Exists(f.Path)).Sum(f => new FileInfo(f.Path).Length)), 0L);
        var packed = new List<BackupFile>();
        foreach (var (name, from) in all)
        {
            if (!File.Exists(from))
            {
                continue; // An import that ended meanwhile; the service goes on.
            }
            packed.Add(await PackAsync(archive, name, from, cancellationToken));
            done += packed[^1].Length;
            progress.Report(0.3 + (0.7 * Math.Min(1, (double)done / total)));
        }
        var manifest = BackupManifest.Of(packed, time.GetUtcNow());
        await using (var writer = new StreamWriter(await archive.CreateEntry(BackupManifest.FileName).OpenAsync(cancellationToken)))
        {
            await writer.WriteAsync(manifest.Write());
        }
        return manifest;
    }

    private static async Task<BackupFile> PackAsync(ZipArchive archive, string name, string path, CancellationToken cancellationToken)
    {
        await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        long length = 0;
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return new BackupFile(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private IEnumerable<(string Name, string Path)> Others()
    {
        foreach (var name in BackupManifest.Others)
        {
            var path = options.PathOf(name);
            if (File.Exists(path))
            {
                yield return (name, path);
            }
            // Uploads that are still coming in belong to no import yet.
            foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path).Where(f => Path.GetExtension(f) != ".incoming") : [])
            {
                yield return ($"{name}/{Path.GetFileName(file)}", file);
            }
        }
    }

    /// <summary>The backup holds the keys of the installation: nobody else may read it.</summary>
    internal static FileStream OwnFile(string path)
    {
        var own = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, own);
    }
}
