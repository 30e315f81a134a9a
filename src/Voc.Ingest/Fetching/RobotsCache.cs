using System.Text;

namespace Voc.Ingest.Fetching;

/// <summary>
/// The <c>robots.txt</c> of each origin, kept for a day (RFC 9309 §2.3 and §2.4): none (a 4xx status) allows everything; one
/// that cannot be read (5xx, too many requests, no answer) allows nothing, and is tried again after ten minutes.
/// </summary>
internal sealed class RobotsCache(FetchAttempts attempts, FetchOptions options, TimeProvider clock)
{
    private const string Robot = "Voc";
    private const int Remembered = 500;
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules for an address.</summary>
    /// <exception cref="FetchException">They cannot be read, or the address may not be fetched at all.</exception>
    public async Task<RobotsTxt> RulesAsync(Uri address, CancellationToken cancellationToken)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (Known(origin) is not { } entry)
        {
            var (rules, unreachable) = await ReadAsync(new Uri(origin + "/robots.txt"), cancellationToken).ConfigureAwait(false);
            entry = new(rules, unreachable, clock.GetUtcNow() + (rules is null ? FailureLifetime : options.RobotsLifetime));
            Remember(origin, entry);
        }

        return entry.Rules ?? throw FetchProblems.RobotsUnavailable(address, entry.Unreachable);
    }

    private Entry? Known(string origin)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(origin, out var entry) && entry.Until > clock.GetUtcNow() ? entry : null;
        }
    }

    private void Remember(string origin, Entry entry)
    {
        lock (_gate)
        {
            if (_entries.Count >= Remembered)
            {
                _entries.Remove(_entries.MinBy(known => known.Value.Until).Key);
            }

            _entries[origin] = entry;
        }
    }

    /// <summary>The rules, or null where nothing is allowed, with the reason where the server was not even reached.</summary>
    private async Task<(RobotsTxt? Rules, LocalizedText? Unreachable)> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= options.MaximumRedirects; hop++)
        {
            FetchReply reply;
            try
            {
                reply = await attempts.SendAsync(address, FetchValidators.None, options.MaximumBytes, cancellationToken).ConfigureAwait(false);
            }
            catch (FetchException failed) when (failed.Failure != FetchFailure.Address)
            {
                return (null, failed.Failure == FetchFailure.Unreachable ? failed.Problem : null);
            }

            if (!reply.IsRedirect)
            {
                return (RulesOf(reply), null);
            }

            address = FetchAddress.Redirected(address, reply.Location, options);
        }

        return (RobotsTxt.AllowAll, null);
    }

    private static RobotsTxt? RulesOf(FetchReply reply) => reply.Status switch
    {
        >= 200 and < 300 => RobotsTxt.Parse(Encoding.UTF8.GetString(reply.Body), Robot),
        429 or >= 500 => null,
        _ => RobotsTxt.AllowAll,
    };

    private sealed record Entry(RobotsTxt? Rules, LocalizedText? Unreachable, DateTimeOffset Until);
}
