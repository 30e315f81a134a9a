using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources;
using Voc.Api.Storage;

namespace Voc.Api.Imports.Folders;

/// <summary>
/// Takes in the files that are put into the folders of sources. A file that no longer changes becomes an import; when that has ended, the
/// file is moved to <c>done</c> or <c>failed</c> with a report beside it. It stays where it is until then, so a stop or crash loses nothing.
/// </summary>
internal sealed class WatchedFolders(
    Store store, ImportStore imports, ImportRunner runner, PipelineLock pipelineLock, VocOptions options, TimeProvider time, ILogger<WatchedFolders> log) : BackgroundService
{
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>How programs name files that are not whole yet.</summary>
    private static readonly string[] Unfinished = [".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp"];

    /// <summary>What each file was like when it was last looked at.</summary>
    private Dictionary<string, string> _seen = [];

    /// <summary>Sources whose folder could not be used when it was last looked at.</summary>
    private readonly HashSet<int> _troubled = [];

    [SuppressMessage("Design", "CA1031", Justification = "The failure is logged, and the next pass has its turn.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await pipelineLock.AcquireAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PassAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Watched folders pause because the store does not answer");
            }
            await Task.Delay(options.WatchInterval, time, stoppingToken);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The failure is noted on its source and in the log, and the next folder has its turn.")]
    private async Task PassAsync(CancellationToken stoppingToken)
    {
        var seen = new Dictionary<string, string>();
        foreach (var source in await SourcesAsync(stoppingToken))
        {
            try
            {
                await LookAsync(source, seen, stoppingToken);
                _troubled.Remove(source.Id);
                await SayAsync(source, await UnreadAsync(source, stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (_troubled.Add(source.Id))
                {
                    log.LogError(failure, "The folder of source {Source} cannot be used", source.Name);
                }
                await SayAsync(source, Trouble(failure), stoppingToken);
            }
        }
        _seen = seen;
    }

    private async Task<List<SourceRow>> SourcesAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Sources.AsNoTracking().Where(s => s.Kind == SourceKinds.Folder).OrderBy(s => s.Id).ToListAsync(cancellationToken);
    }

    private async Task LookAsync(SourceRow source, Dictionary<string, string> seen, CancellationToken cancellationToken)
    {
        var (settings, folder) = FolderOf(source);
        folder.Create();
        var running = new HashSet<string>();
        foreach (var import in await imports.WatchedAsync(source.Name, cancellationToken))
        {
            if (!await FinishAsync(import, source, cancellationToken))
            {
                running.Add(import.Watched!);
            }
        }
        if (!source.Enabled)
        {
            return;
        }
        foreach (var file in folder.EnumerateFiles().Where(IsWhole).OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).ToList())
        {
            var stamp = Stamp(file);
            seen[file.FullName] = stamp;
            if (!running.Contains(file.FullName) && _seen.GetValueOrDefault(file.FullName) == stamp)
            {
                await TakeAsync(file, stamp, source, settings, cancellationToken);
            }
        }
    }

    private async Task TakeAsync(FileInfo file, string stamp, SourceRow source, FolderSettings settings, CancellationToken cancellationToken)
    {
        var incoming = imports.Incoming();
        try
        {
            await using (var from = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            await using (var to = File.Create(incoming))
            {
                await from.CopyToAsync(to, cancellationToken);
            }
            file.Refresh();
            if (!file.Exists || Stamp(file) != stamp)
            {
                return; // It is still being written, and has its turn when it rests.
            }
            await imports.AddAsync(
                new ImportRow
                {
                    FileName = file.Name,
                    Source = source.Name,
                    Channel = source.Channel,
                    Preset = string.IsNullOrWhiteSpace(settings.Preset) ? null : settings.Preset,
                    Mapping = settings.MappingJson,
                    Culture = settings.Language,
                    CreatedAt = time.GetUtcNow(),
                    Watched = file.FullName,
                    WatchedStamp = stamp,
                },
                incoming, cancellationToken);
            runner.Wake();
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Moves the file of an import that has ended. Returns false while it runs.</summary>
    private async Task<bool> FinishAsync(ImportRow import, SourceRow source, CancellationToken cancellationToken)
    {
        if (import.State is ImportState.Queued or ImportState.Running or ImportState.Undoing)
        {
            return false;
        }
        var file = new FileInfo(import.Watched!);
        // What was put under the same name meanwhile is another file, and stays for its own turn.
        if (file.Exists && Stamp(file) == import.WatchedStamp)
        {
            var moved = Free(Path.Combine(file.DirectoryName!, FolderReport.IsFailed(import) ? Failed : Done, file.Name));
            Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
            FolderReport.Write(import, moved, imports.Report(import.Id));
            file.MoveTo(moved);
        }
        await imports.ChangeAsync(import.Id, row => (row.Watched, row.WatchedStamp) = (null, null));
        await NoteAsync(
            source.Id,
            row => (row.LastRunAt, row.LastCount) = (import.FinishedAt, (int)Math.Min(int.MaxValue, import.Accepted)),
            cancellationToken);
        return true;
    }

    /// <summary>What there is to say of the files that could not be taken in, until somebody has mended or deleted them.</summary>
    private async Task<LocalizedText?> UnreadAsync(SourceRow source, CancellationToken cancellationToken)
    {
        var failed = new DirectoryInfo(Path.Combine(FolderOf(source).Folder.FullName, Failed));
        return failed.Exists && failed.EnumerateFiles().Count(file => File.Exists(FolderReport.PathOf(file.FullName))) is > 0 and var count
            ? FolderReport.Unread(count, await imports.LastFailedAsync(source.Name, cancellationToken))
            : null;
    }

    private (FolderSettings Settings, DirectoryInfo Folder) FolderOf(SourceRow source)
    {
        var settings = FolderSettings.Of(SourceInfo.Parse(source.Settings))!;
        return (settings, new DirectoryInfo(Path.Combine(options.WatchRoot, settings.Folder!)));
    }

    private async Task SayAsync(SourceRow source, LocalizedText? problem, CancellationToken cancellationToken)
    {
        var written = problem is null ? null : JsonSerializer.Serialize(problem);
        if (written != source.LastError)
        {
            await NoteAsync(source.Id, row => row.LastError = written, cancellationToken);
        }
    }

    private async Task NoteAsync(int source, Action<SourceRow> note, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        note(await context.Sources.SingleAsync(s => s.Id == source, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Links are left alone, for they lead elsewhere; so are hidden files and those that a program has not finished or has open.</summary>
    public static bool IsWhole(FileInfo file) =>
        file.LinkTarget is null && !file.Attributes.HasFlag(FileAttributes.Hidden) && file.Name[0] != '.' && !file.Name.StartsWith("~$", StringComparison.Ordinal)
        && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    private static string Stamp(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length}@{file.LastWriteTimeUtc.Ticks}");

    /// <summary>A path that no file has: the one given, or with a number.</summary>
    private static string Free(string path)
    {
        var (start, end) = (path[..^Path.GetExtension(path).Length], Path.GetExtension(path));
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? path : $"{start} ({n.ToString(CultureInfo.InvariantCulture)}){end}").First(free => !File.Exists(free));
    }

    private static LocalizedText Trouble(Exception failure) => failure is not (IOException or UnauthorizedAccessException) && StoreTrouble.Of(failure) is { } known ? known : new(
        $"フォルダーを使えません。サーバーがこのフォルダーに読み書きできるか確かめてください（{failure.Message}）。直るまで繰り返し試します。",
        $"The folder cannot be used. See that the server may read and write it ({failure.Message}). It is tried again until it can.");
}
