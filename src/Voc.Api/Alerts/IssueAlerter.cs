using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Alerts;

/// <summary>
/// Looks through committed events and changes of issues in order for what rules tell of. Runs in the one process that holds the
/// <see cref="PipelineLock"/>. What was decided, the messages for channels, and how far it came are written in one transaction: a crash at
/// any instant neither loses nor repeats an alert.
/// </summary>
internal sealed class IssueAlerter(
    Store store, GroupCommitWriter writer, EventLog log, PipelineLock pipelineLock, AlertDecision decision, AlertRelease release, TimeProvider time, ILogger<IssueAlerter> logger) : BackgroundService
{
    private const int BatchSize = 5000;

    /// <summary>Events that told nothing after which it is noted how far it came; looking at them twice would tell nothing again.</summary>
    private const int NoteEvery = 1000;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DuePace = TimeSpan.FromSeconds(20);

    private (long Sequence, long Change) _cursor;
    private long _noted;
    private DateTimeOffset _dueAt;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, issues must be told of once it can be.")]
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
                    _cursor = await writer.WriteAsync(Position, stoppingToken);
                    (_noted, started) = (_cursor.Sequence, true);
                }
                var more = await PassAsync(stoppingToken);
                await Task.Delay(more ? TimeSpan.Zero : Pace, time, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(failure, "Telling of issues after event {Sequence} was interrupted; it is tried again", _cursor.Sequence);
                await Task.Delay(RetryPause, time, stoppingToken);
            }
        }
    }

    /// <summary>Looks at what came since the last time, and at what waits; true where more came than was looked at.</summary>
    private async Task<bool> PassAsync(CancellationToken cancellationToken)
    {
        var events = log.Read(_cursor.Sequence, BatchSize);
        var now = time.GetUtcNow();
        var looked = events.Where(e => e.Kind == EventKind.IssueChanged).Select(e => e.SubjectId).ToHashSet();
        using var context = store.Context();
        // Read after the events: a change is committed with its event, so none is missed and one that is early is not repeated.
        var changes = Changes(context);
        var next = (Sequence: events.Count > 0 ? events[^1].Sequence : _cursor.Sequence, Change: changes.Count > 0 ? changes[^1].Id : _cursor.Change);
        if (now - _dueAt >= DuePace || now < _dueAt)
        {
            _dueAt = now;
            looked.UnionWith(decision.Due(context, now));
        }
        var rules = AlertRule.Active(context);
        var tells = decision.Decide(context, rules, looked, changes, now).Count > 0 || release.HasDue(context, rules, now);
        if (tells || next.Sequence - _noted >= NoteEvery)
        {
            await writer.WriteAsync(connection => Apply(connection, looked, changes, next, now), cancellationToken);
            _noted = next.Sequence;
        }
        _cursor = next;
        return events.Count == BatchSize || changes.Count == BatchSize;
    }

    /// <summary>Decides again, on rules and issues as they are in the open transaction, and writes what comes of it.</summary>
    private bool Apply(StoreConnection connection, IReadOnlyCollection<long> looked, IReadOnlyList<IssueChangeRow> changes, (long Sequence, long Change) next, DateTimeOffset now)
    {
        using var context = connection.Context();
        var rules = AlertRule.Active(context);
        AlertLedger.Note(context, decision.Decide(context, rules, looked, changes, now), now);
        release.Run(context, rules, now);
        AlertLedger.NoteProgress(connection, next.Sequence, next.Change);
        return true;
    }

    private List<IssueChangeRow> Changes(VocDbContext context) =>
        [.. context.Set<IssueChangeRow>().AsNoTracking().Where(c => c.Id > _cursor.Change).OrderBy(c => c.Id).Take(BatchSize)];

    /// <summary>Where it came to before; the first time, the end of what there is.</summary>
    private static (long Sequence, long Change) Position(StoreConnection connection)
    {
        using (var rows = connection.Query("SELECT Sequence, Change FROM alert_progress"))
        {
            if (rows.Read())
            {
                return (rows.GetInt64(0), rows.GetInt64(1));
            }
        }
        var first = ((long)connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event")!, (long)connection.Scalar("SELECT coalesce(max(Id), 0) FROM issue_change")!);
        AlertLedger.NoteProgress(connection, first.Item1, first.Item2);
        return first;
    }
}
