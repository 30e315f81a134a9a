using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Voc.Api.DeadLetters;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Pipeline;

/// <summary>
/// Takes feedback from the inbox in batches, analyses it on every core and commits. What fails is tried again with growing pauses,
/// each item by itself, and at last becomes a dead letter. One process at a time runs this for a store, see <see cref="PipelineLock"/>.
/// </summary>
internal sealed class AnalysisWorkers(
    Store store, GroupCommitWriter writer, Inbox inbox, CurrentReading reading, PipelineLock pipelineLock, PipelineMetrics metrics, VocOptions options, TimeProvider time,
    ILogger<AnalysisWorkers> log) : BackgroundService
{
    private const int BatchSize = 128;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>More than there are cores: a worker that waits for its commit leaves its core to another.</summary>
    private static readonly int WorkerCount = 2 * Environment.ProcessorCount;

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly TimeZoneInfo _zone = options.Zone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.AcquireAsync(stoppingToken);
        inbox.Arrived += Wake;
        var batches = System.Threading.Channels.Channel.CreateBounded<IReadOnlyList<InboxItem>>(Environment.ProcessorCount);
        try
        {
            var workers = Enumerable.Range(0, WorkerCount).Select(_ => Task.Run(() => WorkAsync(batches.Reader, stoppingToken), CancellationToken.None)).ToList();
            try
            {
                await DispatchAsync(batches.Writer, stoppingToken);
            }
            finally
            {
                batches.Writer.Complete();
                await Task.WhenAll(workers);
            }
        }
        finally
        {
            inbox.Arrived -= Wake;
        }
    }

    private void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            try
            {
                _wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another submission woke the dispatcher in the same instant.
            }
        }
    }

    /// <summary>
    /// Reads the inbox in order of arrival and hands each item to one worker. Starts over regularly, however much arrives, for items whose
    /// pause has ended and for dead letters that were requeued. A store that cannot be read for a while only delays it.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "Analysis must not end because the store was busy once; what waits is still in the inbox.")]
    private async Task DispatchAsync(ChannelWriter<IReadOnlyList<InboxItem>> batches, CancellationToken stoppingToken)
    {
        var place = new Place(0, time.GetTimestamp());
        var registered = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!registered)
                {
                    await reading.RegisterAsync(writer, time, stoppingToken);
                    registered = true;
                }
                place = await DispatchAsync(batches, place, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The inbox could not be read; it is tried again");
                await Task.Delay(PollInterval, time, stoppingToken);
            }
        }
    }

    private async Task<Place> DispatchAsync(ChannelWriter<IReadOnlyList<InboxItem>> batches, Place place, CancellationToken stoppingToken)
    {
        if (time.GetElapsedTime(place.LastSweep) >= PollInterval)
        {
            place = new Place(0, time.GetTimestamp());
        }
        var (items, last) = ReadPending(place.After);
        if (items.Count > 0)
        {
            await batches.WriteAsync(items, stoppingToken);
        }
        if (last is { } arrival)
        {
            return place with { After = arrival };
        }
        if (_inFlight.IsEmpty)
        {
            inbox.Recount();
        }
        await _wake.WaitAsync(PollInterval, stoppingToken);
        return place;
    }

    private readonly System.Collections.Concurrent.ConcurrentDictionary<long, bool> _inFlight = new();

    /// <summary>The next items that no worker has, and the last arrival that was looked at; null where there was none.</summary>
    private (List<InboxItem> Items, long? Last) ReadPending(long after)
    {
        using var connection = store.Open();
        using var rows = connection.Query(
            StoreSql.PendingInbox, ("$after", after), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("$limit", BatchSize));
        var items = new List<InboxItem>();
        long? last = null;
        while (rows.Read())
        {
            var item = new InboxItem(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetInt32(2), rows.GetString(3), (byte[])rows.GetValue(4),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)), rows.GetInt32(6));
            last = item.Arrival;
            items.Add(item);
        }
        // Marked only once all were read: a failure in between leaves none marked that nobody has.
        items.RemoveAll(item => !_inFlight.TryAdd(item.Arrival, true));
        return (items, last);
    }

    private async Task WorkAsync(ChannelReader<IReadOnlyList<InboxItem>> batches, CancellationToken stoppingToken)
    {
        await foreach (var batch in batches.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                if (!await ProcessAsync(batch))
                {
                    await Task.Delay(options.RetryDelay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
            finally
            {
                foreach (var item in batch)
                {
                    _inFlight.TryRemove(item.Arrival, out _);
                }
            }
        }
    }

    /// <summary>Analyses and commits; false where the store takes nothing at all, so that the rest of the batch has to wait for it.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is retried item by item and ends as a dead letter with its error.")]
    private async Task<bool> ProcessAsync(IReadOnlyList<InboxItem> batch)
    {
        try
        {
            await AnalyseAndCommitAsync(batch);
            return true;
        }
        catch (Exception) when (batch.Count > 1)
        {
            foreach (var item in batch)
            {
                if (!await ProcessAsync([item]))
                {
                    return false;
                }
            }
            return true;
        }
        catch (Exception failure)
        {
            return await PostponeAsync(batch[0], failure);
        }
    }

    private async Task AnalyseAndCommitAsync(IReadOnlyList<InboxItem> batch)
    {
        var started = time.GetTimestamp();
        var now = reading.Now;
        var analyzed = new List<(InboxItem, AnalyzedFeedback)>(batch.Count);
        foreach (var item in batch)
        {
            var feedback = item.Read();
            analyzed.Add((item, new AnalyzedFeedback(item.Id, feedback, now.Analyzer.Analyze(feedback.Text))));
        }
        inbox.Left(await writer.WriteAsync(connection => FeedbackCommit.Apply(connection, analyzed, now.Version, _zone, time.GetUtcNow())));
        metrics.Analysed.Add(batch.Count);
        metrics.BatchDuration.Record(time.GetElapsedTime(started).TotalSeconds);
    }

    [SuppressMessage("Design", "CA1031", Justification = "When even the note of the failure cannot be kept, the item stays in the inbox and is tried again.")]
    private async Task<bool> PostponeAsync(InboxItem item, Exception failure)
    {
        var attempts = item.Attempts + 1;
        var now = time.GetUtcNow();
        // A store that cannot commit says nothing about the item, so it never makes a dead letter.
        var dead = attempts >= options.MaxAttempts && failure is not StoreUnavailableException;
        log.LogWarning(failure, "Feedback {Id} failed at attempt {Attempt}{Fate}", item.Id, attempts, dead ? " and is a dead letter now" : "");
        try
        {
            await writer.WriteAsync(connection => connection.Execute(
                StoreSql.DelayInbox,
                ("$arrival", item.Arrival),
                ("$attempts", attempts),
                ("$due", (now + (options.RetryDelay * Math.Pow(2, Math.Min(attempts - 1, 10)))).ToUnixTimeMilliseconds()),
                ("$error", FailureReason.Of(failure).Written()),
                ("$failed", dead ? now.ToUnixTimeMilliseconds() : null)));
            if (dead)
            {
                inbox.Left(1);
                metrics.DeadLetters.Add(1);
            }
            return true;
        }
        catch (Exception second)
        {
            log.LogError(second, "The failure of feedback {Id} could not be noted", item.Id);
            return false;
        }
    }

    /// <summary>Where the dispatcher is in the inbox, and when it last started over.</summary>
    private readonly record struct Place(long After, long LastSweep);
}
