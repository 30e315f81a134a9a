using System.Diagnostics;
using Voc.Analysis;
using Voc.Benchmarks.Morphology;

namespace Voc.Benchmarks.Reading;

/// <summary>Texts of 70 characters a second through the full analysis on one thread, by the clock and by processor time.</summary>
internal static class ReadingSpeed
{
    private const int Length = 70;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static void Run(string? file)
    {
        var texts = Pieces(string.Concat(Texts.Read(file)));
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
        Console.WriteLine($"{count / seconds:F0} texts/s by the clock, {count / processorSeconds:F0} by processor time, {Length} characters each, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / count} bytes allocated a text");
    }

    /// <summary>The text cut anew every 70 characters; what is left over is not measured.</summary>
    private static string[] Pieces(string text) => [.. Enumerable.Range(0, text.Length / Length).Select(i => text.Substring(i * Length, Length))];

    private static void Round(Analyzer analyzer, string[] texts)
    {
        foreach (var text in texts)
        {
            analyzer.Analyze(text);
        }
    }
}
