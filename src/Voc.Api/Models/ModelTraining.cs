using System.Diagnostics.CodeAnalysis;
using Voc.Api.Problems;

namespace Voc.Api.Models;

/// <summary>Trains in the background, one training at a time. A training that a stop interrupts is gone; it takes seconds to do again.</summary>
internal sealed class ModelTraining(ModelTrainer trainer, ModelBook book, TimeProvider time, ILogger<ModelTraining> log) : IHostedService, IDisposable
{
    private static readonly LocalizedText Unexpected = new(
        "学習中に予期しないエラーが起きました。管理者がログを確認してください。", "Something unexpected went wrong; an administrator should read the log.");

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private Run? _run;

    /// <summary>The training under way, or the last one; null where there was none since the start.</summary>
    public TrainingInfo? Last
    {
        get
        {
            lock (_gate)
            {
                return _run?.Info();
            }
        }
    }

    /// <summary>Starts a training unless one is under way.</summary>
    public bool TryStart(string by, bool activateIfBetter, [NotNullWhen(true)] out TrainingInfo? info)
    {
        lock (_gate)
        {
            if (_run is { IsRunning: true })
            {
                info = null;
                return false;
            }
            var run = _run = new Run(by, time.GetUtcNow(), CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token));
            run.Task = Task.Run(() => RunAsync(run, activateIfBetter), CancellationToken.None);
            info = run.Info();
            return true;
        }
    }

    /// <summary>Stops the training under way; null where none is.</summary>
    public TrainingInfo? Cancel()
    {
        lock (_gate)
        {
            if (_run is not { IsRunning: true } run)
            {
                return null;
            }
            run.Cancellation.Cancel();
            return run.Info() with { State = "cancelled" };
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_run is { } run)
        {
            await run.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _stopping.Dispose();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails ends this training with its reason; the reading goes on as it was.")]
    private async Task RunAsync(Run run, bool activateIfBetter)
    {
        try
        {
            var trained = trainer.Train(run.By, run, run.Cancellation.Token);
            run.Number = await book.AddAsync(trained.Row, run.Cancellation.Token);
            run.Activated = activateIfBetter && trained.IsBetter && await book.ActivateAsync(run.Number.Value, run.By, CancellationToken.None) is null;
            Finish(run, "done", null);
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            Finish(run, "cancelled", null);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Training failed");
            Finish(run, "failed", Unexpected);
        }
    }

    private void Finish(Run run, string state, LocalizedText? error)
    {
        lock (_gate)
        {
            (run.State, run.Error, run.FinishedAt) = (state, error, time.GetUtcNow());
            run.Cancellation.Dispose();
        }
    }

    private sealed class Run(string by, DateTimeOffset startedAt, CancellationTokenSource cancellation) : IProgress<double>
    {
        private double _progress;

        public string By => by;

        public CancellationTokenSource Cancellation => cancellation;

        public Task Task { get; set; } = Task.CompletedTask;

        public string State { get; set; } = "running";

        public bool IsRunning => State == "running";

        public LocalizedText? Error { get; set; }

        public DateTimeOffset? FinishedAt { get; set; }

        public int? Number { get; set; }

        public bool Activated { get; set; }

        public void Report(double value) => Volatile.Write(ref _progress, value);

        public TrainingInfo Info() => new(State, State == "done" ? 1 : Math.Round(Volatile.Read(ref _progress), 3), by, startedAt, FinishedAt, Error?.Say(), Number, Activated);
    }
}
