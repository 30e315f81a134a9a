using System.Globalization;
using Voc.Ingest.Social.Platforms;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class RateLimitTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 10, 3, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var row in SpecTable.Rows("Social/Platforms/Specs/rate-limits.md"))
        {
            data.Add((string)row[0], (string)row[1], (string)row[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_of_the_specification_holds(string headers, string refused, string seconds)
    {
        var given = headers.Split(';', StringSplitOptions.TrimEntries).Where(h => h.Contains(':', StringComparison.Ordinal))
            .ToDictionary(h => h[..h.IndexOf(':', StringComparison.Ordinal)], h => h[(h.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);

        var wait = RateLimit.Wait(name => given.GetValueOrDefault(name), refused == "yes", Now);

        Assert.Equal(seconds, wait?.TotalSeconds.ToString(CultureInfo.InvariantCulture) ?? "-");
    }

    [Theory]
    [InlineData("2025-06-10T03:00:00Z", 4)]
    [InlineData("2025-01-10T03:00:00Z", 5)]
    [InlineData("2025-06-10T07:00:00Z", 24)]
    public void The_quota_of_youtube_is_filled_at_midnight_in_california(string now, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1), YouTube.UntilRefill(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));
}
