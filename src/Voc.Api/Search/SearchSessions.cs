using System.Collections.Concurrent;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>A connection with the collecting function on it. Used by one query at a time.</summary>
internal sealed class SearchSession : IDisposable
{
    public SearchSession(Store store)
    {
        Connection = store.Open();
        Collector = new MatchCollector(Connection.Connection);
    }

    public StoreConnection Connection { get; }

    public MatchCollector Collector { get; }

    public void Dispose()
    {
        Connection.Dispose();
        Collector.Dispose();
    }
}

/// <summary>Keeps as many sessions as queries ran at a time.</summary>
internal sealed class SearchSessions(Store store) : IDisposable
{
    private readonly ConcurrentBag<SearchSession> _idle = [];

    /// <summary>Runs a query in a read transaction, which shows it one state of the store from beginning to end.</summary>
    public T Read<T>(Func<SearchSession, T> query)
    {
        if (!_idle.TryTake(out var session))
        {
            session = new SearchSession(store);
        }
        var sound = false;
        try
        {
            session.Connection.Execute("BEGIN");
            var result = query(session);
            session.Connection.Execute("COMMIT");
            sound = true;
            return result;
        }
        finally
        {
            if (sound)
            {
                _idle.Add(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
