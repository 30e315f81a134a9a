namespace Voc.Browser.Tests.Infrastructure;

/// <summary>
/// A clock that can be put forward and goes on from there. It begins in the middle of the company's next morning, so that no test of a day's
/// work meets midnight. What waits for a time still waits as long as it says.
/// </summary>
internal sealed class StoryClock : TimeProvider
{
    private long _ahead;

    public StoryClock(TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(System.GetUtcNow(), zone);
        _ahead = (local.Date.AddDays(1).AddHours(10) - local.DateTime).Ticks;
    }

    public void Forward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));

    /// <summary>Time that was skipped has passed: what is done every few minutes is due.</summary>
    public override long GetTimestamp() => System.GetTimestamp() + (Interlocked.Read(ref _ahead) * (TimestampFrequency / TimeSpan.TicksPerSecond));
}
