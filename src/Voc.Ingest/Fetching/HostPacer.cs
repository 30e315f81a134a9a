namespace Voc.Ingest.Fetching;

/// <summary>Keeps a least time between two requests to one host. Safe for any number of threads.</summary>
internal sealed class HostPacer(TimeProvider clock)
{
    private const int Remembered = 1_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _free = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn of the caller and keeps the host for <paramref name="delay"/> after it.</summary>
    public Task WaitAsync(string host, TimeSpan delay, CancellationToken cancellationToken)
    {
        var wait = Reserve(host, delay);
        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, clock, cancellationToken);
    }

    private TimeSpan Reserve(string host, TimeSpan delay)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var turn = _free.TryGetValue(host, out var free) && free > now ? free : now;
            if (_free.Count >= Remembered)
            {
                Forget(now);
            }

            _free[host] = turn + delay;
            return turn - now;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var host in _free.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToList())
        {
            _free.Remove(host);
        }
    }
}
