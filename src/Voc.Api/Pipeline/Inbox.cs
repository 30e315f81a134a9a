using System.Runtime.InteropServices;
using System.Text.Json;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;

namespace Voc.Api.Pipeline;

/// <summary>What became of one submitted feedback: its identifier, and whether it had been submitted before.</summary>
internal readonly record struct Receipt(long Id, bool Duplicate);

/// <summary>
/// The durable door through which all feedback comes in. A receipt is given only after the commit; the same source and external id
/// again gets the first receipt's identifier and stores nothing.
/// </summary>
internal sealed class Inbox(Store store, GroupCommitWriter writer, SourceDirectory sources, PipelineMetrics metrics, VocOptions options, TimeProvider time)
{
    private long _pending = -1;
    private static readonly TimeSpan RecountPause = TimeSpan.FromSeconds(1);

    private long _ordinal = time.GetTimestamp();
    private long _recounted = time.GetTimestamp();

    /// <summary>Raised after new feedback was committed.</summary>
    public event Action? Arrived;

    /// <summary>Feedback that waits for analysis, dead letters not counted.</summary>
    public long Pending
    {
        get
        {
            if (Interlocked.Read(ref _pending) < 0)
            {
                Recount();
            }
            return Interlocked.Read(ref _pending);
        }
    }

    /// <summary>Takes in feedback, all or nothing, and returns a receipt for each, in order.</summary>
    /// <exception cref="InboxFullException">Too much waits for analysis; nothing was taken.</exception>
    /// <exception cref="UnknownSourceException">A source is not registered; nothing was taken.</exception>
    public Task<IReadOnlyList<Receipt>> AcceptAsync(IReadOnlyList<Feedback> batch, CancellationToken cancellationToken = default) =>
        AcceptAsync(batch, static (_, _) => { }, cancellationToken);

    /// <summary>Takes in feedback and writes something alongside in the same transaction.</summary>
    public Task<IReadOnlyList<Receipt>> AcceptAsync(
        IReadOnlyList<Feedback> batch, Action<StoreConnection, IReadOnlyList<Receipt>> alongside, CancellationToken cancellationToken) =>
        AcceptAsync(batch, static (_, _) => true, alongside, cancellationToken);

    /// <summary>Takes in what is still wanted when the transaction is open; what is not gets a receipt as a duplicate, without an identifier.</summary>
    /// <param name="batch">What to take in.</param>
    /// <param name="wants">Whether one is still wanted.</param>
    /// <param name="alongside">Written in the same transaction.</param>
    /// <param name="cancellationToken">Cancels it while it is not queued yet.</param>
    /// <param name="countsKnown">Whether duplicates are counted with their source; not where the caller does that when all has ended.</param>
    public async Task<IReadOnlyList<Receipt>> AcceptAsync(
        IReadOnlyList<Feedback> batch, Func<StoreConnection, Feedback, bool> wants, Action<StoreConnection, IReadOnlyList<Receipt>> alongside, CancellationToken cancellationToken,
        bool countsKnown = true)
    {
        if (!HasRoom(batch.Count))
        {
            throw new InboxFullException();
        }
        var items = new (Feedback Feedback, SourceEntry Source, byte[] Payload)[batch.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = (batch[i], await sources.EntryAsync(batch[i].Source, cancellationToken), JsonSerializer.SerializeToUtf8Bytes(batch[i], StoredJson.Default.Feedback));
        }
        // Not cancelled once queued: the caller of a cancelled request may repeat it, and the receipt will then say duplicate.
        var receipts = await writer.WriteAsync(connection =>
        {
            var given = Insert(connection, items, wants, countsKnown);
            alongside(connection, given);
            return given;
        }, CancellationToken.None);
        var added = receipts.Count(r => !r.Duplicate);
        if (added > 0)
        {
            Interlocked.Add(ref _pending, added);
            metrics.Accepted.Add(added);
            Arrived?.Invoke();
        }
        return receipts;
    }

    /// <summary>Puts feedback in again under the identifier it had, inside the transaction that took it out; <see cref="Returned"/> is to be told afterwards.</summary>
    public static void Return(StoreConnection connection, long id, int source, Feedback feedback, DateTimeOffset receivedAt) => connection.Execute(
        StoreSql.InsertInbox,
        ("$id", id), ("$source", source), ("$external", feedback.ExternalId), ("$payload", JsonSerializer.SerializeToUtf8Bytes(feedback, StoredJson.Default.Feedback)),
        ("$received", receivedAt.ToUnixTimeMilliseconds()));

    /// <summary>Notes that one was put in again.</summary>
    public void Returned()
    {
        Interlocked.Increment(ref _pending);
        Arrived?.Invoke();
    }

    /// <summary>Notes that so many items have left.</summary>
    public void Left(int count) => Interlocked.Add(ref _pending, -count);

    /// <summary>Where another process analyses, this one learns only by counting again that there is room.</summary>
    private bool HasRoom(int count)
    {
        if (Pending + count > options.InboxCapacity && time.GetElapsedTime(Interlocked.Read(ref _recounted)) >= RecountPause)
        {
            Recount();
        }
        return Pending + count <= options.InboxCapacity;
    }

    /// <summary>Counts again what waits; another process may have added or taken some.</summary>
    public void Recount()
    {
        Interlocked.Exchange(ref _recounted, time.GetTimestamp());
        using var connection = store.Open();
        Interlocked.Exchange(ref _pending, (long)connection.Scalar(StoreSql.CountPending)!);
    }

    private Receipt[] Insert(StoreConnection connection, (Feedback Feedback, SourceEntry Source, byte[] Payload)[] items, Func<StoreConnection, Feedback, bool> wants, bool countsKnown)
    {
        var now = time.GetUtcNow();
        var receipts = new Receipt[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var (feedback, source, payload) = items[i];
            if (!wants(connection, feedback))
            {
                receipts[i] = new Receipt(0, Duplicate: true);
                continue;
            }
            if (connection.Scalar(StoreSql.FindKnown, ("$source", source.Id), ("$external", feedback.ExternalId)) is long known)
            {
                receipts[i] = new Receipt(known, Duplicate: true);
                continue;
            }
            var id = FeedbackId.At(feedback.OccurredAt, Interlocked.Increment(ref _ordinal));
            while (connection.Scalar(StoreSql.IsTaken, ("$id", id)) is not null)
            {
                id = FeedbackId.Next(id);
            }
            connection.Execute(StoreSql.InsertInbox, ("$id", id), ("$source", source.Id), ("$external", feedback.ExternalId), ("$payload", payload), ("$received", now.ToUnixTimeMilliseconds()));
            receipts[i] = new Receipt(id, Duplicate: false);
        }
        Count(connection, items, receipts, countsKnown, now);
        return receipts;
    }

    private static void Count(StoreConnection connection, (Feedback Feedback, SourceEntry Source, byte[] Payload)[] items, Receipt[] receipts, bool countsKnown, DateTimeOffset now)
    {
        var arrived = new Dictionary<SourceEntry, Arrived>(1);
        for (var i = 0; i < items.Length; i++)
        {
            ref var arrivals = ref CollectionsMarshal.GetValueRefOrAddDefault(arrived, items[i].Source, out _);
            arrivals = receipts[i].Duplicate ? arrivals with { Duplicates = arrivals.Duplicates + (countsKnown ? 1 : 0) } : arrivals with { Accepted = arrivals.Accepted + 1 };
        }
        foreach (var (source, arrivals) in arrived)
        {
            SourceHours.Received(connection, source.Id, source.Kind, now, arrivals);
        }
    }
}

/// <summary>Too much feedback waits for analysis; try again in <see cref="RetryAfter"/>.</summary>
internal sealed class InboxFullException() : Exception("The inbox is full.")
{
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(5);
}

/// <summary>A source by this name is not registered.</summary>
internal sealed class UnknownSourceException(string name) : Exception($"There is no source '{name}'.")
{
    public string Name { get; } = name;
}
