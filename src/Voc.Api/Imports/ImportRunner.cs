using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Voc.Api.Pipeline;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;

namespace Voc.Api.Imports;

/// <summary>How far the running import is.</summary>
internal sealed class RunningImport(CancellationToken stopping) : IDisposable
{
    public ImportCounts Counts { get; } = new();

    public long? RowsTotal { get; set; }

    public BadRows? Bad { get; set; }

    public Func<long> Analysed { get; set; } = () => 0;

    public CancellationTokenSource Cancellation { get; } = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    public void Dispose() => Cancellation.Dispose();
}

/// <summary>
/// Runs imports one after the other. One that a stop or crash interrupted starts again from the beginning of its file; rows know
/// themselves, so nothing is added twice.
/// </summary>
internal sealed class ImportRunner(
    ImportStore imports, FileImport files, RowImport rows, ImportUndo undo, Backlog backlog, SourceDirectory sources, PipelineLock pipelineLock, TimeProvider time,
    ILogger<ImportRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _wake = new(0);
    private readonly ConcurrentDictionary<int, RunningImport> _running = new();

    public void Wake() => _wake.Release();

    /// <summary>The progress of an import that runs now.</summary>
    public RunningImport? Running(int id) => _running.GetValueOrDefault(id);

    /// <summary>Cancels an import; what it took in stays. Returns it, or null where there is none.</summary>
    public async Task<ImportRow?> CancelAsync(int id)
    {
        if (_running.TryGetValue(id, out var running))
        {
            await running.Cancellation.CancelAsync();
        }
        return await imports.ChangeAsync(id, row =>
        {
            if (row.State is ImportState.Queued or ImportState.Running)
            {
                (row.State, row.FinishedAt) = (ImportState.Cancelled, time.GetUtcNow());
            }
        });
    }

    /// <summary>Begins to take back what an import took in, if it is at an end. Returns it, or null where there is none.</summary>
    public async Task<ImportRow?> UndoAsync(int id)
    {
        var row = await imports.ChangeAsync(id, import =>
            import.State = import.State is ImportState.Done or ImportState.Failed or ImportState.Cancelled && !_running.ContainsKey(id) ? ImportState.Undoing : import.State);
        Wake();
        return row;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await pipelineLock.AcquireAsync(stoppingToken);
        var tidy = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!tidy)
                {
                    await imports.TidyAsync(time.GetUtcNow(), stoppingToken);
                    tidy = true;
                }
                await ContinueAsync(await imports.NextAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Not even the failure could be noted. The import is still there and begins again.
                log.LogError(failure, "Imports pause because the store does not answer");
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task ContinueAsync(ImportRow? next, CancellationToken stoppingToken)
    {
        if (next is null)
        {
            await _wake.WaitAsync(stoppingToken);
        }
        else if (next.State == ImportState.Undoing)
        {
            await undo.RunAsync(next.Id, stoppingToken);
            await imports.ChangeAsync(next.Id, row => row.State = ImportState.Undone);
        }
        else
        {
            await RunAsync(next, stoppingToken);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails ends this import with its reason, and the next one runs.")]
    private async Task RunAsync(ImportRow import, CancellationToken stoppingToken)
    {
        using var running = _running[import.Id] = new RunningImport(stoppingToken);
        try
        {
            var started = await imports.ChangeAsync(import.Id, row =>
                (row.State, row.StartedAt) = (row.State == ImportState.Queued ? ImportState.Running : row.State, row.StartedAt ?? time.GetUtcNow()));
            if (started is not { State: ImportState.Running })
            {
                return; // Cancelled before its turn came.
            }
            await ImportAsync(import, running);
            await FinishAsync(import, running, ImportState.Done, null);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Left as running: the next start begins again with it.
        }
        catch (OperationCanceledException)
        {
            await FinishAsync(import, running, ImportState.Cancelled, null);
        }
        catch (UnreadableFileException unreadable)
        {
            await FinishAsync(import, running, ImportState.Failed, unreadable.Problem.In(CultureInfo.GetCultureInfo(import.Culture)));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Import {Id} failed", import.Id);
            await FinishAsync(import, running, ImportState.Failed, failure.Message);
        }
        finally
        {
            _running.TryRemove(import.Id, out _);
        }
    }

    private async Task ImportAsync(ImportRow import, RunningImport running)
    {
        var cancellation = running.Cancellation.Token;
        var request = new FileRequest(import.FileName, import.Source)
        {
            Preset = import.Preset,
            Mapping = import.Mapping is { } json ? FieldMapping.Parse(json) : null,
            Channel = import.Channel,
        };
        await using var stream = File.OpenRead(imports.Upload(import.Id));
        using var reading = files.Open(stream, request);
        using var bad = new BadRows(imports.Report(import.Id), CultureInfo.GetCultureInfo(import.Culture));
        (running.RowsTotal, running.Bad) = (reading.RowsTotal, bad);
        var source = await sources.EnsureAsync(import.Source, import.Channel, "import", cancellation);
        var before = backlog.LastArrival();
        running.Analysed = () =>
        {
            var (waiting, failed) = backlog.Count(before, long.MaxValue, source);
            return Math.Max(0, running.Counts.Accepted - waiting - failed);
        };
        await rows.RunAsync(reading.Rows(), running.Counts, bad.Add, (connection, receipts) => ImportUndo.Remember(connection, import.Id, receipts), cancellation);
        await backlog.EmptyAsync(backlog.LastArrival(), cancellation);
    }

    private async Task FinishAsync(ImportRow import, RunningImport running, ImportState state, string? error)
    {
        var analysed = running.Analysed();
        var source = await sources.FindAsync(import.Source);
        await imports.ChangeAsync(import.Id, (connection, row) =>
        {
            if (source is not null)
            {
                SourceHours.Received(connection, source.Id, source.Kind, time.GetUtcNow(), Ended(connection, import.Id, running.Counts));
            }
            (row.State, row.Error, row.FinishedAt) = (state, error, time.GetUtcNow());
            (row.RowsRead, row.RowsTotal, row.Analysed) = (running.Counts.Rows, running.RowsTotal, analysed);
            (row.Accepted, row.Duplicates, row.Rejected) = (running.Counts.Accepted, running.Counts.Duplicates, running.Counts.Rejected);
            row.Problems = running.Bad?.First is { Count: > 0 } first ? JsonSerializer.Serialize(first, JsonSerializerOptions.Web) : null;
        });
        File.Delete(imports.Upload(import.Id));
    }

    /// <summary>What was known and refused. A file that a crash made begin again knows what it had brought in before; that was no duplicate.</summary>
    private static Arrived Ended(StoreConnection connection, int import, ImportCounts counts) => new(
        Duplicates: Math.Max(0, counts.Accepted + counts.Duplicates - ImportUndo.Taken(connection, import)), Refused: counts.Rejected, Empty: counts.Empty);

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }
}
