using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Retrieval;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// The index of the archive in memory, kept at the state of the store. Whoever asks gets both in one state: under a lock a read transaction
/// begins, what was committed since the last time is brought in, whichever process committed it, and a snapshot is taken.
/// </summary>
internal sealed class CurrentIndex(Store store, VocOptions options, TimeProvider time, ILogger<CurrentIndex> log) : IDisposable
{
    private const string LastSequence = "SELECT coalesce(max(Sequence), 0) FROM event";
    private const string TouchedSince = "SELECT DISTINCT SubjectId FROM event WHERE Sequence > $after AND Kind IN (1, 3, 5)";
    private const string IdsBetween = "SELECT Id FROM search_row WHERE Id BETWEEN $first AND $last";

    /// <summary>So many changed texts are brought in one by one; of more, unless the archive is much larger, it is quicker to load all.</summary>
    private const int FewChanges = 50_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How long at most a deleted text stays in the file.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private readonly ConcurrentBag<SearchSession> _idle = [];
    private readonly ArchiveIndex _index = new();
    private readonly IndexFile _file = new(options, log);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private IndexPlace? _place;
    private int _unsaved;
    private long? _deletedAt;
    private volatile bool _disposed;

    /// <summary>Ends when the index is there with its texts, so that what is not urgent does not keep it from loading.</summary>
    public Task Loaded => _loaded.Task;

    /// <summary>What the texts wait for, which only exact strings need; it must not fail.</summary>
    public Task TextsAfter { get; set; } = Task.CompletedTask;

    /// <summary>The fewest texts of an archive that is saved; a smaller one is loaded at once.</summary>
    public int LeastSaved { get; init; } = 50_000;

    /// <summary>A session in the newest state there is. The first waits until the index is loaded.</summary>
    public SearchSession Open()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idle.TryTake(out var session))
        {
            session = new SearchSession(store, GiveBack);
        }
        try
        {
            lock (_lock)
            {
                session.Begin();
                session.Show(CatchUp(session));
            }
            return session;
        }
        catch
        {
            session.Close();
            throw;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Close();
        }
    }

    private void GiveBack(SearchSession session)
    {
        if (_disposed)
        {
            session.Close();
        }
        else
        {
            _idle.Add(session);
        }
    }

    /// <summary>Saves the index for the next start if enough has changed since it was saved, or if it is about to end.</summary>
    /// <param name="ending">Whether this is the last chance.</param>
    public void SaveWhereDue(bool ending)
    {
        IndexSnapshot snapshot;
        IndexPlace place;
        (int Unsaved, long? DeletedAt) covered;
        lock (_lock)
        {
            if (_place is not { } known || !IsDue(ending))
            {
                return;
            }
            (snapshot, place, covered) = (_index.Current, known, (_unsaved, _deletedAt));
        }
        if (snapshot.Count < LeastSaved)
        {
            _file.Delete();
        }
        else
        {
            using var connection = store.Open();
            if (IndexFile.StateOf(connection, place) is not { } state || !_file.Save(snapshot, state))
            {
                return;
            }
        }
        lock (_lock)
        {
            (_unsaved, _deletedAt) = (_unsaved - covered.Unsaved, _deletedAt == covered.DeletedAt ? null : _deletedAt);
        }
    }

    private bool IsDue(bool ending)
    {
        var deleted = _deletedAt is { } at && (ending || time.GetElapsedTime(at) >= Forgotten);
        var count = _index.Current.Count;
        return deleted || (count >= LeastSaved && _unsaved >= (ending ? 1 : Math.Max(LeastSaved, count / 10)));
    }

    private IndexSnapshot CatchUp(SearchSession session)
    {
        var started = time.GetTimestamp();
        var now = new IndexPlace((long)session.Connection.Scalar(LastSequence)!, ReindexLog.Last(session.Connection));
        var saved = _place is null ? _file.Restore(_index, session.Connection) : null;
        if ((_place ?? saved) is not { } known || Touched(session.Connection, known, now) is not { } touched || touched.Count > Math.Max(FewChanges, _index.Current.Count / 5))
        {
            return Load(session, now);
        }
        if (now != known)
        {
            Apply(session, touched, now.Sequence);
        }
        _place = now;
        if (saved is not null)
        {
            Ready(started);
        }
        return _index.Current;
    }

    /// <summary>The texts that something happened to between two states; null where that cannot be told any more.</summary>
    private static List<long>? Touched(StoreConnection connection, IndexPlace known, IndexPlace now)
    {
        var touched = new SortedSet<long>();
        if (now.Sequence != known.Sequence)
        {
            Read(connection, touched, TouchedSince, ("$after", known.Sequence));
        }
        if (now.Chunk != known.Chunk)
        {
            if (ReindexLog.Read(connection, known.Chunk, now.Chunk) is not { } chunks)
            {
                return null;
            }
            foreach (var chunk in chunks)
            {
                touched.UnionWith(chunk.Ids ?? []);
                if (chunk.Ids is null)
                {
                    Read(connection, touched, IdsBetween, ("$first", chunk.First), ("$last", chunk.Last));
                }
            }
        }
        return [.. touched];
    }

    private static void Read(StoreConnection connection, SortedSet<long> into, string sql, params ReadOnlySpan<(string, object?)> values)
    {
        using var rows = connection.Query(sql, values);
        while (rows.Read())
        {
            into.Add(rows.GetInt64(0));
        }
    }

    private void Apply(SearchSession session, List<long> touched, long sequence)
    {
        var (written, deleted) = (new List<IndexEntry>(touched.Count), new List<long>());
        foreach (var id in touched)
        {
            if (session.Entries.Find(id) is { } entry)
            {
                written.Add(entry);
            }
            else
            {
                deleted.Add(id);
            }
        }
        _index.Apply(written, deleted, sequence);
        _unsaved += touched.Count;
        _deletedAt = deleted.Count > 0 ? _deletedAt ?? time.GetTimestamp() : _deletedAt;
    }

    private IndexSnapshot Load(SearchSession session, IndexPlace now)
    {
        var started = time.GetTimestamp();
        _place = null;
        var snapshot = _index.Load(session.Entries.All(), now.Sequence);
        (_place, _unsaved) = (now, snapshot.Count);
        Ready(started);
        return snapshot;
    }

    private void Ready(long started)
    {
        log.LogInformation("The index holds {Count} texts, ready after {Seconds:0.00} s", _index.Current.Count, time.GetElapsedTime(started).TotalSeconds);
        if (_index.Current.Count > 0)
        {
            _ = Task.Factory.StartNew(AttachTexts, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        else
        {
            _loaded.TrySetResult();
        }
    }

    /// <summary>Search answers before the texts are there; what asks for exact strings waits for them.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the texts from being read now, exact strings wait for them.")]
    private void AttachTexts()
    {
        TextsAfter.Wait();
        var started = time.GetTimestamp();
        while (!_disposed)
        {
            try
            {
                using var connection = store.Open();
                _index.AttachTexts(IndexEntries.Texts(connection).TakeWhile(_ => !_disposed));
                log.LogInformation("The index has its texts after {Seconds:0.00} s", time.GetElapsedTime(started).TotalSeconds);
                _loaded.TrySetResult();
                return;
            }
            catch (Exception failure) when (!_disposed)
            {
                log.LogError(failure, "The texts of the index could not be read; they are read again");
                Thread.Sleep(Pause);
            }
        }
    }
}

/// <summary>A state of the store: the last event and the last chunk of texts that were read anew.</summary>
internal readonly record struct IndexPlace(long Sequence, long Chunk);
