using System.Runtime.InteropServices;

namespace Voc.Benchmarks.Search.Queries;

/// <summary>Processor time of the calling thread: what a query costs however busy the machine is. Linux only, elsewhere 0.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static TimeSpan Now() => OperatingSystem.IsLinux() && Read(ThreadProcessorTime, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : TimeSpan.Zero;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
