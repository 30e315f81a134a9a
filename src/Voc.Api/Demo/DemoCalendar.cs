using Voc.Api.Storage;

namespace Voc.Api.Demo;

/// <summary>When the demo's texts were said: over the 90 days before now, fewer at night and on weekends, stories on their own days.</summary>
internal sealed class DemoCalendar(DateTimeOffset now, TimeZoneInfo zone)
{
    private const int Days = 90;

    /// <summary>Share of a day's texts by hour, 0 to 23.</summary>
    private static readonly int[] ByHour = [2, 1, 1, 0, 0, 1, 2, 4, 6, 9, 10, 9, 8, 8, 8, 7, 7, 7, 8, 9, 10, 10, 8, 5];

    /// <summary>Share of a week's texts by day, Sunday first.</summary>
    private static readonly int[] ByWeekday = [11, 16, 15, 15, 15, 15, 13];

    /// <summary>The texts with their times, oldest first. The same start gives the same times.</summary>
    public IReadOnlyList<(DemoText Text, DateTimeOffset OccurredAt)> Place(IReadOnlyList<DemoText> texts)
    {
        var random = new Random(20_260_401);
        return [.. texts.Select(text => (text, At(text.Day ?? OrdinaryDay(random), random))).OrderBy(t => t.Item2)];
    }

    private int OrdinaryDay(Random random)
    {
        while (true)
        {
            var ago = random.Next(Days);
            var weekday = CompanyDay.Of(now, zone).AddDays(-ago).DayOfWeek;
            if (random.Next(ByWeekday.Max()) < ByWeekday[(int)weekday])
            {
                return ago;
            }
        }
    }

    private DateTimeOffset At(int daysAgo, Random random)
    {
        var pick = random.Next(ByHour.Sum());
        var hour = 0;
        while (pick >= ByHour[hour])
        {
            pick -= ByHour[hour++];
        }
        var start = CompanyDay.Start(CompanyDay.Of(now, zone).AddDays(-daysAgo), zone);
        var time = start.AddHours(hour).AddSeconds(random.Next(3600));
        // Today's texts were said before the demo was started.
        return time < now ? time : start + ((now - start) * random.NextDouble());
    }
}
