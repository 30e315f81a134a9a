using System.Globalization;
using System.Net.Http.Headers;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// What the headers of an answer say about when the next request is welcome: <c>Retry-After</c> (seconds or a date), and the
/// reset of a limit as seconds since 1970 (X, Bluesky), as an ISO date (Mastodon) or as seconds from now.
/// </summary>
public static class RateLimit
{
    private const long Epoch = 1_000_000_000;
    private static readonly string[] Remaining = ["x-rate-limit-remaining", "x-ratelimit-remaining", "ratelimit-remaining"];
    private static readonly string[] Reset = ["x-rate-limit-reset", "x-ratelimit-reset", "ratelimit-reset"];

    /// <summary>The longest wait that is believed.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);

    /// <summary>How long to wait, from one second to 24 hours, or null where the headers do not ask for it.</summary>
    /// <param name="header">The value of a header by its name, or null.</param>
    /// <param name="refused">Whether the request was refused, so that the limit is used up whatever the headers say is left.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan? Wait(Func<string, string?> header, bool refused, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (refused && RetryConditionHeaderValue.TryParse(header("Retry-After"), out var retry))
        {
            return Believable(retry.Delta ?? (retry.Date - now));
        }

        var used = Remaining.Select(header).Any(left => left is not null && left.Trim() == "0");
        return refused || used ? Believable(Reset.Select(header).Select(value => Until(value, now)).FirstOrDefault(wait => wait is not null)) : null;
    }

    private static TimeSpan? Until(string? value, DateTimeOffset now)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds switch
            {
                < Epoch => TimeSpan.FromSeconds(seconds),
                > 253_402_300_799 => null,
                _ => DateTimeOffset.FromUnixTimeSeconds(seconds) - now,
            };
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - now : null;
    }

    private static TimeSpan? Believable(TimeSpan? wait) => wait is not { } time ? null
        : time < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1)
        : time > Longest ? Longest
        : time;
}
