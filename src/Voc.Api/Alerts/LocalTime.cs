namespace Voc.Api.Alerts;

/// <summary>Times of a day in a zone.</summary>
internal static class LocalTime
{
    /// <summary>The instant of a local time; one that clocks leave out is an hour later, of one that comes twice it is the second.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
