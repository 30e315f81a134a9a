using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Voc.Api.Backups;

/// <summary>A backup that cannot be restored, or not here; nothing was changed.</summary>
internal sealed class RestoreException(LocalizedText problem) : Exception(problem.En)
{
    public LocalizedText Problem { get; } = problem;
}

/// <summary>Puts a backup into a data folder: everything is unpacked and checked beside it first, and what was there is set aside.</summary>
internal sealed class Restore(VocOptions options, string database, TimeProvider time)
{
    /// <summary>Restores; the caller holds the pipeline's lock.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="replace">Whether data that is there may be set aside.</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it before anything was changed.</param>
    /// <returns>The folder that holds what was there before, or null where there was nothing.</returns>
    /// <exception cref="RestoreException">The file is no whole backup, or there is data already.</exception>
    public async Task<string?> ReadAsync(string path, bool replace, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var present = Present();
        if (present.Count > 0 && !replace)
        {
            throw new RestoreException(new(
                $"{options.DataDirectory} にはすでにデータがあります。空のフォルダーを --data で指定するか、--force を付けてください（今のデータは別のフォルダーに残します）。",
                $"{options.DataDirectory} holds data already. Name an empty folder with --data, or add --force (what is there is kept in a folder of its own)."));
        }
        var unpacked = options.PathOf(".restoring");
        try
        {
            await UnpackAsync(path, unpacked, progress, cancellationToken);
            CheckDatabase(Path.Combine(unpacked, BackupManifest.Database));
            cancellationToken.ThrowIfCancellationRequested();
            return Swap(present, unpacked);
        }
        finally
        {
            if (Directory.Exists(unpacked))
            {
                Directory.Delete(unpacked, recursive: true);
            }
        }
    }

    /// <summary>What an installation keeps and is there; other files in the folder are none of ours.</summary>
    private List<string> Present() =>
        [.. BackupManifest.Others.Select(options.PathOf).Concat([database, database + "-wal", database + "-shm"]).Where(Path.Exists)];

    private static async Task UnpackAsync(string path, string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(path, cancellationToken);
            var manifest = await ReadManifestAsync(archive, path, cancellationToken);
            var (total, done) = (Math.Max(1, manifest.Files.Sum(f => f.Length)), 0L);
            foreach (var file in manifest.Files)
            {
                await UnpackAsync(archive, file, Path.Combine(folder, file.Name), cancellationToken);
                done += file.Length;
                progress.Report((double)done / total);
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or JsonException)
        {
            throw Damaged(path, damaged.Message);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, string path, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(BackupManifest.FileName) is not { } entry)
        {
            throw Damaged(path, BackupManifest.FileName);
        }
        await using var json = await entry.OpenAsync(cancellationToken);
        var manifest = BackupManifest.Read(json);
        if (manifest is not { Format: BackupManifest.FormatName, Files: not null } || !manifest.Files.Any(f => f.Name == BackupManifest.Database))
        {
            throw Damaged(path, BackupManifest.FileName);
        }
        return manifest.Version <= BackupManifest.CurrentVersion ? manifest : throw new RestoreException(new(
            $"{path} は新しい版の Voc（{manifest.Product}）で作られています。その版以降の Voc で復元してください。",
            $"{path} was made by a newer Voc ({manifest.Product}). Restore it with that version or a later one."));
    }

    private static async Task UnpackAsync(ZipArchive archive, BackupFile file, string to, CancellationToken cancellationToken)
    {
        if (!BackupManifest.IsKnown(file.Name) || archive.GetEntry(file.Name) is not { } entry || entry.Length != file.Length)
        {
            throw new InvalidDataException(file.Name);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var from = await entry.OpenAsync(cancellationToken))
        await using (var target = Backup.OwnFile(to))
        {
            var buffer = new byte[1 << 17];
            for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            target.Flush(flushToDisk: true);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new InvalidDataException(file.Name);
        }
    }

    private static void CheckDatabase(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (check.ExecuteScalar() is not "ok")
            {
                throw Damaged(path, "integrity_check");
            }
        }
        catch (SqliteException damaged)
        {
            throw Damaged(path, damaged.Message);
        }
    }

    /// <summary>Renames only, so that a crash leaves either everything in its old place or all of it in folders that say what they are.</summary>
    private string? Swap(List<string> present, string unpacked)
    {
        string? aside = null;
        if (present.Count > 0)
        {
            aside = options.PathOf($"before-restore-{time.GetUtcNow():yyyyMMddHHmmss}");
            Directory.CreateDirectory(aside);
            present.ForEach(e => Directory.Move(e, Path.Combine(aside, Path.GetFileName(e))));
        }
        foreach (var entry in Directory.GetFileSystemEntries(unpacked))
        {
            var name = Path.GetFileName(entry);
            var to = name == BackupManifest.Database ? database : options.PathOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            Directory.Move(entry, to);
        }
        return aside;
    }

    private static RestoreException Damaged(string path, string what) => new(new(
        $"{path} は Voc のバックアップではないか、壊れています（{what}）。別のバックアップを使ってください。",
        $"{path} is no backup of Voc, or is damaged ({what}). Use another backup."));
}
