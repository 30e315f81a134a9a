using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Voc.Api.Replays;

/// <summary>Runs long work on a thread that gives way to everything else.</summary>
internal static partial class QuietThread
{
    private const int OfProcess = 0;
    private const uint This = 0;
    private const int Lowest = 19;

    /// <summary>Runs work on a thread of its own; the task ends as the work does.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails belongs to whoever awaits the task.")]
    public static Task RunAsync(string name, Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                GiveWay();
                work();
                done.SetResult();
            }
            catch (OperationCanceledException cancelled)
            {
                done.SetCanceled(cancelled.CancellationToken);
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        })
        { Name = name, IsBackground = true, Priority = ThreadPriority.Lowest };
        thread.Start();
        return done.Task;
    }

    /// <summary>The runtime sets no priorities on Linux, where each thread has a niceness of its own.</summary>
    private static void GiveWay()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(OfProcess, This, Lowest);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
