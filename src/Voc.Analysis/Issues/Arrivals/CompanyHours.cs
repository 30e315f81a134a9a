namespace Voc.Analysis.Issues.Arrivals;

/// <summary>The hours up to now that are looked back at, the company's day and hour of each, and those in which nobody could receive anything.</summary>
public sealed class CompanyHours
{
    private readonly int[] _day;
    private readonly byte[] _ofDay;
    private readonly bool[] _down;

    /// <summary>Lays out the last <see cref="ArrivalHistory.MaxDays"/> days.</summary>
    /// <param name="now">The present.</param>
    /// <param name="zone">The company's time zone.</param>
    /// <param name="down">When the service did not run, so that silence says nothing: from, to.</param>
    public CompanyHours(DateTimeOffset now, TimeZoneInfo zone, IEnumerable<(DateTimeOffset From, DateTimeOffset To)> down)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(down);
        Now = HourOf(now);
        First = Now - (24L * ArrivalHistory.MaxDays);
        var hours = (int)(Now - First) + 1;
        (_day, _ofDay, _down) = (new int[hours], new byte[hours], new bool[hours]);
        for (var i = 0; i < hours; i++)
        {
            var local = TimeZoneInfo.ConvertTime(TimeOf(First + i), zone);
            (_day[i], _ofDay[i]) = (DateOnly.FromDateTime(local.DateTime).DayNumber, (byte)local.Hour);
        }
        foreach (var (from, to) in down)
        {
            for (var hour = Math.Max(First, HourOf(from)); hour <= Math.Min(Now, HourOf(to)); hour++)
            {
                _down[hour - First] = true;
            }
        }
    }

    /// <summary>The hour that is not over yet.</summary>
    public long Now { get; }

    internal long First { get; }

    internal int FirstDay => _day[0];

    internal int Today => _day[^1];

    /// <summary>The hour a time lies in.</summary>
    public static long HourOf(DateTimeOffset time) => Math.DivRem(time.ToUnixTimeSeconds(), 3600) is var (hours, rest) && rest < 0 ? hours - 1 : hours;

    /// <summary>When an hour begins.</summary>
    public static DateTimeOffset TimeOf(long hour) => DateTimeOffset.FromUnixTimeSeconds(hour * 3600);

    internal int Day(long hour) => _day[hour - First];

    internal int OfDay(long hour) => _ofDay[hour - First];

    internal bool IsDown(long hour) => _down[hour - First];
}
