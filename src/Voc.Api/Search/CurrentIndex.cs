using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Retrieval;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// The index of the archive in memory, kept at the state of the store. Whoever asks gets both in one state: under a lock a read transaction
/// begins, what was committed since the last time is brought in, whichever process committed it, and a snapshot is taken.
/// </summary>
internal sealed class CurrentIndex(Store store, TimeProvider time, ILogger<CurrentIndex> log) : IDisposable
{
    private const string LastSequence = "SELECT coalesce(max(Sequence), 0) FROM event";
    private const string TouchedSince = "SELECT DISTINCT SubjectId FROM event WHERE Sequence > $after AND Kind IN (1, 3, 5)";
    private const string IdsBetween = "SELECT Id FROM search_row WHERE Id BETWEEN $first AND $last";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<SearchSession> _idle = [];
    private readonly ArchiveIndex _index = new();
    private readonly Lock _lock = new();
    private Place? _place;
    private volatile bool _disposed;

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

    private IndexSnapshot CatchUp(SearchSession session)
    {
        var now = new Place((long)session.Connection.Scalar(LastSequence)!, ReindexLog.Last(session.Connection));
        if (_place is not { } known || Touched(session.Connection, known, now) is not { } touched)
        {
            return Load(session, now);
        }
        if (now != known)
        {
            Apply(session, touched, now.Sequence);
            _place = now;
        }
        return _index.Current;
    }

    /// <summary>The texts that something happened to between two states; null where that cannot be told any more.</summary>
    private static List<long>? Touched(StoreConnection connection, Place known, Place now)
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
    }

    private IndexSnapshot Load(SearchSession session, Place now)
    {
        var started = time.GetTimestamp();
        _place = null;
        var snapshot = _index.Load(session.Entries.All(), now.Sequence);
        _place = now;
        log.LogInformation("The index holds {Count} texts, ready after {Seconds:0.00} s", snapshot.Count, time.GetElapsedTime(started).TotalSeconds);
        if (snapshot.Count > 0)
        {
            _ = Task.Factory.StartNew(AttachTexts, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        return snapshot;
    }

    /// <summary>Search answers before the texts are there; what asks for exact strings waits for them.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the texts from being read now, exact strings wait for them.")]
    private void AttachTexts()
    {
        var started = time.GetTimestamp();
        while (!_disposed)
        {
            try
            {
                using var connection = store.Open();
                _index.AttachTexts(IndexEntries.Texts(connection).TakeWhile(_ => !_disposed));
                log.LogInformation("The index has its texts after {Seconds:0.00} s", time.GetElapsedTime(started).TotalSeconds);
                return;
            }
            catch (Exception failure) when (!_disposed)
            {
                log.LogError(failure, "The texts of the index could not be read; they are read again");
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>A state of the store: the last event and the last chunk of texts that were read anew.</summary>
    private readonly record struct Place(long Sequence, long Chunk);
}
