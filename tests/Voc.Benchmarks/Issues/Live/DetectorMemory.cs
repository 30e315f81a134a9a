using System.Diagnostics;
using Voc.Analysis.Issues;
using Voc.Api;

namespace Voc.Benchmarks.Issues.Live;

/// <summary>The saved detector read into this process: what it keeps, how much memory that takes, and how long saving holds it up.</summary>
internal sealed record DetectorMemory(int Candidates, int Reports, double ManagedMegabytes, double FileMegabytes, double ReadSeconds, double SaveSeconds)
{
    public static DetectorMemory Of(VocOptions options, string path, double falseAlarmsPerYear)
    {
        var detector = new IssueDetector(new IssueDetectorOptions { Zone = options.Zone, GraveWords = GraveWords.Load(), FalseAlarmsPerYear = falseAlarmsPerYear });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        using (var file = File.OpenRead(path))
        {
            if (!detector.Restore(file, _ => true))
            {
                throw new InvalidOperationException("The service saved a state that this program does not read.");
            }
        }
        var read = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var managed = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        started = Stopwatch.GetTimestamp();
        var copy = path + ".copy";
        using (var file = new FileStream(copy, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        {
            detector.Save(file, "");
        }
        var saved = Stopwatch.GetElapsedTime(started).TotalSeconds;
        File.Delete(copy);
        return new DetectorMemory(detector.Candidates, detector.Reports, managed, new FileInfo(path).Length / 1e6, read, saved);
    }
}
