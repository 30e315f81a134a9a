using System.Diagnostics;
using Voc.Analysis;
using Voc.Benchmarks.Morphology;

namespace Voc.Benchmarks.Reading;

/// <summary>Texts a second through the full analysis on one thread, by the clock and by processor time.</summary>
internal static class ReadingSpeed
{
    private const int Length = 70;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static void Run(string? file)
    {
        var texts = Texts.Read(file).Select(t => t.Length > Length ? t[..Length] : t).ToArray();
        var analyzer = Analyzer.LoadDefault();
        Round(analyzer, texts);
        Round(analyzer, texts);
        using var process = Process.GetCurrentProcess();
        var (count, processor, allocated, started) = (0L, process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < Measured)
        {
            Round(analyzer, texts);
            count += texts.Length;
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var processorSeconds = (process.TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine($"{count / seconds:F0} texts/s by the clock, {count / processorSeconds:F0} by processor time, {texts.Average(t => t.Length):F0} characters each, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / count} bytes allocated a text");
    }

    private static void Round(Analyzer analyzer, string[] texts)
    {
        foreach (var text in texts)
        {
            analyzer.Analyze(text);
        }
    }
}
