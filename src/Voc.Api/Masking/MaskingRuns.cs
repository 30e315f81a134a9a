using Microsoft.EntityFrameworkCore;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Masking;

/// <summary>Masks what is stored anew in the background. One run at a time; one that a stop interrupted goes on at the next start.</summary>
internal sealed class MaskingRuns(Remasker remasker, Store store, GroupCommitWriter writer, PipelineLock pipelineLock, TimeProvider time, ILogger<MaskingRuns> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>The run that is under way, or the last one; null where there was none.</summary>
    public MaskingRunRow? Last()
    {
        using var context = store.Context();
        return context.Set<MaskingRunRow>().AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefault();
    }

    /// <summary>Starts a run, or answers the one that is under way.</summary>
    public async Task<MaskingRunRow> StartAsync(string by, CancellationToken cancellationToken)
    {
        var run = await writer.WriteAsync(
            connection =>
            {
                using var context = connection.Context();
                if (context.Set<MaskingRunRow>().SingleOrDefault(r => r.FinishedAt == null) is { } open)
                {
                    return open;
                }
                var row = new MaskingRunRow { By = by, StartedAt = time.GetUtcNow(), LastId = -1, Total = context.Feedback.LongCount() };
                context.Add(row);
                context.SaveChanges();
                return row;
            },
            cancellationToken);
        _wake.Release();
        return run;
    }

    /// <summary>Stops the run that is under way; what it masked stays masked. Null where none is.</summary>
    public async Task<MaskingRunRow?> CancelAsync(CancellationToken cancellationToken)
    {
        var cancelled = await writer.WriteAsync(
            connection => connection.Execute("UPDATE masking_run SET Cancelled=1, FinishedAt=$now WHERE FinishedAt IS NULL", ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())),
            cancellationToken);
        return cancelled == 0 ? null : Last();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (Last() is { FinishedAt: null } run)
                {
                    stoppingToken.ThrowIfCancellationRequested();
                    await remasker.StepAsync(run, stoppingToken);
                }
                await _wake.WaitAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The run is still open and goes on where it was.
                log.LogError(failure, "Masking anew pauses because the store does not answer");
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }
}
