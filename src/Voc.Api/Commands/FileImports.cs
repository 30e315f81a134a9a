using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Voc.Api.Imports;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources.Flow;
using Voc.Ingest.Files;

namespace Voc.Api.Commands;

/// <summary>What <c>import</c> prints when it is done.</summary>
internal sealed record ImportSummary(long Rows, long Accepted, long Duplicates, long Rejected, long Analysed, double Seconds);

/// <summary>
/// The work of <c>import</c>: files go through the inbox into the archive. Where no service runs on the data folder, this process
/// analyses; where one does, it does, and this process waits for it.
/// </summary>
internal sealed class FileImports(FileImport files, RowImport rows, Backlog backlog, SourceDirectory sources, SourceRefusals refusals, IServiceProvider services, string report)
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web);
    private readonly ImportCounts _counts = new();
    private int _unreadable;
    private string _doing = "";
    private Func<double?> _part = () => null;

    public async Task<int> RunAsync(IReadOnlyList<FileInfo> paths, FileRequest request, CancellationToken cancellationToken)
    {
        var pipeline = services.GetServices<IHostedService>().ToList();
        foreach (var stage in pipeline)
        {
            await stage.StartAsync(cancellationToken);
        }
        var started = Stopwatch.GetTimestamp();
        var (before, failed) = (backlog.LastArrival(), 0L);
        try
        {
            await ProgressLine.RunAsync(async () =>
            {
                foreach (var path in paths)
                {
                    await ImportAsync(path, request, cancellationToken);
                }
                failed = await AnalyseAsync(before, cancellationToken);
            }, () => ($"{_doing}  {Counts()}", _part()));
        }
        finally
        {
            foreach (var stage in pipeline.AsEnumerable().Reverse())
            {
                await stage.StopAsync(CancellationToken.None);
            }
        }
        Conclude(new ImportSummary(
            _counts.Rows, _counts.Accepted, _counts.Duplicates, _counts.Rejected, Math.Max(0, _counts.Accepted - failed),
            Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3)), failed);
        return _unreadable == 0 ? 0 : 1;
    }

    private async Task ImportAsync(FileInfo path, FileRequest request, CancellationToken cancellationToken)
    {
        var (duplicates, rejected, empty) = (_counts.Duplicates, _counts.Rejected, _counts.Empty);
        _doing = new LocalizedText($"{path.Name} を読み込み中", $"Reading {path.Name}").Say();
        using var bad = new BadRows(report.Length > 0 ? report : path.FullName + ".bad-rows.csv", CultureInfo.CurrentUICulture);
        try
        {
            await using var stream = path.OpenRead();
            using var reading = files.Open(stream, request with { FileName = path.Name });
            foreach (var note in reading.Notes)
            {
                await Console.Error.WriteLineAsync($"{path.Name}: {note.Say()}");
            }
            _part = () => reading.Progress;
            await sources.EnsureAsync(request.Source, reading.Channel, "import", cancellationToken);
            await rows.RunAsync(reading.Rows(), _counts, bad.Add, cancellationToken);
        }
        catch (UnreadableFileException unreadable)
        {
            await FailAsync(path, unreadable.Problem.Say());
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            await FailAsync(path, failure.Message);
        }
        await refusals.CountAsync(request.Source, new Arrived(Duplicates: _counts.Duplicates - duplicates, Refused: _counts.Rejected - rejected, Empty: _counts.Empty - empty));
        if (bad.Any)
        {
            await Console.Error.WriteLineAsync(new LocalizedText($"{path.Name}: 取り込めない行を {bad.Path} に書きました。", $"{path.Name}: bad rows are listed in {bad.Path}.").Say());
        }
    }

    private async Task FailAsync(FileInfo path, string problem)
    {
        _unreadable++;
        await Console.Error.WriteLineAsync($"{path.Name}: {problem}");
    }

    /// <summary>Waits until everything that came in has been analysed; returns how much of this import was given up.</summary>
    private async Task<long> AnalyseAsync(long before, CancellationToken cancellationToken)
    {
        var last = backlog.LastArrival();
        _doing = new LocalizedText("分析中", "Analysing").Say();
        _part = () => last == before ? 1 : 1 - ((double)backlog.Count(before, last).Waiting / (last - before));
        await backlog.EmptyAsync(last, cancellationToken);
        return backlog.Count(before, last).Failed;
    }

    private string Counts() => new LocalizedText(
        $"{_counts.Rows:N0} 行、新規 {_counts.Accepted:N0}、重複 {_counts.Duplicates:N0}、不可 {_counts.Rejected:N0}",
        $"{_counts.Rows:N0} rows, {_counts.Accepted:N0} new, {_counts.Duplicates:N0} known, {_counts.Rejected:N0} bad").Say();

    private void Conclude(ImportSummary summary, long failed)
    {
        Console.Error.WriteLine(Counts() + new LocalizedText($"（{summary.Seconds:N1} 秒）", $" ({summary.Seconds:N1} s)").Say());
        if (failed > 0)
        {
            Console.Error.WriteLine(new LocalizedText(
                $"{failed:N0} 件は分析できず、デッドレターに入りました。管理画面で確認してください。",
                $"{failed:N0} could not be analysed and are dead letters; see Administration.").Say());
        }
        Console.WriteLine(JsonSerializer.Serialize(summary, Line));
    }
}
