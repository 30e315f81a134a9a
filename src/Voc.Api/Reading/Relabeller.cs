using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Reading;

/// <summary>
/// Reads texts anew in the background that an older version of the reading read, or that are not indexed as this version does. One run at a time; one that a
/// stop interrupted goes on at the next start.
/// </summary>
internal sealed class Relabeller(Reindexer reindexer, Store store, GroupCommitWriter writer, PipelineLock pipelineLock, TimeProvider time, ILogger<Relabeller> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>What is analysed late opens a run again without anybody waking this.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _wake = new(0);
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;

    /// <summary>The run that is under way, or the last one; null where there was none.</summary>
    public ReindexRun? Last()
    {
        using var connection = store.Open();
        return ReindexRun.OfService(connection);
    }

    /// <summary>Starts a run, or answers the one that is under way.</summary>
    public async Task<ReindexRun> StartAsync(string by, CancellationToken cancellationToken)
    {
        var run = await reindexer.StartAsync(ReindexScope.Stale, restart: false, by, cancellationToken);
        Wake();
        return run;
    }

    /// <summary>Looks for runs that were begun.</summary>
    public void Wake() => _wake.Release();

    /// <summary>Stops the run that is under way; what it read anew stays so. Null where none is.</summary>
    public async Task<ReindexRun?> CancelAsync(CancellationToken cancellationToken)
    {
        var cancelled = await writer.WriteAsync(
            connection => connection.Execute(
                "UPDATE reindex SET Cancelled=1, FinishedAt=$now WHERE Scope=$scope AND FinishedAt IS NULL",
                ("$scope", (int)ReindexScope.Stale), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())),
            cancellationToken);
        if (cancelled == 0)
        {
            return null;
        }
        lock (_gate)
        {
            _running?.Cancel();
        }
        using var connection = store.Open();
        return ReindexRun.Last(connection, ReindexScope.Stale);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (Last() is { IsOpen: true } run)
                {
                    await RunAsync(run, stoppingToken);
                }
                else
                {
                    await _wake.WaitAsync(Look, stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The run is still open and goes on where it was.
                log.LogError(failure, "Reading texts anew pauses because the store does not answer");
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task RunAsync(ReindexRun run, CancellationToken stoppingToken)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        lock (_gate)
        {
            _running = cancellation;
        }
        try
        {
            // Cancelled just before it could be told so.
            if (Last() is { IsOpen: true } open && open.Id == run.Id)
            {
                await reindexer.ContinueAsync(run, progress: null, cancellation.Token);
            }
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Reading texts anew was cancelled");
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
            }
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }
}
