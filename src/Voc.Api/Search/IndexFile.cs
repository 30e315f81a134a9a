using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Voc.Analysis.Retrieval;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// The index in memory as a file beside the store, so that a large archive answers soon after a start. It is only a copy: where it is
/// missing, damaged, or of another state than the store has been in, the index is made of the rows.
/// </summary>
internal sealed class IndexFile(VocOptions options, ILogger log)
{
    private const string Event = "SELECT Kind || ',' || SubjectId || ',' || At FROM event WHERE Sequence = $sequence";

    private readonly string _path = options.PathOf("index.bin");

    /// <summary>What the file is a copy of; null where it has none of the store's states.</summary>
    public static string? StateOf(StoreConnection connection, IndexPlace place) =>
        connection.Scalar(Event, ("$sequence", place.Sequence)) is string newest ? string.Create(CultureInfo.InvariantCulture, $"{place.Sequence};{place.Chunk};{newest}") : null;

    /// <summary>Brings the index to the state that was saved, where the store was in it once; null where there is no such file.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with a copy, there is the original.")]
    public IndexPlace? Restore(ArchiveIndex index, StoreConnection connection)
    {
        try
        {
            if (!File.Exists(_path))
            {
                return null;
            }
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            IndexPlace? saved = null;
            return index.Restore(file, state => (saved = Known(connection, state)) is not null) is null ? null : saved;
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The saved index cannot be used and is made anew");
            return null;
        }
    }

    /// <summary>Saves the index; where that fails there is the file of before.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A full disk must not end the service, which can do without the file.")]
    public bool Save(IndexSnapshot snapshot, string state)
    {
        var written = $"{_path}.{Environment.ProcessId}";
        try
        {
            using (var file = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                ArchiveIndex.Save(snapshot, state, file);
                file.Flush(flushToDisk: true);
            }
            File.Move(written, _path, overwrite: true);
            return true;
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The index could not be saved; the next start takes longer");
            TryDelete(written);
            return false;
        }
    }

    /// <summary>The place of a state, where the store was in it once: then it knows the same event by that number.</summary>
    private static IndexPlace? Known(StoreConnection connection, string state)
    {
        var parts = state.Split(';', 3);
        var place = new IndexPlace(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
        return StateOf(connection, place) == state ? place : null;
    }

    /// <summary>Removes the file: what is in it may have been deleted.</summary>
    public void Delete() => TryDelete(_path);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // It is overwritten by the next process of this number, or is in nobody's way.
        }
    }
}
