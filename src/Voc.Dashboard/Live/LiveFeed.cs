using Microsoft.Extensions.Hosting;

namespace Voc.Dashboard.Live;

/// <summary>Committed events in order, made ready to send. The host implements it over its store.</summary>
public interface ILiveEvents
{
    /// <summary>Sequence number of the last committed event; 0 where there is none.</summary>
    long LastSequence();

    /// <summary>The events after a sequence number, at least one; waits for it.</summary>
    Task<LiveBatch> ReadNextAsync(long after, CancellationToken cancellationToken);
}

/// <summary>What some consecutive events amount to.</summary>
/// <param name="After">The batch follows this sequence number.</param>
/// <param name="Sequence">Sequence number of its last event.</param>
/// <param name="Feedback">New feedback, in order of commit.</param>
/// <param name="Issues">Issues that changed, each once, in its latest state.</param>
/// <param name="Trend">Counts of the current day, or null where no feedback came.</param>
public sealed record LiveBatch(long After, long Sequence, IReadOnlyList<FeedbackSummary> Feedback, IReadOnlyList<IssueSummary> Issues, TrendTick? Trend);

/// <summary>
/// The broadcaster: reads committed events once for all clients and keeps the latest batches at hand. Each client has a position of
/// its own, so a slow one lags by itself and holds up neither ingest nor others.
/// </summary>
public sealed class LiveFeed(ILiveEvents events) : BackgroundService
{
    private const int KeptBatches = 512;

    private readonly Lock _gate = new();
    private readonly LinkedList<LiveBatch> _recent = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sequence number of the last committed event.</summary>
    public long LastSequence() => events.LastSequence();

    /// <summary>The batch that follows a position; waits for it. Positions older than what is at hand are read from the store.</summary>
    public async Task<LiveBatch> NextAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_recent.First is { } oldest && oldest.Value.After <= after && _recent.FirstOrDefault(b => b.After == after) is { } batch)
                {
                    return batch;
                }
                if (_recent.Last is null || after < _recent.Last.Value.Sequence)
                {
                    break;
                }
                more = _more.Task;
            }
            await more.WaitAsync(cancellationToken);
        }
        return await events.ReadNextAsync(after, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var position = events.LastSequence();
        while (!stoppingToken.IsCancellationRequested)
        {
            var batch = await events.ReadNextAsync(position, stoppingToken);
            position = batch.Sequence;
            TaskCompletionSource woken;
            lock (_gate)
            {
                _recent.AddLast(batch);
                if (_recent.Count > KeptBatches)
                {
                    _recent.RemoveFirst();
                }
                (woken, _more) = (_more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            woken.SetResult();
        }
    }
}
