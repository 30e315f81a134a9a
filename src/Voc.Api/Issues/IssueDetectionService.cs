using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// Reads committed feedback in order, lets the detector judge it and commits what it finds. Runs in the one process that holds the
/// <see cref="PipelineLock"/>. The detector's memory is rebuilt from the store at start, day by day where days were not judged before, and
/// issues that are known are not found again; so a crash at any instant neither repeats nor loses one.
/// </summary>
internal sealed class IssueDetectionService(
    Store store, GroupCommitWriter writer, EventLog log, Inbox inbox, PipelineLock pipelineLock, CurrentIndex index, CurrentReading reading, DetectionSettings settings, VocOptions options, TimeProvider time,
    ILogger<IssueDetectionService> logger) : BackgroundService
{
    private const int BatchSize = 5000;

    /// <summary>Old feedback after which the days of a young installation are judged anew.</summary>
    private const int HistoryImport = 50;

    private const int HistoryDays = 365 + 28 + ReplayDays;

    /// <summary>Days back from today that are judged one by one when they were not judged before.</summary>
    private const int ReplayDays = 35;

    private const int KnownDays = 90 + ReplayDays;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);
    private static readonly TimeSpan Old = TimeSpan.FromDays(2);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    private readonly TimeZoneInfo _zone = options.Zone;
    private readonly GraveWords _graveWords = GraveWords.Load();

    private IssueDetector _detector = null!;
    private DetectionRow _position = null!;
    private long _judged;
    private int _history;
    private bool _settingChanged;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, detection must go on once it can be.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        // Whoever opens the archive right after a start waits for the index, and nobody for this.
        await index.Loaded.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RebuildAsync(stoppingToken);
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // What was half counted is forgotten: the detector is made anew from the store.
                logger.LogError(failure, "Issue detection was interrupted; it begins again");
                await Task.Delay(RetryPause, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Take(await log.ReadNextAsync(_position.Cursor, BatchSize, stoppingToken));
            for (var left = Pace - time.GetElapsedTime(_judged); left > TimeSpan.Zero; left = Pace - time.GetElapsedTime(_judged))
            {
                await Task.Delay(left, time, stoppingToken);
                Take(log.Read(_position.Cursor, BatchSize));
            }
            if (_settingChanged)
            {
                await RebuildAsync(stoppingToken);
                continue;
            }
            if (_history < HistoryImport || time.GetUtcNow() - _position.StartedAt > Young)
            {
                _history = 0;
                await JudgeAsync(stoppingToken);
                continue;
            }
            await SettleAsync(stoppingToken);
            // An archive was brought in: its recent days are judged one by one, as if Voc had been there.
            _position.ScannedThrough = null;
            await RebuildAsync(stoppingToken);
        }
    }

    /// <summary>
    /// Waits until an import has come to its end: hardly anything waits for analysis, and for a while nothing old has come. What is said now
    /// goes on arriving all the time.
    /// </summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        for (var quiet = time.GetTimestamp(); time.GetElapsedTime(quiet) < Settled;)
        {
            await Task.Delay(Pace, time, cancellationToken);
            var events = log.Read(_position.Cursor, BatchSize);
            var old = FeedbackId.From(time.GetUtcNow() - Old);
            if (events.Any(e => e.Kind == EventKind.FeedbackArrived && e.SubjectId < old) || inbox.Pending > HistoryImport)
            {
                quiet = time.GetTimestamp();
            }
            _position.Cursor = events.Count > 0 ? events[^1].Sequence : _position.Cursor;
        }
    }

    private void Take(IReadOnlyList<EventRow> events)
    {
        if (events.Count == 0)
        {
            return;
        }
        using var connection = store.Open();
        var old = time.GetUtcNow() - Old;
        foreach (var arrived in events.Where(e => e.Kind is EventKind.FeedbackArrived or EventKind.FeedbackDeleted))
        {
            if (arrived.Kind == EventKind.FeedbackDeleted)
            {
                _detector.Forget(arrived.SubjectId);
            }
            else if (DetectionArchive.Find(connection, arrived.SubjectId, reading.Analyzer.Terms) is { } feedback)
            {
                _detector.Add(feedback);
                _history += feedback.Feedback.OccurredAt < old ? 1 : 0;
            }
        }
        _settingChanged |= events.Any(e => e.Kind == EventKind.DetectionSettingChanged);
        _position.Cursor = events[^1].Sequence;
    }

    private async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        _judged = time.GetTimestamp();
        var findings = _detector.Evaluate(now);
        var today = CompanyDay.Of(now, _zone).DayNumber;
        if (findings.Count > 0 || _position.ScannedThrough != today)
        {
            _position.ScannedThrough = today;
            await CommitAsync(findings, cancellationToken);
        }
    }

    /// <summary>Makes the detector anew from the store, in one consistent view of it.</summary>
    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        var today = CompanyDay.Of(now, _zone);
        _settingChanged = false;
        _detector = new IssueDetector(DetectorSetup.Of(_zone, _graveWords, () => reading.Analyzer.Taxonomy, settings.Use()));
        foreach (var issue in DetectionArchive.Issues(store, now.AddDays(-KnownDays)))
        {
            _detector.Restore(issue);
        }
        var findings = new List<IssueFinding>();
        var (feedback, lastDay, lastTime) = (0, 0, now);
        using (var connection = store.Open())
        {
            connection.Execute("BEGIN");
            _position = Position(connection, now);
            var judgeFrom = Math.Max(today.DayNumber - ReplayDays, (_position.ScannedThrough ?? 0) + 1);
            foreach (var analyzed in DetectionArchive.Read(connection, CompanyDay.Start(today.AddDays(-HistoryDays), _zone), reading.Analyzer.Terms))
            {
                var day = CompanyDay.Of(analyzed.Feedback.OccurredAt, _zone).DayNumber;
                if (day > lastDay && lastDay >= judgeFrom && lastDay < today.DayNumber)
                {
                    findings.AddRange(_detector.Evaluate(lastTime));
                }
                (lastDay, lastTime) = (day, analyzed.Feedback.OccurredAt);
                _detector.Add(analyzed);
                cancellationToken.ThrowIfCancellationRequested();
                feedback++;
            }
            connection.Execute("COMMIT");
        }
        findings.AddRange(_detector.Evaluate(now));
        _position.ScannedThrough = today.DayNumber;
        (_history, _judged) = (0, time.GetTimestamp());
        logger.LogInformation(
            "Issue detection watches {Candidates} candidates in {Feedback} feedback, ready after {Seconds:0.0} s", _detector.Candidates, feedback, time.GetElapsedTime(started).TotalSeconds);
        await CommitAsync(findings, cancellationToken);
    }

    private DetectionRow Position(StoreConnection connection, DateTimeOffset now)
    {
        var cursor = (long)connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event")!;
        if (_position is not null)
        {
            return new DetectionRow { Cursor = cursor, StartedAt = _position.StartedAt, ScannedThrough = _position.ScannedThrough };
        }
        using var rows = connection.Query("SELECT ScannedThrough, StartedAt, Cursor FROM detection");
        if (!rows.Read())
        {
            return new DetectionRow { Cursor = cursor, StartedAt = now };
        }
        var started = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1));
        // An archive may have come in just before a stop, as with an import from the command line, and then nobody judged its days.
        var archive = now - started <= Young && CountOld(connection, rows.GetInt64(2), now) >= HistoryImport;
        return new DetectionRow { Cursor = cursor, ScannedThrough = archive || rows.IsDBNull(0) ? null : rows.GetInt32(0), StartedAt = started };
    }

    private static long CountOld(StoreConnection connection, long after, DateTimeOffset now) => (long)connection.Scalar(
        "SELECT count(*) FROM event WHERE Sequence > $after AND Kind = $kind AND SubjectId < $old",
        ("$after", after), ("$kind", (int)EventKind.FeedbackArrived), ("$old", FeedbackId.From(now - Old)))!;

    /// <summary>Commits findings; when the store cannot, tries again rather than lose them.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the findings from being stored, they must not be lost while the process lives.")]
    private async Task CommitAsync(IReadOnlyList<IssueFinding> findings, CancellationToken cancellationToken)
    {
        var combined = IssueFindings.Combine(findings);
        while (true)
        {
            try
            {
                var ids = await writer.WriteAsync(connection => IssueFindings.Apply(connection, combined, _position, time.GetUtcNow()), cancellationToken);
                for (var i = 0; i < ids.Count; i++)
                {
                    combined[i].Issue.Id = ids[i];
                }
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "{Count} changes of issues could not be stored; they are tried again", combined.Count);
                await Task.Delay(RetryPause, time, cancellationToken);
            }
        }
    }
}
