namespace Voc.Api.Storage;

/// <summary>Reads what happened, in the order it was committed, and tells when there is more.</summary>
internal sealed class EventLog(Store store, GroupCommitWriter writer, TimeProvider time)
{
    /// <summary>Another process may commit too (an import from the command line), so waiting looks again after this time.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    public long LastSequence()
    {
        using var connection = store.Open();
        return (long)connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event")!;
    }

    /// <summary>Events after a sequence number, in order, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<EventRow> Read(long after, int limit)
    {
        using var connection = store.Open();
        using var rows = connection.Query(
            "SELECT Sequence, Kind, SubjectId, At FROM event WHERE Sequence > $after ORDER BY Sequence LIMIT $limit",
            ("$after", after), ("$limit", limit));
        var events = new List<EventRow>();
        while (rows.Read())
        {
            events.Add(new EventRow
            {
                Sequence = rows.GetInt64(0),
                Kind = (EventKind)rows.GetInt32(1),
                SubjectId = rows.GetInt64(2),
                At = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
            });
        }
        return events;
    }

    /// <summary>Waits until there is an event after a sequence number, then reads as <see cref="Read"/> does.</summary>
    public async Task<IReadOnlyList<EventRow>> ReadNextAsync(long after, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Wake() => committed.TrySetResult();
            writer.Committed += Wake;
            try
            {
                if (Read(after, limit) is { Count: > 0 } events)
                {
                    return events;
                }
                await Task.WhenAny(committed.Task, Task.Delay(PollInterval, time, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
            finally
            {
                writer.Committed -= Wake;
            }
        }
    }
}
