namespace Voc.Analysis.Issues.Calendar;

/// <summary>What sort of day it is for a company in Japan. The first seven have the values of <see cref="DayOfWeek"/>.</summary>
public enum DayKind
{
    /// <summary>A Sunday, holiday or not.</summary>
    Sunday,

    /// <summary>An ordinary Monday.</summary>
    Monday,

    /// <summary>An ordinary Tuesday.</summary>
    Tuesday,

    /// <summary>An ordinary Wednesday.</summary>
    Wednesday,

    /// <summary>An ordinary Thursday.</summary>
    Thursday,

    /// <summary>An ordinary Friday.</summary>
    Friday,

    /// <summary>A Saturday that is no holiday.</summary>
    Saturday,

    /// <summary>A public holiday from Monday to Saturday.</summary>
    Holiday,

    /// <summary>29 December to 3 January, on which public offices are closed (行政機関の休日に関する法律) and most companies.</summary>
    NewYear,

    /// <summary>Monday to Friday, 13 to 16 August: no holiday, yet many companies are closed.</summary>
    Obon,

    /// <summary>A working day between two days off, or in Golden Week (29 April to 5 May).</summary>
    Bridge,

    /// <summary>The first working day after at least four days off, on which what waited comes in.</summary>
    Return,
}

/// <summary>Tells the kinds of days apart.</summary>
public static class DayKinds
{
    /// <summary>How many kinds there are.</summary>
    public const int Count = (int)DayKind.Return + 1;

    /// <summary>Days off in a row after which a working day is a <see cref="DayKind.Return"/>.</summary>
    public const int LongBreak = 4;

    /// <summary>The kind of a day. Where the year's holidays are not known, its weekends, New Year and Obon still are.</summary>
    public static DayKind Of(DateOnly day, JapaneseHolidays holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        if (IsNewYear(day))
        {
            return DayKind.NewYear;
        }
        if (day.DayOfWeek == DayOfWeek.Sunday)
        {
            return DayKind.Sunday;
        }
        if (holidays.Contains(day))
        {
            return DayKind.Holiday;
        }
        if (day.DayOfWeek == DayOfWeek.Saturday)
        {
            return DayKind.Saturday;
        }
        if (IsObon(day))
        {
            return DayKind.Obon;
        }
        if (IsBridge(day, holidays))
        {
            return DayKind.Bridge;
        }
        return IsReturn(day, holidays) ? DayKind.Return : (DayKind)day.DayOfWeek;
    }

    /// <summary>Whether the kind is one on which most companies are closed.</summary>
    public static bool IsOff(this DayKind kind) => kind is DayKind.Sunday or DayKind.Saturday or DayKind.Holiday or DayKind.NewYear;

    private static bool IsNewYear(DateOnly day) => (day.Month == 12 && day.Day >= 29) || (day.Month == 1 && day.Day <= 3);

    private static bool IsObon(DateOnly day) => day.Month == 8 && day.Day is >= 13 and <= 16;

    private static bool IsGoldenWeek(DateOnly day) => (day.Month == 4 && day.Day >= 29) || (day.Month == 5 && day.Day <= 5);

    private static bool Off(DateOnly day, JapaneseHolidays holidays) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsNewYear(day) || holidays.Contains(day);

    private static bool IsBridge(DateOnly day, JapaneseHolidays holidays) =>
        (IsGoldenWeek(day) && holidays.Knows(day.Year)) || (day > DateOnly.MinValue && day < DateOnly.MaxValue && Off(day.AddDays(-1), holidays) && Off(day.AddDays(1), holidays));

    private static bool IsReturn(DateOnly day, JapaneseHolidays holidays)
    {
        for (var before = 1; before <= LongBreak; before++)
        {
            if (day.DayNumber < before || (Off(day.AddDays(-before), holidays) || IsObon(day.AddDays(-before))) is false)
            {
                return false;
            }
        }
        return true;
    }
}
