using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Voc.Api.Storage;

/// <summary>
/// The one writer of a process. Submissions that arrive while a commit is under way share the next one, so that a durable commit
/// (one flush to disk) is paid once for many. A submission is complete only after its commit; when one fails, the others of the
/// group are not touched.
/// </summary>
internal sealed class GroupCommitWriter : IDisposable
{
    private const int MaxGroup = 512;
    private const int SqliteBusy = 5;

    private readonly Channel<Write> _queue = System.Threading.Channels.Channel.CreateBounded<Write>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly StoreConnection _store;
    private readonly Thread _thread;

    public GroupCommitWriter(Store store)
    {
        _store = store.Open();
        _thread = new Thread(Run) { Name = "store writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Raised after each commit, on the writer's thread and before the submitters learn of it; must be quick.</summary>
    public event Action? Committed;

    /// <summary>Runs <paramref name="work"/> inside the next transaction and returns its result once that is committed to disk.</summary>
    /// <exception cref="StoreUnavailableException">The commit failed, for instance because the disk is full; nothing was kept.</exception>
    public async Task<T> WriteAsync<T>(Func<StoreConnection, T> work, CancellationToken cancellationToken = default)
    {
        var write = new Write<T>(work);
        await _queue.Writer.WriteAsync(write, cancellationToken);
        return await write.Task;
    }

    public void Dispose()
    {
        if (_queue.Writer.TryComplete())
        {
            _thread.Join();
            _store.Dispose();
        }
    }

    private void Run()
    {
        var group = new List<Write>(MaxGroup);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var write))
            {
                group.Add(write);
            }
            Commit(group);
            group.Clear();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure belongs to the submitter, who awaits it.")]
    private void Commit(List<Write> group)
    {
        try
        {
            Begin();
            foreach (var write in group)
            {
                RunInSavepoint(write);
            }
            _store.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            TryRollback();
            var unavailable = new StoreUnavailableException(failure);
            group.ForEach(write => write.Fail(unavailable));
            return;
        }
        Committed?.Invoke();
        group.ForEach(write => write.Complete());
    }

    /// <summary>Another process may hold the write lock longer than the busy timeout; wait for it rather than fail.</summary>
    private void Begin()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _store.Execute(StoreSql.BeginWrite);
                return;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == SqliteBusy && attempt < 4)
            {
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure belongs to the submitter, who awaits it.")]
    private void RunInSavepoint(Write write)
    {
        _store.Execute("SAVEPOINT one");
        try
        {
            write.Run(_store);
            _store.Execute("RELEASE one");
        }
        catch (Exception failure) when (failure is not SqliteException { SqliteErrorCode: 10 or 11 or 13 })
        {
            // An I/O error (10), a damaged file (11) or a full disk (13) ends the whole transaction; anything else only this piece.
            _store.Execute("ROLLBACK TO one");
            _store.Execute("RELEASE one");
            write.FailLater(failure);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "SQLite may have rolled back already.")]
    private void TryRollback()
    {
        try
        {
            _store.Execute("ROLLBACK");
        }
        catch (Exception)
        {
        }
    }

    private abstract class Write
    {
        protected Exception? Failure { get; private set; }

        public abstract void Run(StoreConnection store);

        public abstract void Complete();

        public abstract void Fail(Exception failure);

        public void FailLater(Exception failure) => Failure = failure;
    }

    private sealed class Write<T>(Func<StoreConnection, T> work) : Write
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Task => _done.Task;

        public override void Run(StoreConnection store) => _result = work(store);

        public override void Complete()
        {
            if (Failure is null)
            {
                _done.SetResult(_result);
            }
            else
            {
                _done.SetException(Failure);
            }
        }

        public override void Fail(Exception failure) => _done.TrySetException(failure);
    }
}

/// <summary>The store could not commit. Nothing of the submission was kept; the caller may try again.</summary>
internal sealed class StoreUnavailableException(Exception cause)
    : Exception("The store could not commit: " + cause.Message, cause);
