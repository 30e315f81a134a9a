using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Search;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.SavedSearches;

/// <summary>
/// Looks through committed feedback in order for what watched searches find, and alerts. Runs in the one process that holds the
/// <see cref="PipelineLock"/>. What was found, the alert with its event and messages for webhooks, and how far it came are written in one
/// transaction: a crash at any instant neither loses nor repeats an alert.
/// </summary>
internal sealed class SearchWatcher(
    Store store, GroupCommitWriter writer, EventLog log, Inbox inbox, PipelineLock pipelineLock, WatchedSearches searches, LinkedFeedback linked, FeedbackReader feedback,
    VocOptions options, TimeProvider time, ILogger<SearchWatcher> logger) : BackgroundService
{
    private const int BatchSize = 5000;

    /// <summary>Feedback waiting for analysis beyond which an import is taken to be under way.</summary>
    private const int Importing = 50;

    /// <summary>Events that found nothing after which it is noted how far it came; looking at them twice would find nothing again.</summary>
    private const int NoteEvery = 1000;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    private readonly HashSet<(long Search, int Version)> _refused = [];
    private long _cursor;
    private long _noted;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, watching must go on once it can be.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        var started = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!started)
                {
                    (_cursor, started) = (Position(), true);
                    _noted = _cursor;
                }
                var more = await PassAsync(stoppingToken);
                await Task.Delay(more ? TimeSpan.Zero : Pace, time, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(failure, "Looking for alerts after event {Cursor} was interrupted; it is tried again", _cursor);
                await Task.Delay(RetryPause, time, stoppingToken);
            }
        }
    }

    /// <summary>Looks at the next events once; true where more wait.</summary>
    private async Task<bool> PassAsync(CancellationToken cancellationToken)
    {
        // Read before the watches: one that is added in between starts behind it.
        var last = log.LastSequence();
        var watched = Watched();
        if (watched.Count == 0)
        {
            _cursor = last;
            return false;
        }
        var events = last > _cursor ? log.Read(_cursor, BatchSize) : [];
        var cursor = events.Count > 0 ? events[^1].Sequence : _cursor;
        var now = time.GetUtcNow();
        var plans = new List<WatchPlan>();
        foreach (var row in watched)
        {
            if (Plan(row, events, now, cancellationToken) is { } plan)
            {
                plans.Add(plan);
            }
        }
        if ((plans.Count > 0 || cursor - _noted >= NoteEvery)
            && !await writer.WriteAsync(connection => WatchPlan.TryApply(connection, plans, cursor, options, now), cancellationToken))
        {
            return true; // Somebody changed one of the searches meanwhile: the same events are looked at again.
        }
        (_cursor, _noted) = (cursor, plans.Count > 0 || cursor - _noted >= NoteEvery ? cursor : _noted);
        return events.Count == BatchSize;
    }

    /// <summary>What becomes of a watch after some events, or null where nothing does. A search that can no longer be understood is left out.</summary>
    private WatchPlan? Plan(SavedSearchRow row, IReadOnlyList<EventRow> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var query = SavedQuery.Read(row.Query);
            var matches = Matches(row, query, events, now, cancellationToken);
            WatchLedger.Take(row.Watch!, matches, now);
            return WatchLedger.Due(row.Watch!, inbox.Pending > Importing, now) is { } reason
                ? Alert(row, query, reason, now, cancellationToken)
                : matches.Count > 0 ? new WatchPlan(row, null, []) : null;
        }
        catch (Exception refused) when (refused is QueryException or SearchParameterException)
        {
            if (_refused.Add((row.Id, row.Version)))
            {
                logger.LogWarning(refused, "Saved search {Search} cannot be understood and does not alert", row.Id);
            }
            return null;
        }
    }

    private WatchPlan Alert(SavedSearchRow row, SavedQuery query, AlertReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var watch = row.Watch!;
        var (count, newest) = reason switch
        {
            AlertReason.Count => searches.Since(query, now.AddHours(-watch.WindowHours!.Value), now, cancellationToken),
            AlertReason.Past => (watch.Past, Ids(watch.PastIds)),
            _ => (watch.Pending, Ids(watch.PendingIds)),
        };
        WatchLedger.Settle(watch, reason);
        if (count < (watch.Threshold ?? 1))
        {
            return new WatchPlan(row, null, []);
        }
        watch.LastAlertAt = now;
        return new WatchPlan(row, WatchPlan.Of(row, reason, count, newest, now), feedback.Summaries(newest));
    }

    private List<ArrivedMatch> Matches(SavedSearchRow row, SavedQuery query, IReadOnlyList<EventRow> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<EventRow> later = [.. events.Where(e => e.Sequence > row.Watch!.After)];
        List<ArrivedMatch> arrived = [.. later.Where(e => e.Kind == EventKind.FeedbackArrived).Select(e => new ArrivedMatch(e.SubjectId, e.At))];
        if (query.Issues is { Count: > 0 } issues)
        {
            arrived = [.. arrived.UnionBy(linked.Since(row, later.Where(e => e.Kind == EventKind.IssueChanged && issues.Contains(e.SubjectId))), a => a.Id)];
        }
        if (arrived.Count == 0)
        {
            return [];
        }
        var found = searches.Among(query, [.. arrived.Select(a => a.Id).Order()], now, cancellationToken);
        return arrived.FindAll(a => found.Contains(a.Id));
    }

    private List<SavedSearchRow> Watched()
    {
        using var context = store.Context();
        return [.. context.Set<SavedSearchRow>().AsNoTracking().Include(s => s.Watch!.Webhooks).Where(s => s.Watch != null).OrderBy(s => s.Id)];
    }

    /// <summary>Where it came to before; the first time, where the first watch starts.</summary>
    private long Position()
    {
        using var connection = store.Open();
        return (long)(connection.Scalar("SELECT Cursor FROM watch_progress")
            ?? connection.Scalar("SELECT min(After) FROM search_watch")
            ?? connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event"))!;
    }

    private static long[] Ids(string json) => JsonSerializer.Deserialize<long[]>(json)!;
}
