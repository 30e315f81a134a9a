using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Voc.Analysis;
using Voc.Api.Storage;

namespace Voc.Api.Pipeline;

/// <summary>
/// Takes feedback from the inbox in batches, analyses it on every core and commits. What fails is tried again with growing pauses,
/// each item by itself, and at last becomes a dead letter. One process at a time runs this for a store, see <see cref="PipelineLock"/>.
/// </summary>
internal sealed class AnalysisWorkers(
    Store store, GroupCommitWriter writer, Inbox inbox, Analyzer analyzer, PipelineLock pipelineLock, PipelineMetrics metrics, VocOptions options, TimeProvider time,
    ILogger<AnalysisWorkers> log) : BackgroundService
{
    private const int BatchSize = 128;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly TimeZoneInfo _zone = options.Zone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.AcquireAsync(stoppingToken);
        inbox.Recount();
        inbox.Arrived += Wake;
        var batches = System.Threading.Channels.Channel.CreateBounded<IReadOnlyList<InboxItem>>(Environment.ProcessorCount);
        try
        {
            var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => WorkAsync(batches.Reader), CancellationToken.None)).ToList();
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

    /// <summary>Reads the inbox in order of arrival and hands each item to one worker. Starts over for items whose pause has ended.</summary>
    private async Task DispatchAsync(ChannelWriter<IReadOnlyList<InboxItem>> batches, CancellationToken stoppingToken)
    {
        long after = 0;
        var lastSweep = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            var items = ReadPending(after);
            if (items.Count > 0)
            {
                after = items[^1].Arrival;
                await batches.WriteAsync(items, stoppingToken);
                continue;
            }
            if (_inFlight.IsEmpty && time.GetElapsedTime(lastSweep) >= PollInterval)
            {
                (after, lastSweep) = (0, time.GetTimestamp());
                inbox.Recount();
            }
            await _wake.WaitAsync(PollInterval, stoppingToken);
        }
    }

    private readonly System.Collections.Concurrent.ConcurrentDictionary<long, bool> _inFlight = new();

    private List<InboxItem> ReadPending(long after)
    {
        using var connection = store.Open();
        using var rows = connection.Query(
            StoreSql.PendingInbox, ("$after", after), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("$limit", BatchSize));
        var items = new List<InboxItem>();
        while (rows.Read())
        {
            var item = new InboxItem(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetInt32(2), rows.GetString(3), (byte[])rows.GetValue(4),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)), rows.GetInt32(6));
            _inFlight[item.Arrival] = true;
            items.Add(item);
        }
        return items;
    }

    private async Task WorkAsync(ChannelReader<IReadOnlyList<InboxItem>> batches)
    {
        await foreach (var batch in batches.ReadAllAsync())
        {
            try
            {
                await ProcessAsync(batch);
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

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is retried item by item and ends as a dead letter with its error.")]
    private async Task ProcessAsync(IReadOnlyList<InboxItem> batch)
    {
        try
        {
            await AnalyseAndCommitAsync(batch);
        }
        catch (Exception) when (batch.Count > 1)
        {
            foreach (var item in batch)
            {
                await ProcessAsync([item]);
            }
        }
        catch (Exception failure)
        {
            await PostponeAsync(batch[0], failure);
        }
    }

    private async Task AnalyseAndCommitAsync(IReadOnlyList<InboxItem> batch)
    {
        var started = time.GetTimestamp();
        var analyzed = new List<(InboxItem, AnalyzedFeedback)>(batch.Count);
        foreach (var item in batch)
        {
            var feedback = item.Read();
            analyzed.Add((item, new AnalyzedFeedback(item.Id, feedback, analyzer.Analyze(feedback.Text))));
        }
        inbox.Left(await writer.WriteAsync(connection => FeedbackCommit.Apply(connection, analyzed, _zone, time.GetUtcNow())));
        metrics.Analysed.Add(batch.Count);
        metrics.BatchDuration.Record(time.GetElapsedTime(started).TotalSeconds);
    }

    [SuppressMessage("Design", "CA1031", Justification = "When even the note of the failure cannot be kept, the item stays in the inbox and is tried again.")]
    private async Task PostponeAsync(InboxItem item, Exception failure)
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
                ("$error", failure.Message),
                ("$failed", dead ? now.ToUnixTimeMilliseconds() : null)));
            if (dead)
            {
                inbox.Left(1);
                metrics.DeadLetters.Add(1);
            }
        }
        catch (Exception second)
        {
            log.LogError(second, "The failure of feedback {Id} could not be noted", item.Id);
        }
    }
}
