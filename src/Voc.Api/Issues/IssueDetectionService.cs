using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// Reads committed feedback in order, lets the detector judge it and commits what it finds. Runs in the one process that holds the
/// <see cref="PipelineLock"/>. At a start the detector goes on from the state that was saved last and takes what was committed since; where
/// there is none that can be used, it is made anew from the store. Days that were not judged are judged one by one, and issues that are
/// known are not found again; so a crash at any instant neither repeats nor loses one.
/// </summary>
internal sealed class IssueDetectionService(
    Store store, GroupCommitWriter writer, EventLog log, Inbox inbox, PipelineLock pipelineLock, CurrentIndex index, CurrentReading reading, NewDetectors detectors, DetectorFile file,
    DetectionSettings settings, DetectionSlices slices, VocOptions options, TimeProvider time,
    ILogger<IssueDetectionService> logger) : BackgroundService
{
    private const int BatchSize = 5000;

    private const int HistoryDays = 365 + 28 + DetectorCounting.ReplayDays;


    /// <summary>After so much it is quicker to read the archive than to catch up.</summary>
    private const int MuchFeedback = 100_000;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    private readonly TimeZoneInfo _zone = options.Zone;
    private readonly DetectorSaving _saving = new(file, time);
    private readonly DetectorCounting _counting = new(store, reading, options.Zone);

    private IssueDetector _detector = null!;
    private DetectionRow _position = null!;
    private long _judged;
    private int _history;
    private bool _settingChanged;
    private DetectorSuccessor? _successor;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        try
        {
            await RunAsync(stoppingToken);
        }
        finally
        {
            ForgetSuccessor();
            await _saving.EndAsync(_detector, _position?.Cursor ?? 0);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, detection must go on once it can be.")]
    private async Task RunAsync(CancellationToken stoppingToken)
    {
        for (var start = true; !stoppingToken.IsCancellationRequested; start = false)
        {
            try
            {
                if (!start || !await ResumeAsync(stoppingToken))
                {
                    // Whoever opens the archive right after a start waits for the index, and nobody for this.
                    await index.Loaded.WaitAsync(stoppingToken);
                    await RebuildAsync(stoppingToken);
                }
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // What was half counted is forgotten: the detector is made anew from the store.
                _saving.Break();
                logger.LogError(failure, "Issue detection was interrupted; it begins again");
                await Task.Delay(RetryPause, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Take(await NextAsync(stoppingToken));
            for (var left = Pace - time.GetElapsedTime(_judged); left > TimeSpan.Zero; left = Pace - time.GetElapsedTime(_judged))
            {
                await Task.Delay(left, time, stoppingToken);
                Take(log.Read(_position.Cursor, BatchSize));
            }
            if (_settingChanged)
            {
                MakeSuccessor(stoppingToken);
            }
            if (_successor is { IsDone: true } made)
            {
                await TakeOverAsync(made, stoppingToken);
                continue;
            }
            if (_history < DetectionPosition.HistoryImport || time.GetUtcNow() - _position.StartedAt > DetectionPosition.Young)
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

    /// <summary>What was committed next. While another detector is being made it may be nothing: that takes over though nothing comes.</summary>
    private async Task<IReadOnlyList<EventRow>> NextAsync(CancellationToken stoppingToken)
    {
        if (_successor is null)
        {
            return await log.ReadNextAsync(_position.Cursor, BatchSize, stoppingToken);
        }
        await Task.WhenAny(_successor.MadeAsync(), Task.Delay(Glance, time, stoppingToken));
        stoppingToken.ThrowIfCancellationRequested();
        return log.Read(_position.Cursor, BatchSize);
    }

    /// <summary>
    /// Waits until an import has come to its end: hardly anything waits for analysis, and for a while nothing old has come. What is said now
    /// goes on arriving all the time.
    /// </summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        _saving.Break();
        for (var quiet = time.GetTimestamp(); time.GetElapsedTime(quiet) < Settled;)
        {
            await Task.Delay(Pace, time, cancellationToken);
            var events = log.Read(_position.Cursor, BatchSize);
            var old = FeedbackId.From(time.GetUtcNow() - DetectionPosition.Old);
            if (events.Any(e => e.Kind == EventKind.FeedbackArrived && e.SubjectId < old) || inbox.Pending > DetectionPosition.HistoryImport)
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
        var old = time.GetUtcNow() - DetectionPosition.Old;
        List<EventRow> counted = [.. events.Where(e => e.Kind is EventKind.FeedbackArrived or EventKind.FeedbackDeleted)];
        foreach (var arrived in counted)
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
        _saving.Note(counted.Count, counted.Exists(e => e.Kind == EventKind.FeedbackDeleted));
        _settingChanged |= events.Any(e => e.Kind == EventKind.DetectionSettingChanged);
        _position.Cursor = events[^1].Sequence;
    }

    private async Task JudgeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        _judged = time.GetTimestamp();
        _saving.Break();
        var findings = _detector.Evaluate(now);
        var today = CompanyDay.Of(now, _zone).DayNumber;
        if (findings.Count > 0 || _position.ScannedThrough != today)
        {
            (_position.ScannedThrough, slices.Seen) = (today, _detector.SliceFields);
            await CommitAsync(findings, cancellationToken);
        }
        await _saving.MendAsync(_detector, _position.Cursor);
    }

    /// <summary>
    /// Goes on from the saved state, in one consistent view of the store: what was found after it is made known, then what was committed
    /// after it is counted. Returns whether there was a state to go on from.
    /// </summary>
    private async Task<bool> ResumeAsync(CancellationToken cancellationToken)
    {
        var (started, now) = (time.GetTimestamp(), time.GetUtcNow());
        var (detector, perYear, saved) = await detectors.RestoredAsync();
        using var connection = store.Open();
        connection.Execute("BEGIN");
        var position = DetectionPosition.Read(connection, null, now);
        if (position.ScannedThrough is null || saved is not { } last
            || DetectionPosition.ChangesSince(connection, last) is not { Arrived.Count: <= MuchFeedback } changes)
        {
            return false;
        }
        _position = position;
        _saving.Begin();
        var findings = _counting.CatchUp(detector, connection, changes, _position.ScannedThrough, now, cancellationToken);
        connection.Execute("COMMIT");
        await BeginAsync(detector, perYear, findings, now, cancellationToken);
        logger.LogInformation(
            "Issue detection goes on with {Candidates} candidates and {Feedback} feedback since it was saved, ready after {Seconds:0.0} s",
            detector.Candidates, changes.Arrived.Count, time.GetElapsedTime(started).TotalSeconds);
        return true;
    }

    /// <summary>Makes the detector anew from the store, in one consistent view of it.</summary>
    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var (started, now) = (time.GetTimestamp(), time.GetUtcNow());
        ForgetSuccessor();
        _saving.Break();
        var (detector, perYear, _) = detectors.Empty();
        foreach (var issue in DetectionArchive.Issues(store, now.AddDays(-DetectorCounting.KnownDays)))
        {
            detector.Restore(issue);
        }
        using var connection = store.Open();
        connection.Execute("BEGIN");
        _position = DetectionPosition.Read(connection, _position, now);
        var from = CompanyDay.Start(CompanyDay.Of(now, _zone).AddDays(-HistoryDays), _zone);
        var (findings, feedback) = _counting.Count(detector, DetectionArchive.Read(connection, from, reading.Analyzer.Terms), _position.ScannedThrough, now, cancellationToken);
        connection.Execute("COMMIT");
        await BeginAsync(detector, perYear, findings, now, cancellationToken);
        await _saving.MendAsync(detector, _position.Cursor, now: true);
        logger.LogInformation(
            "Issue detection watches {Candidates} candidates in {Feedback} feedback, ready after {Seconds:0.0} s", detector.Candidates, feedback, time.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Begins to make a detector of the settings that are in force now; one that was being made for those of before is of no use.</summary>
    private void MakeSuccessor(CancellationToken stoppingToken)
    {
        ForgetSuccessor();
        var now = time.GetUtcNow();
        var (detector, perYear, _) = detectors.Empty();
        var from = CompanyDay.Start(CompanyDay.Of(now, _zone).AddDays(-HistoryDays), _zone);
        _successor = new DetectorSuccessor(detector, perYear, new SuccessorSource(store, reading.Analyzer.Terms, from, now.AddDays(-DetectorCounting.KnownDays)), now, stoppingToken);
    }

    private void ForgetSuccessor()
    {
        _settingChanged = false;
        _successor?.Dispose();
        _successor = null;
    }

    /// <summary>Puts a detector that was made meanwhile in the place of the one at work, once it knows what came and what was found since.</summary>
    private async Task TakeOverAsync(DetectorSuccessor successor, CancellationToken cancellationToken)
    {
        var (started, now, history) = (time.GetTimestamp(), time.GetUtcNow(), _history);
        ForgetSuccessor();
        await successor.MadeAsync();
        _saving.Break();
        using var connection = store.Open();
        connection.Execute("BEGIN");
        _position = DetectionPosition.Read(connection, _position, now);
        var changes = DetectionPosition.ChangesSince(connection, successor.Last);
        var findings = _counting.CatchUp(successor.Detector, connection, changes, _position.ScannedThrough, now, cancellationToken);
        connection.Execute("COMMIT");
        await BeginAsync(successor.Detector, successor.PerYear, findings, now, cancellationToken);
        _history = history;
        await _saving.MendAsync(_detector, _position.Cursor, now: true);
        logger.LogInformation(
            "Issue detection goes on at {PerYear} false alarms a year with {Feedback} feedback that came meanwhile, after {Seconds:0.0} s",
            successor.PerYear, changes.Arrived.Count, time.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Begins with a detector that knows all there is.</summary>
    private async Task BeginAsync(IssueDetector detector, double perYear, List<IssueFinding> findings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        findings.AddRange(detector.Evaluate(now));
        _detector = detector;
        _position.ScannedThrough = CompanyDay.Of(now, _zone).DayNumber;
        (_history, _judged) = (0, time.GetTimestamp());
        await CommitAsync(findings, cancellationToken);
        settings.Use(perYear);
        slices.Seen = detector.SliceFields;
        await _saving.MendAsync(detector, _position.Cursor);
    }

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
