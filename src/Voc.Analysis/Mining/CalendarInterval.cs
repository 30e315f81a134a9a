namespace Voc.Analysis.Mining;

/// <summary>How long the intervals of a calendar are.</summary>
public enum CalendarUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>A month.</summary>
    Month,
}

/// <summary>Some days on end.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last, included.</param>
public readonly record struct CalendarInterval(DateOnly First, DateOnly Last)
{
    /// <summary>The unit that gives a readable number of intervals: days up to 62 days, weeks up to 400, else months.</summary>
    public static CalendarUnit UnitFor(DateOnly first, DateOnly last) => (last.DayNumber - first.DayNumber) switch
    {
        < 62 => CalendarUnit.Day,
        < 400 => CalendarUnit.Week,
        _ => CalendarUnit.Month,
    };

    /// <summary>The whole interval a day is in.</summary>
    public static CalendarInterval Around(DateOnly day, CalendarUnit unit)
    {
        switch (unit)
        {
            case CalendarUnit.Week:
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return new(monday, monday.AddDays(6));
            case CalendarUnit.Month:
                var first = new DateOnly(day.Year, day.Month, 1);
                return new(first, first.AddMonths(1).AddDays(-1));
            default:
                return new(day, day);
        }
    }

    /// <summary>All intervals from one day to another, without gaps; none where the first is after the last.</summary>
    public static IReadOnlyList<CalendarInterval> Between(DateOnly first, DateOnly last, CalendarUnit unit)
    {
        var intervals = new List<CalendarInterval>();
        for (var day = first; day <= last; day = intervals[^1].Last.AddDays(1))
        {
            intervals.Add(Around(day, unit));
        }
        return intervals;
    }

    /// <summary>The place of the interval that holds a day, or -1.</summary>
    /// <param name="intervals">From <see cref="Between"/>.</param>
    /// <param name="day">The day.</param>
    public static int IndexOf(IReadOnlyList<CalendarInterval> intervals, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        var (low, high) = (0, intervals.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (day < intervals[middle].First)
            {
                high = middle - 1;
            }
            else if (day > intervals[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }
        return -1;
    }
}
