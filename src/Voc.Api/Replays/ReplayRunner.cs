using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Issues;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Replays;

/// <summary>A replay that runs.</summary>
internal sealed class RunningReplay(long started, CancellationToken stopping) : IDisposable
{
    public long Started { get; } = started;

    public ReplayProgress? Progress { get; set; }

    public CancellationTokenSource Cancellation { get; } = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    public void Dispose() => Cancellation.Dispose();
}

/// <summary>Runs replays one after the other, each on a thread that gives way to the service.</summary>
internal sealed class ReplayRunner(ReplayStore replays, Store store, CurrentReading reading, VocOptions options, TimeProvider time, ILogger<ReplayRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _wake = new(0);
    private readonly ConcurrentDictionary<int, RunningReplay> _running = new();
    private readonly Lazy<GraveWords> _graveWords = new(GraveWords.Load);

    public void Wake() => _wake.Release();

    /// <summary>How far a replay is that runs now, and for how long it will yet run if it goes on as it went so far.</summary>
    public (ReplayProgress Progress, TimeSpan? Left)? Progress(int id)
    {
        if (_running.GetValueOrDefault(id) is not { Progress: { } progress } running)
        {
            return null;
        }
        var elapsed = time.GetElapsedTime(running.Started);
        return (progress, progress.Share > 0 && elapsed > TimeSpan.FromSeconds(1) ? elapsed * ((1 - progress.Share) / progress.Share) : null);
    }

    /// <summary>Stops a replay that waits or runs; what it found so far stays.</summary>
    public async Task<ReplayRow?> CancelAsync(int id)
    {
        var row = await replays.ChangeAsync(id, replay =>
        {
            if (replay.IsActive)
            {
                (replay.State, replay.FinishedAt) = (ReplayState.Cancelled, time.GetUtcNow());
            }
        });
        if (_running.TryGetValue(id, out var running))
        {
            await running.Cancellation.CancelAsync();
        }
        return row;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from answering, replays go on once it does.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var begun = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!begun)
                {
                    await replays.InterruptAsync(time.GetUtcNow());
                    begun = true;
                }
                while (!stoppingToken.IsCancellationRequested && await replays.NextAsync(time.GetUtcNow()) is { } next)
                {
                    await RunAsync(next, stoppingToken);
                }
                await _wake.WaitAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Replays pause because the store does not answer");
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails ends this replay with its reason, and the next one runs.")]
    private async Task RunAsync(ReplayRow replay, CancellationToken stoppingToken)
    {
        using var running = _running[replay.Id] = new RunningReplay(time.GetTimestamp(), stoppingToken);
        try
        {
            await QuietThread.RunAsync($"replay {replay.Id}", () => Replay(replay, running));
            await EndAsync(replay.Id, row => row.State = ReplayState.Done);
        }
        catch (OperationCanceledException)
        {
            // Cancelled by somebody, it says so already; stopped with the service, the next start says it was interrupted.
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Replay {Id} failed", replay.Id);
            await EndAsync(replay.Id, row => (row.State, row.Error) = (ReplayState.Failed, failure.Message));
        }
        finally
        {
            _running.TryRemove(replay.Id, out _);
        }
    }

    private void Replay(ReplayRow replay, RunningReplay running)
    {
        var run = new ReplayRun(replay, store, reading.Analyzer, _graveWords.Value, options.Zone, progress => running.Progress = progress);
        run.Run(result => replays.ChangeAsync(replay.Id, row => row.Write(result)).GetAwaiter().GetResult(), running.Cancellation.Token);
    }

    /// <summary>One that was cancelled meanwhile stays cancelled.</summary>
    private Task<ReplayRow?> EndAsync(int id, Action<ReplayRow> end) => replays.ChangeAsync(id, row =>
    {
        if (row.State == ReplayState.Running)
        {
            end(row);
            row.FinishedAt = time.GetUtcNow();
        }
    });

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }
}
