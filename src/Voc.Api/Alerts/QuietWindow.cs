namespace Voc.Api.Alerts;

/// <summary>A time of some weekdays in which nothing is sent.</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; on the next day where that is not after <paramref name="From"/>, so 0:00 to 0:00 is the whole day.</param>
/// <param name="Days">The days on which it begins.</param>
internal sealed record QuietWindow(TimeOnly From, TimeOnly To, IReadOnlyList<DayOfWeek> Days)
{
    /// <summary>Windows that follow each other in a week, at most; after more there is no end.</summary>
    private const int MostSteps = 64;

    /// <summary>The first instant, from the given one on, at which no window is open. Where one is always open, the given instant.</summary>
    public static DateTimeOffset End(IReadOnlyList<QuietWindow> windows, DateTimeOffset at, TimeZoneInfo zone)
    {
        var end = at;
        for (var step = 0; step < MostSteps; step++)
        {
            var latest = windows.Select(w => w.EndOf(end, zone)).Max();
            if (latest is not { } later)
            {
                return end;
            }
            end = later;
        }
        return at;
    }

    /// <summary>Whether there is no time in a week at which something could be sent.</summary>
    public static bool AreAlways(IReadOnlyList<QuietWindow> windows)
    {
        var monday = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return windows.Count > 0 && windows.Any(w => w.EndOf(monday, TimeZoneInfo.Utc) is not null) && End(windows, monday, TimeZoneInfo.Utc) == monday;
    }

    /// <summary>When the window that is open at an instant ends, or null where it is not open.</summary>
    private DateTimeOffset? EndOf(DateTimeOffset at, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        foreach (var day in new[] { today, today.AddDays(-1) }.Where(d => Days.Contains(d.DayOfWeek)))
        {
            var (start, end) = (LocalTime.At(day, From, zone), LocalTime.At(To > From ? day : day.AddDays(1), To, zone));
            if (start <= at && at < end)
            {
                return end;
            }
        }
        return null;
    }
}
