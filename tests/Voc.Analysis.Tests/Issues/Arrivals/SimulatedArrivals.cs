using Voc.Analysis.Issues.Arrivals;
using Voc.Analysis.Issues.Calendar;

namespace Voc.Analysis.Tests.Issues.Arrivals;

/// <summary>Made-up feedback of sources with the habits of a company in Japan; the same for the same seed.</summary>
internal sealed class SimulatedArrivals(int seed)
{
    public static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>A contact form of a company for companies: working days, nine to six.</summary>
    public List<ArrivalHour> Form(DateOnly from, int days, double perDay = 12) => Make(from, days, 0.1, (day, hour) =>
        Kind(day).IsOff() || hour is < 9 or >= 18 ? 0 : perDay / 9 * (Kind(day) switch { DayKind.Obon => 0.3, DayKind.Return => 1.5, DayKind.Bridge => 0.8, _ => 1 }));

    /// <summary>Posts, day and night, with waves.</summary>
    public List<ArrivalHour> Social(DateOnly from, int days, double perDay = 60) => Make(from, days, 0.3, (day, hour) =>
        perDay / 24 * (hour is >= 1 and < 7 ? 0.2 : 1.25) * (Kind(day) == DayKind.NewYear ? 0.5 : 1));

    /// <summary>Notes of a call centre that is closed on Sundays and at New Year.</summary>
    public List<ArrivalHour> Calls(DateOnly from, int days) => Make(from, days, 0.02, (day, hour) =>
        day.DayOfWeek == DayOfWeek.Sunday || Kind(day) == DayKind.NewYear || hour is < 9 or >= 20 ? 0 : 200.0 / 11);

    /// <summary>Now and then a review.</summary>
    public List<ArrivalHour> Reviews(DateOnly from, int days) => Make(from, days, 0.1, (_, hour) => hour < 7 ? 0.01 : 0.06);

    /// <summary>An export that somebody sends each Monday, or a day late.</summary>
    public List<ArrivalHour> Weekly(DateOnly from, int days)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, days).Select(from.AddDays).Where(d => d.DayOfWeek == DayOfWeek.Monday)
            .Select(d => new ArrivalHour(HourOf(d.AddDays(Kind(d) == DayKind.Holiday || random.Next(6) == 0 ? 1 : 0), 10), 50 + random.Next(40)))];
    }

    /// <summary>The hour of a company's day.</summary>
    public static long HourOf(DateOnly day, int hour) => CompanyHours.HourOf(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(9)));

    private static DayKind Kind(DateOnly day) => DayKinds.Of(day, JapaneseHolidays.Shipped);

    /// <summary>Poisson counts by hour around a rate that differs from day to day with a variance relative to its square.</summary>
    private List<ArrivalHour> Make(DateOnly from, int days, double dispersion, Func<DateOnly, int, double> rate)
    {
        var random = new Random(seed);
        var arrivals = new List<ArrivalHour>();
        for (var i = 0; i < days; i++)
        {
            var day = from.AddDays(i);
            // A log-normal day: what a negative binomial is not made of.
            var wave = Math.Exp((Math.Sqrt(Math.Log(1 + dispersion)) * Gauss(random)) - (Math.Log(1 + dispersion) / 2));
            for (var hour = 0; hour < 24; hour++)
            {
                if (Poisson(random, wave * rate(day, hour)) is > 0 and var count)
                {
                    arrivals.Add(new ArrivalHour(HourOf(day, hour), count));
                }
            }
        }
        return arrivals;
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(Random random, double mean)
    {
        var (count, left) = (-1, mean);
        do
        {
            count++;
            left += Math.Log(1 - random.NextDouble());
        }
        while (left > 0);
        return count;
    }
}
