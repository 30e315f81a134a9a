using Voc.Api.Storage;

namespace Voc.Api.Imports;

/// <summary>What of an import still waits for analysis, seen in the store, whichever process analyses.</summary>
internal sealed class Backlog(Store store, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>The last arrival so far.</summary>
    public long LastArrival()
    {
        using var connection = store.Open();
        return (long)connection.Scalar(StoreSql.LastArrival)!;
    }

    /// <summary>What waits, and what was given up, of the arrivals after one and up to another, of one source or of all.</summary>
    public (long Waiting, long Failed) Count(long after, long last, int? source = null)
    {
        using var connection = store.Open();
        using var row = connection.Query(StoreSql.CountBacklog, ("$after", after), ("$last", last), ("$source", source));
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>Waits until nothing that arrived up to <paramref name="last"/> waits for analysis any more.</summary>
    public async Task EmptyAsync(long last, CancellationToken cancellationToken)
    {
        while (Count(0, last).Waiting > 0)
        {
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }
}
