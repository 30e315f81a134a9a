using Voc.Analysis.Retrieval;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// The index and the store in one and the same state, for as long as this is open: the connection is in a read transaction, and the
/// snapshot has exactly what that transaction sees. Used by one thread at a time.
/// </summary>
internal sealed class SearchSession : IDisposable
{
    /// <summary>A search reads a page of texts; sixteen of them at a time need not keep half a gigabyte of the file.</summary>
    private const string SmallCache = "PRAGMA cache_size=-4000";

    private readonly Action<SearchSession> _closed;
    private IndexSnapshot? _index;

    public SearchSession(Store store, Action<SearchSession> closed)
    {
        _closed = closed;
        Connection = store.Open();
        Connection.Execute(SmallCache);
        Entries = new IndexEntries(Connection);
    }

    public StoreConnection Connection { get; }

    public IndexSnapshot Index => _index ?? throw new ObjectDisposedException(nameof(SearchSession));

    internal IndexEntries Entries { get; }

    internal void Begin() => Connection.Execute("BEGIN");

    internal void Show(IndexSnapshot index) => _index = index;

    /// <summary>Ends the transaction; the session is used again for another query.</summary>
    public void Dispose()
    {
        if (_index is not null)
        {
            _index = null;
            Connection.Execute("COMMIT");
            _closed(this);
        }
    }

    /// <summary>Closes the connection, in whatever state it is.</summary>
    internal void Close()
    {
        Entries.Dispose();
        Connection.Dispose();
    }
}
