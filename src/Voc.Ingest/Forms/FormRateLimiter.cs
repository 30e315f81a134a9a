using System.Net;
using System.Net.Sockets;

namespace Voc.Ingest.Forms;

/// <summary>
/// A token bucket for each form and client address: so many messages at once, then one each interval. IPv6 clients count by
/// their /64, which one household has to itself. Memory is bounded: beyond the limit the client not heard of for longest is
/// forgotten. Safe for any number of threads.
/// </summary>
/// <param name="clock">Tells the time.</param>
public sealed class FormRateLimiter(TimeProvider clock)
{
    /// <summary>Who waits for exactly as long as told must not come a rounding error too early.</summary>
    private const double Rounding = 1e-6;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Form, string Client), LinkedListNode<Bucket>> _buckets = [];
    private readonly LinkedList<Bucket> _byUse = new();

    /// <summary>Messages that may come at once; 5 unless told.</summary>
    public int Burst { get; init; } = 5;

    /// <summary>Time in which one more is allowed; 20 seconds unless told.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Most clients remembered; 20,000 unless told.</summary>
    public int Remembered { get; init; } = 20_000;

    /// <summary>How many clients are remembered now.</summary>
    internal int Count => _buckets.Count;

    /// <summary>Takes one message from the client's bucket.</summary>
    /// <param name="form">Key of the form.</param>
    /// <param name="client">Address of the client, or null where it is not known; those share a bucket.</param>
    /// <returns>Null where the message may come, else the time until the next one may.</returns>
    public TimeSpan? Take(string form, IPAddress? client)
    {
        var key = (form, Network(client));
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var bucket = Find(key, now);
            bucket.Tokens = Math.Min(Burst, bucket.Tokens + ((now - bucket.At) / Interval));
            bucket.At = now;
            if (bucket.Tokens < 1 - Rounding)
            {
                return (1 - bucket.Tokens) * Interval;
            }

            bucket.Tokens = Math.Max(0, bucket.Tokens - 1);
            return null;
        }
    }

    private Bucket Find((string, string) key, DateTimeOffset now)
    {
        if (_buckets.TryGetValue(key, out var known))
        {
            _byUse.Remove(known);
            _byUse.AddLast(known);
            return known.Value;
        }

        if (_buckets.Count >= Remembered)
        {
            _buckets.Remove(_byUse.First!.Value.Key);
            _byUse.RemoveFirst();
        }

        var bucket = new Bucket(key) { Tokens = Burst, At = now };
        _buckets[key] = _byUse.AddLast(bucket);
        return bucket;
    }

    private static string Network(IPAddress? client)
    {
        if (client is null)
        {
            return "";
        }

        var address = client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private sealed class Bucket((string Form, string Client) key)
    {
        public (string Form, string Client) Key => key;

        public double Tokens { get; set; }

        public DateTimeOffset At { get; set; }
    }
}
