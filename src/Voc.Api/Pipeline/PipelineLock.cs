namespace Voc.Api.Pipeline;

/// <summary>
/// Held by the one process that analyses a data folder's inbox: normally the service, or the command-line import while no service
/// runs. The operating system releases it when the process ends, however it ends.
/// </summary>
internal sealed class PipelineLock(VocOptions options, TimeProvider time) : IDisposable
{
    private readonly TaskCompletionSource _acquired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FileStream? _file;

    /// <summary>Completes once this process holds the lock.</summary>
    public Task Acquired => _acquired.Task;

    /// <summary>Takes the lock if it is free.</summary>
    public bool TryAcquire()
    {
        if (_file is not null)
        {
            return true;
        }
        try
        {
            _file = new FileStream(options.PathOf("pipeline.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            _acquired.TrySetResult();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Waits until the lock is free and takes it.</summary>
    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        while (!TryAcquire())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken);
        }
    }

    public void Dispose() => _file?.Dispose();
}
