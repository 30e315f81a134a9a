namespace Voc.Api.Alerts;

/// <summary>When what a rule found is sent; all times are the company's.</summary>
/// <param name="Pace">At once or collected.</param>
/// <param name="Hour">Hour of a daily or weekly digest, 0 to 23.</param>
/// <param name="Weekday">Day of a weekly digest.</param>
/// <param name="Quiet">Times in which nothing is sent.</param>
/// <param name="CriticalThrough">Whether critical issues are sent in quiet hours all the same.</param>
internal sealed record AlertTiming(AlertPace Pace, int Hour, DayOfWeek Weekday, IReadOnlyList<QuietWindow> Quiet, bool CriticalThrough)
{
    /// <summary>When something that happened at a time is sent. What happens exactly when a digest goes out is in the next one.</summary>
    public DateTimeOffset DueAt(DateTimeOffset at, bool critical, TimeZoneInfo zone)
    {
        var due = Pace switch
        {
            AlertPace.Hourly => NextHour(at, zone),
            AlertPace.Daily => Next(at, zone, _ => true),
            AlertPace.Weekly => Next(at, zone, day => day.DayOfWeek == Weekday),
            _ => at,
        };
        return critical && CriticalThrough ? due : QuietWindow.End(Quiet, due, zone);
    }

    private static DateTimeOffset NextHour(DateTimeOffset at, TimeZoneInfo zone)
    {
        // Zones are apart by quarters of hours too, so it is the local clock that strikes.
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local.AddTicks(TimeSpan.TicksPerHour - (local.TimeOfDay.Ticks % TimeSpan.TicksPerHour)).ToUniversalTime();
    }

    private DateTimeOffset Next(DateTimeOffset at, TimeZoneInfo zone, Func<DateOnly, bool> on)
    {
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime); ; day = day.AddDays(1))
        {
            var due = LocalTime.At(day, new TimeOnly(Hour, 0), zone);
            if (on(day) && due > at)
            {
                return due;
            }
        }
    }
}

internal enum AlertPace
{
    Immediate,
    Hourly,
    Daily,
    Weekly,
}
