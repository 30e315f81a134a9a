using System.Diagnostics;

namespace Voc.Benchmarks.Search.Http;

/// <summary>Waits until a process has done what it does after its start, such as following an archive for issues.</summary>
internal static class CalmProcess
{
    private const double Calm = 0.1;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> WaitAsync(int id, CancellationToken cancellationToken)
    {
        using var process = Process.GetProcessById(id);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Longest)
        {
            var before = process.TotalProcessorTime;
            await Task.Delay(Window, cancellationToken);
            process.Refresh();
            if (process.TotalProcessorTime - before < Window * Calm)
            {
                break;
            }
        }
        return Stopwatch.GetElapsedTime(started);
    }
}
