using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// The detector's memory as a file beside the store, so that detection goes on soon after a start. It is only a copy: where it is missing,
/// damaged, of another build or other settings, or of a state the store has not been in (a backup was restored), the archive is read.
/// </summary>
internal sealed class DetectorFile(Store store, VocOptions options, ILogger<DetectorFile> log)
{
    private const string Event = "SELECT Kind || ',' || SubjectId || ',' || At FROM event WHERE Sequence = $sequence";

    private readonly string _path = options.PathOf("detector.bin");
    private Task _flushed = Task.CompletedTask;

    /// <summary>Whether what was saved last is not safe on the disk yet.</summary>
    public bool IsBusy => !_flushed.IsCompleted;

    /// <summary>Brings a new detector to the state that was saved; the last event it counted, or null where the detector must be made anew.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with a copy, there is the original.")]
    public long? Restore(IssueDetector detector, StoreConnection connection)
    {
        try
        {
            // What a process wrote that was killed meanwhile.
            foreach (var left in Directory.EnumerateFiles(options.DataDirectory).Where(f => Path.GetFileName(f).StartsWith("detector.bin.", StringComparison.Ordinal)))
            {
                File.Delete(left);
            }
            if (!File.Exists(_path))
            {
                return null;
            }
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            long? last = null;
            if (detector.Restore(file, place => (last = Known(connection, place)) is not null))
            {
                return last;
            }
            log.LogInformation("The saved state of detection is of another version, other settings or another archive; the archive is read anew");
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The saved state of detection cannot be used; the archive is read anew");
        }
        return null;
    }

    /// <summary>
    /// Saves the detector as it is after an event. Returns when all is written, and it may be changed again; that it is safe on the disk and
    /// takes the place of the file of before comes later. Where it fails there is the file of before.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "A full disk must not end the service, which can do without the file.")]
    public async Task SaveAsync(IssueDetector detector, long last)
    {
        await _flushed;
        var written = $"{_path}.{Environment.ProcessId}";
        FileStream? file = null;
        try
        {
            file = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
            detector.Save(file, $"{last.ToString(CultureInfo.InvariantCulture)};{EventAt(last)}");
            _flushed = Task.Run(() => Flush(file, written));
        }
        catch (Exception failure)
        {
            Failed(failure, file, written);
        }
    }

    /// <summary>Ends when what was saved last is safe on the disk.</summary>
    public Task FlushedAsync() => _flushed;

    private string EventAt(long last)
    {
        using var connection = store.Open();
        return connection.Scalar(Event, ("$sequence", last)) as string ?? "";
    }

    [SuppressMessage("Design", "CA1031", Justification = "A full disk must not end the service, which can do without the file.")]
    private void Flush(FileStream file, string written)
    {
        try
        {
            file.Flush(flushToDisk: true);
            file.Dispose();
            File.Move(written, _path, overwrite: true);
        }
        catch (Exception failure)
        {
            Failed(failure, file, written);
        }
    }

    private void Failed(Exception failure, FileStream? file, string written)
    {
        log.LogWarning(failure, "The state of detection could not be saved; the next start takes longer");
        try
        {
            file?.Dispose();
            File.Delete(written);
        }
        catch (IOException)
        {
            // It is overwritten by the next process of this number, or is in nobody's way.
        }
    }

    /// <summary>The event of a place, where the store knows the same event by that number.</summary>
    private static long? Known(StoreConnection connection, string place)
    {
        var parts = place.Split(';', 2);
        var last = long.Parse(parts[0], CultureInfo.InvariantCulture);
        return connection.Scalar(Event, ("$sequence", last)) as string is { } known && known == parts[1] ? last : null;
    }
}
