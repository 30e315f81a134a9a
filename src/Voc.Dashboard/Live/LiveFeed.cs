using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

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
/// <param name="Trend">Counts of the current day, or null where no feedback came or changed.</param>
public sealed record LiveBatch(long After, long Sequence, IReadOnlyList<FeedbackSummary> Feedback, IReadOnlyList<IssueSummary> Issues, TrendTick? Trend)
{
    /// <summary>Feedback whose labels were corrected, each once, in its latest state.</summary>
    public IReadOnlyList<FeedbackSummary> Changed { get; init; } = [];

    /// <summary>Identifiers of feedback that was deleted.</summary>
    public IReadOnlyList<long> Deleted { get; init; } = [];

    /// <summary>Alerts of saved searches, in order.</summary>
    public IReadOnlyList<LiveAlert> Alerts { get; init; } = [];
}

/// <summary>
/// The broadcaster: reads committed events once for all clients and keeps the latest batches at hand. Each client has a position of
/// its own, so a slow one lags by itself and holds up neither ingest nor others.
/// </summary>
public sealed class LiveFeed(ILiveEvents events, TimeProvider time, ILogger<LiveFeed> log) : BackgroundService
{
    private const int KeptBatches = 512;

    /// <summary>Most text at hand in UTF-16 units, about 16 MB: an import of long texts must not fill the memory.</summary>
    private const long KeptText = 8_000_000;

    /// <summary>How long reading rests after the store could not be read.</summary>
    internal static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<LiveBatch> _recent = new();
    private long _text;
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
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, clients must hear again once it can be.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        long? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                position ??= events.LastSequence();
                var batch = await events.ReadNextAsync(position.Value, stoppingToken);
                position = batch.Sequence;
                Keep(batch);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Events after {Position} could not be read; they are tried again", position);
                await Task.Delay(RetryPause, time, stoppingToken);
            }
        }
    }

    private void Keep(LiveBatch batch)
    {
        TaskCompletionSource woken;
        lock (_gate)
        {
            _recent.AddLast(batch);
            _text += Text(batch);
            while (_recent.Count > KeptBatches || (_text > KeptText && _recent.Count > 1))
            {
                _text -= Text(_recent.First!.Value);
                _recent.RemoveFirst();
            }
            (woken, _more) = (_more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        woken.SetResult();
    }

    private static long Text(LiveBatch batch) => batch.Feedback.Concat(batch.Changed).Concat(batch.Alerts.SelectMany(a => a.Alert.Quotes)).Sum(f => (long)f.Text.Length);
}
