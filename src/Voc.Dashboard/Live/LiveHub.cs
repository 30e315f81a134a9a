using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Voc.Dashboard.Live;

/// <summary>The live hub. A client subscribes once for a connection, and again after it reconnects, from where it was.</summary>
public sealed class LiveHub(LiveSubscriptions subscriptions) : Hub
{
    /// <summary>Starts sending what matches the filter; first everything after <paramref name="sinceSequence"/>, or only what is new where that is null.</summary>
    public Subscribed Subscribe(LiveFilter? filter, long? sinceSequence) =>
        new(subscriptions.Start(Context.ConnectionId, Context.User?.Identity?.Name, filter ?? new LiveFilter(null, null), sinceSequence));

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        subscriptions.Stop(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>The subscriptions of this node: for each connection one loop that sends at the client's own pace.</summary>
public sealed class LiveSubscriptions(LiveFeed feed, IHubContext<LiveHub> hub, TimeProvider time, ILogger<LiveSubscriptions> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    /// <summary>Connections that are subscribed.</summary>
    public int Count => _running.Count;

    /// <summary>Starts, or starts anew, the subscription of a connection; returns the position it starts at.</summary>
    public long Start(string connectionId, string? userName, LiveFilter filter, long? since)
    {
        Stop(connectionId);
        var last = feed.LastSequence();
        // A position ahead of the log is of another database, such as one restored from a backup: start from now.
        var position = since is { } asked && asked >= 0 && asked <= last ? asked : last;
        var stop = new CancellationTokenSource();
        _running[connectionId] = stop;
        _ = SendAsync(connectionId, userName, filter, position, stop.Token);
        return position;
    }

    /// <summary>Ends the subscription of a connection, if there is one.</summary>
    public void Stop(string connectionId)
    {
        if (_running.TryRemove(connectionId, out var stop))
        {
            stop.Cancel();
            stop.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var connection in _running.Keys)
        {
            Stop(connection);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A subscription ends with its connection, never silently before; what failed is sent again.")]
    private async Task SendAsync(string connectionId, string? userName, LiveFilter filter, long position, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var client = hub.Clients.Client(connectionId);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var batch = await feed.NextAsync(position, cancellationToken);
                await SendAsync(client, userName, filter, batch, cancellationToken);
                position = batch.Sequence;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Events after {Position} could not be sent to a client; they are tried again", position);
                await Task.Delay(LiveFeed.RetryPause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task SendAsync(ISingleClientProxy client, string? userName, LiveFilter filter, LiveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Feedback.Where(filter.Passes).ToList() is { Count: > 0 } items)
        {
            await client.SendAsync(LiveMessages.FeedbackArrived, new FeedbackArrived(batch.Sequence, items), cancellationToken);
        }
        if (batch.Changed.Where(filter.Passes).ToList() is { Count: > 0 } changed)
        {
            await client.SendAsync(LiveMessages.FeedbackChanged, new FeedbackChanged(batch.Sequence, changed), cancellationToken);
        }
        if (batch.Deleted.Count > 0)
        {
            await client.SendAsync(LiveMessages.FeedbackDeleted, new FeedbackDeleted(batch.Sequence, batch.Deleted), cancellationToken);
        }
        foreach (var issue in batch.Issues.Where(filter.Passes))
        {
            await client.SendAsync(LiveMessages.IssueChanged, new IssueChanged(batch.Sequence, issue), cancellationToken);
        }
        foreach (var alerted in batch.Alerts.Where(a => userName is not null && a.Audience.Contains(userName)))
        {
            await client.SendAsync(LiveMessages.SavedSearchAlert, new SavedSearchAlert(batch.Sequence, alerted.Alert), cancellationToken);
        }
        if (batch.Trend is { } trend)
        {
            await client.SendAsync(LiveMessages.TrendTick, trend, cancellationToken);
        }
    }
}
