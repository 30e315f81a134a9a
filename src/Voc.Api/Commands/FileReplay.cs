using Voc.Analysis;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Replays;
using Voc.Ingest;
using Voc.Ingest.Files;

namespace Voc.Api.Commands;

/// <summary>Reads files as an import would, analyses them, and lets the detector judge after each piece of feedback, in the order of time.</summary>
internal sealed class FileReplay(FileImport files, CurrentReading reading, TimeZoneInfo zone)
{
    private string _doing = "";
    private double _part;

    public required FileRequest Request { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required double FalseAlarmsPerYear { get; init; }

    /// <summary>The fields in whose values issues are looked for; null for those that turn out to have few.</summary>
    public IReadOnlyList<string>? Slices { get; init; }

    public int? Seed { get; init; }

    public async Task<int> RunAsync(IReadOnlyList<FileInfo> paths, FileInfo output, CancellationToken cancellationToken)
    {
        // Whatever is wrong with the file is said before the work, not after it.
        await using var alarms = new StreamWriter(output.FullName);
        var (analyzer, rejected, written) = (reading.Analyzer, 0L, 0);
        await ProgressLine.RunAsync(() => Task.Run(async () =>
        {
            var (feedback, bad) = Read(paths, cancellationToken);
            rejected = bad;
            foreach (var alarm in Alarms(InOrder(Analyze(feedback, analyzer, cancellationToken)), analyzer, cancellationToken))
            {
                await alarms.WriteLineAsync(alarm.Line());
                written++;
            }
        }, cancellationToken), () => (_doing, _part));
        if (rejected > 0)
        {
            await Console.Error.WriteLineAsync(new LocalizedText($"読めない {rejected:N0} 行を除きました。", $"{rejected:N0} rows that cannot be read were passed over.").Say());
        }
        await Console.Error.WriteLineAsync(new LocalizedText($"許容する誤報を年 {FalseAlarmsPerYear:0.##} 件として、アラーム {written:N0} 件を {output.Name} に書きました。", $"At {FalseAlarmsPerYear:0.##} false alarms a year, {written:N0} alarms written to {output.Name}.").Say());
        return 0;
    }

    /// <summary>The rows that can be feedback, numbered from 1 through all files, and how many cannot.</summary>
    private (List<(long Row, Feedback Feedback)> Feedback, long Rejected) Read(IReadOnlyList<FileInfo> paths, CancellationToken cancellationToken)
    {
        var feedback = new List<(long, Feedback)>();
        var (row, rejected) = (0L, 0L);
        foreach (var path in paths)
        {
            _doing = new LocalizedText($"{path.Name} を読み込み中", $"Reading {path.Name}").Say();
            using var stream = path.OpenRead();
            using var file = files.Open(stream, Request with { FileName = path.Name });
            foreach (var read in file.Rows())
            {
                cancellationToken.ThrowIfCancellationRequested();
                row++;
                if (read is AcceptedRow accepted)
                {
                    feedback.Add((row, accepted.Feedback));
                }
                else
                {
                    rejected++;
                }
                _part = file.Progress;
            }
        }
        return (feedback, rejected);
    }

    private List<AnalyzedFeedback> Analyze(List<(long Row, Feedback Feedback)> feedback, Analyzer analyzer, CancellationToken cancellationToken)
    {
        var (done, all) = (0, feedback.Count);
        var analyzed = feedback.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(f =>
        {
            var count = Interlocked.Increment(ref done);
            (_doing, _part) = (new LocalizedText($"分析中  {count:N0} / {all:N0} 件", $"Analysing  {count:N0} of {all:N0}").Say(), (double)count / all);
            return new AnalyzedFeedback(f.Row, f.Feedback, analyzer.Analyze(f.Feedback.Text));
        });
        return [.. analyzed];
    }

    /// <summary>In the order of time; with a seed, the times are dealt to the rows at random first.</summary>
    private List<AnalyzedFeedback> InOrder(List<AnalyzedFeedback> feedback)
    {
        if (Seed is { } seed)
        {
            var times = feedback.Select(f => f.Feedback.OccurredAt).ToArray();
            new Random(seed).Shuffle(times);
            feedback = [.. feedback.Select((f, i) => f with { Feedback = f.Feedback with { OccurredAt = times[i] } })];
        }
        return [.. feedback.Where(f => To is not { } to || Day(f) <= to).OrderBy(f => f.Feedback.OccurredAt).ThenBy(f => f.Id)];
    }

    private IEnumerable<ReplayAlarm> Alarms(List<AnalyzedFeedback> feedback, Analyzer analyzer, CancellationToken cancellationToken)
    {
        var detector = new IssueDetector(DetectorSetup.Of(zone, GraveWords.Load(), () => analyzer.Taxonomy, FalseAlarmsPerYear, Slices));
        var byRow = feedback.ToDictionary(f => f.Id);
        var written = 0;
        var told = new HashSet<long>();
        var open = new Dictionary<long, List<long>>();
        foreach (var step in ReplayPass.Run(detector, Told(feedback, () => written), DateTimeOffset.MinValue, cancellationToken))
        {
            var issue = step.Finding.Issue.Id;
            if (told.Contains(issue))
            {
                continue;
            }
            // What was found before the first day and still grows is open on it: it is told when it does, with all that belongs to it.
            var reports = open.TryGetValue(issue, out var known) ? known : open[issue] = [];
            reports.AddRange(step.Finding.NewFeedback);
            if (From is not { } from || Day(step.At) >= from)
            {
                written++;
                told.Add(issue);
                yield return ReplayAlarm.Of((int)issue, step.Finding, [.. reports.Select(id => byRow[id])], zone);
            }
        }
    }

    private IEnumerable<AnalyzedFeedback> Told(List<AnalyzedFeedback> feedback, Func<int> written)
    {
        for (var i = 0; i < feedback.Count; i++)
        {
            (_doing, _part) = (new LocalizedText(
                $"再生中  {Day(feedback[i]):yyyy-MM-dd}、アラーム {written():N0} 件", $"Replaying  {Day(feedback[i]):yyyy-MM-dd}, {written():N0} alarms").Say(), (double)i / feedback.Count);
            yield return feedback[i];
        }
    }

    private DateOnly Day(AnalyzedFeedback feedback) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(feedback.Feedback.OccurredAt, zone).DateTime);
}
