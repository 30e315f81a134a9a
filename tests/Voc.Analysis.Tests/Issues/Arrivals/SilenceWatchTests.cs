using Voc.Analysis.Issues.Arrivals;
using Voc.Analysis.Issues.Calendar;

namespace Voc.Analysis.Tests.Issues.Arrivals;

public sealed class SilenceWatchTests
{
    private static readonly DateOnly Start = new(2025, 1, 6);
    private static readonly SilenceWatch Watch = new(JapaneseHolidays.Shipped);

    [Theory]
    [InlineData("2025-10-10", "2025-10-14 08", "a weekend and Sports Day")]
    [InlineData("2025-12-26", "2026-01-05 09", "New Year, never seen before")]
    [InlineData("2026-05-01", "2026-05-07 09", "Golden Week")]
    [InlineData("2025-11-20", "2025-11-21 08", "a night")]
    public void A_form_for_working_days_may_be_silent_over(string last, string now, string what)
    {
        Assert.NotEmpty(what);
        var form = Before(new SimulatedArrivals(3).Form(Start.AddDays(120), 500), Day(last));

        Assert.Empty(Judge(Time(now), 4, ("form", form)));
    }

    [Fact]
    public void A_form_that_stops_is_found_within_two_working_days()
    {
        // Tuesday evening was the last; Wednesday and Thursday are working days.
        var form = Before(new SimulatedArrivals(5).Form(Start, 300), Day("2025-10-21"));

        Assert.Empty(Judge(Time("2025-10-22 12"), 4, ("form", form)));
        var silence = Assert.Single(Judge(Time("2025-10-23 19"), 4, ("form", form))).Value;

        Assert.True(silence.IsComplete);
        Assert.Equal(0, silence.Count);
        Assert.Equal(Day("2025-10-21"), DateOnly.FromDateTime(silence.Since.ToOffset(TimeSpan.FromHours(9)).DateTime));
        Assert.InRange(silence.Expected, 15, 35);
        Assert.InRange(silence.UsualPerDay, 5, 12);
    }

    [Fact]
    public void A_call_centre_whose_notes_stop_is_found_the_same_day()
    {
        var calls = new SimulatedArrivals(2).Calls(Start, 300).Where(a => a.Hour < SimulatedArrivals.HourOf(Day("2025-10-22"), 10));

        Assert.Empty(Judge(Time("2025-10-22 11"), 4, ("calls", calls)));
        Assert.Single(Judge(Time("2025-10-22 18"), 4, ("calls", calls)));
    }

    [Fact]
    public void An_export_that_comes_weekly_is_missed_only_after_the_next_has_failed_to_come_too()
    {
        var weekly = Before(new SimulatedArrivals(4).Weekly(Start, 300), Day("2025-10-15"));

        Assert.Empty(Judge(Time("2025-10-21 18"), 4, ("weekly", weekly)));
        Assert.Single(Judge(Time("2025-11-05 18"), 4, ("weekly", weekly)));
    }

    [Fact]
    public void A_trickle_is_found_where_there_was_a_stream()
    {
        var arrivals = new SimulatedArrivals(6).Social(Start, 300).Where(a => a.Hour < SimulatedArrivals.HourOf(Day("2025-10-20"), 0) || a.Hour % 24 == 3).Select(a =>
            a.Hour < SimulatedArrivals.HourOf(Day("2025-10-20"), 0) ? a : a with { Count = 1 });

        var silence = Assert.Single(Judge(Time("2025-10-27 12"), 4, ("social", arrivals))).Value;

        Assert.False(silence.IsComplete);
        Assert.InRange(silence.Count, 1, 10);
        Assert.InRange(silence.UsualPerDay, 45, 75);
    }

    [Fact]
    public void Half_as_much_as_usual_is_no_silence()
    {
        var arrivals = new SimulatedArrivals(6).Social(Start, 300).Where(a => a.Hour < SimulatedArrivals.HourOf(Day("2025-10-20"), 0) || a.Hour % 2 == 0);

        Assert.Empty(Judge(Time("2025-10-27 12"), 4, ("social", arrivals)));
    }

    [Fact]
    public void An_import_has_no_steady_rate_and_makes_none()
    {
        List<ArrivalHour> import = [new(SimulatedArrivals.HourOf(Day("2025-10-01"), 11), 1_000_000)];
        var form = new SimulatedArrivals(5).Form(Start, 320).Append(new(SimulatedArrivals.HourOf(Day("2025-10-01"), 11), 1_000_000)).ToList();

        Assert.Empty(Judge(Time("2025-10-20 12"), 4, ("import", import)));
        var silences = Judge(Time("2025-10-30 12"), 4, ("form", Before(form, Day("2025-10-28"))));
        Assert.All(silences.Values, s => Assert.InRange(s.UsualPerDay, 4, 13));
        Assert.Single(Judge(Time("2025-10-31 12"), 4, ("form", Before(form, Day("2025-10-28")))));
    }

    [Fact]
    public void What_ended_long_ago_or_hardly_began_is_not_watched()
    {
        var ended = Before(new SimulatedArrivals(5).Form(Start, 300), Day("2025-09-01"));
        var young = new SimulatedArrivals(5).Form(Day("2025-10-06"), 12);

        Assert.Empty(Judge(Time("2025-10-20 12"), 4, ("ended", ended), ("young", young), ("never", [])));
    }

    [Fact]
    public void While_the_service_was_down_nobody_was_silent()
    {
        var form = Before(new SimulatedArrivals(5).Form(Start, 300), Day("2025-10-21"));
        var (from, to) = (new DateTimeOffset(2025, 10, 21, 20, 0, 0, TimeSpan.FromHours(9)), new DateTimeOffset(2025, 10, 27, 8, 0, 0, TimeSpan.FromHours(9)));

        Assert.Single(Judge(Time("2025-10-27 9"), 4, ("form", form)));
        Assert.Empty(Watch.Judge([new("form", form)], new CompanyHours(Time("2025-10-27 9"), SimulatedArrivals.Tokyo, [(from, to)]), 4).Silences);
    }

    [Fact]
    public void A_clock_that_goes_backwards_neither_silences_nor_hides_anything()
    {
        var running = new SimulatedArrivals(5).Form(Start, 300);
        var ahead = new ArrivalHour(SimulatedArrivals.HourOf(Day("2031-01-01"), 0), 3);

        Assert.Empty(Judge(Time("2025-10-22 15"), 4, ("form", running)));
        Assert.Single(Judge(Time("2025-10-24 19"), 4, ("form", Before(running, Day("2025-10-21")).Append(ahead))));
    }

    [Fact]
    public void The_more_are_watched_the_longer_each_is_waited_for()
    {
        var form = Before(new SimulatedArrivals(5).Form(Start, 300), Day("2025-10-21"));
        var others = Enumerable.Range(0, 200).Select(i => ($"other{i}", (IEnumerable<ArrivalHour>)new SimulatedArrivals(100 + i).Form(Day("2025-08-01"), 200))).ToArray();

        int HoursUntilFound(params (string, IEnumerable<ArrivalHour>)[] series) =>
            Enumerable.Range(1, 200).First(h => Judge(Time("2025-10-22 0").AddHours(h), 4, series).ContainsKey("form"));

        Assert.True(HoursUntilFound(("form", form)) < HoursUntilFound([("form", form), .. others.Take(60)]));
    }

    [Fact]
    public void Years_of_ordinary_streams_keep_to_a_tenth_of_the_operators_false_alarms()
    {
        var (years, alarms) = (0.0, new List<string>());
        for (var seed = 1; seed <= 4; seed++)
        {
            var made = new SimulatedArrivals(seed);
            (string, IEnumerable<ArrivalHour>)[] series =
                [("form", made.Form(Start, 600)), ("quiet form", made.Form(Start, 600, 2)), ("social", made.Social(Start, 600)), ("calls", made.Calls(Start, 600)), ("reviews", made.Reviews(Start, 600)), ("weekly", made.Weekly(Start, 600))];
            var silent = new HashSet<string>();
            for (var day = 60; day < 560; day++)
            {
                foreach (var hour in new[] { 8, 13, 19 })
                {
                    var found = Judge(Time($"{Start.AddDays(day):yyyy-MM-dd} {hour}"), 4, series);
                    alarms.AddRange(found.Keys.Where(silent.Add).Select(k => $"{k} {Start.AddDays(day)} {hour} {found[k]}"));
                    silent.IntersectWith(found.Keys);
                }
            }
            years += 500 / 365.0;
        }
        Assert.True(alarms.Count <= 4 * SilenceWatch.BudgetShare * years, string.Join('\n', alarms));
    }

    private static IReadOnlyDictionary<string, Silence> Judge(DateTimeOffset now, double perYear, params (string Name, IEnumerable<ArrivalHour> Arrivals)[] series)
    {
        var time = new CompanyHours(now, SimulatedArrivals.Tokyo, []);
        return Watch.Judge(series.Select(s => new KeyValuePair<string, IReadOnlyList<ArrivalHour>>(s.Name, [.. s.Arrivals])), time, perYear).Silences;
    }

    private static List<ArrivalHour> Before(List<ArrivalHour> arrivals, DateOnly last) => [.. arrivals.Where(a => a.Hour < SimulatedArrivals.HourOf(last.AddDays(1), 0))];

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string time) => new(Day(time[..10]).ToDateTime(new TimeOnly(int.Parse(time[11..], System.Globalization.CultureInfo.InvariantCulture), 0)), TimeSpan.FromHours(9));
}
