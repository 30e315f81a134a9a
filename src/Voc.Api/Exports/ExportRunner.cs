using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Voc.Api.Exports;

/// <summary>An export that is being written.</summary>
internal sealed class RunningExport(CancellationToken stopping) : IProgress<ExportProgress>, IDisposable
{
    public ExportProgress Progress { get; private set; }

    public CancellationTokenSource Cancellation { get; } = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    public void Report(ExportProgress value) => Progress = value;

    public void Dispose() => Cancellation.Dispose();
}

/// <summary>Writes exports one after the other. One that a stop interrupted is written again from the beginning, from the archive as it is then.</summary>
internal sealed class ExportRunner(ExportStore exports, Exporter exporter, TimeProvider time, ILogger<ExportRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TidyInterval = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _wake = new(0);
    private readonly ConcurrentDictionary<int, RunningExport> _running = new();

    public void Wake() => _wake.Release();

    /// <summary>The progress of an export that is being written now.</summary>
    public RunningExport? Running(int id) => _running.GetValueOrDefault(id);

    /// <summary>Stops an export, or throws a finished one's file away.</summary>
    public async Task<ExportRow?> CancelAsync(int id)
    {
        if (_running.TryGetValue(id, out var running))
        {
            await running.Cancellation.CancelAsync();
        }
        var row = await exports.ChangeAsync(id, export => (export.State, export.FinishedAt) = (ExportState.Cancelled, time.GetUtcNow()));
        if (row is not null && running is null)
        {
            File.Delete(exports.PathOf(id));
        }
        return row;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await exports.TidyAsync(time.GetUtcNow(), stoppingToken);
                while (await exports.NextAsync(stoppingToken) is { } next)
                {
                    await RunAsync(next, stoppingToken);
                }
                await _wake.WaitAsync(TidyInterval, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Exports pause because the store does not answer");
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails ends this export with its reason, and the next one runs.")]
    private async Task RunAsync(ExportRow export, CancellationToken stoppingToken)
    {
        using var running = _running[export.Id] = new RunningExport(stoppingToken);
        try
        {
            await exports.ChangeAsync(export.Id, row => row.State = row.State == ExportState.Queued ? ExportState.Running : row.State);
            var (result, bytes) = await Task.Run(() => Write(export, running), stoppingToken);
            await FinishAsync(export.Id, ExportState.Done, row =>
            {
                (row.Total, row.Written, row.Bytes) = (result.Total, result.Total, bytes);
                row.Losses = result.Losses == ExportLosses.None ? null : JsonSerializer.Serialize(result.Losses, JsonSerializerOptions.Web);
            });
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Left as running: the next start begins again with it.
        }
        catch (OperationCanceledException)
        {
            File.Delete(exports.PathOf(export.Id));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Export {Id} failed", export.Id);
            File.Delete(exports.PathOf(export.Id));
            await FinishAsync(export.Id, ExportState.Failed, row => row.Error = failure.Message);
        }
        finally
        {
            _running.TryRemove(export.Id, out _);
        }
    }

    private (ExportResult Result, long Bytes) Write(ExportRow export, RunningExport running)
    {
        using var file = File.Create(exports.PathOf(export.Id));
        var request = JsonSerializer.Deserialize<ExportRequest>(export.Options, JsonSerializerOptions.Web)!;
        var result = exporter.Write(
            export.Search, request, CultureInfo.GetCultureInfo(export.Culture), file, total => running.Report(new(0, total)), running, running.Cancellation.Token);
        file.Flush(flushToDisk: true);
        return (result, file.Length);
    }

    /// <summary>One that was cancelled meanwhile stays cancelled.</summary>
    private Task<ExportRow?> FinishAsync(int id, ExportState state, Action<ExportRow> change) => exports.ChangeAsync(id, row =>
    {
        if (row.State == ExportState.Running)
        {
            (row.State, row.FinishedAt) = (state, time.GetUtcNow());
            change(row);
        }
    });

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }
}
