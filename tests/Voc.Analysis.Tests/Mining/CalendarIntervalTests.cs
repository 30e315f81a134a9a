using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

public sealed class CalendarIntervalTests
{
    [Theory]
    [InlineData("2026-04-01", CalendarUnit.Week, "2026-03-30", "2026-04-05")]
    [InlineData("2026-04-05", CalendarUnit.Week, "2026-03-30", "2026-04-05")]
    [InlineData("2024-02-10", CalendarUnit.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2026-04-01", CalendarUnit.Day, "2026-04-01", "2026-04-01")]
    public void A_day_is_in_the_whole_interval_around_it(string day, CalendarUnit unit, string first, string last) =>
        Assert.Equal(new CalendarInterval(Day(first), Day(last)), CalendarInterval.Around(Day(day), unit));

    [Theory]
    [InlineData("2026-03-01", CalendarUnit.Day)]
    [InlineData("2026-01-01", CalendarUnit.Week)]
    [InlineData("2024-01-01", CalendarUnit.Month)]
    public void The_longer_the_span_the_longer_the_unit(string first, CalendarUnit unit) =>
        Assert.Equal(unit, CalendarInterval.UnitFor(Day(first), Day("2026-04-30")));

    [Fact]
    public void Intervals_follow_each_other_without_gaps_and_every_day_is_found_in_its_own()
    {
        var first = new DateOnly(2024, 1, 1);
        var input = Gen.Choose(0, 800).Three().Select(t => (First: first.AddDays(t.Item1), Last: first.AddDays(t.Item1 + t.Item2), Unit: (CalendarUnit)(t.Item3 % 3)));
        Prop.ForAll(input.ToArbitrary(), span =>
        {
            var intervals = CalendarInterval.Between(span.First, span.Last, span.Unit);
            var days = Enumerable.Range(0, span.Last.DayNumber - span.First.DayNumber + 1).Select(span.First.AddDays);
            return intervals[0].First <= span.First && intervals[^1].Last >= span.Last
                && intervals.Zip(intervals.Skip(1)).All(pair => pair.First.Last.AddDays(1) == pair.Second.First)
                && days.All(day => CalendarInterval.IndexOf(intervals, day) is >= 0 and var i && intervals[i].First <= day && day <= intervals[i].Last)
                && CalendarInterval.IndexOf(intervals, intervals[0].First.AddDays(-1)) < 0 && CalendarInterval.IndexOf(intervals, intervals[^1].Last.AddDays(1)) < 0;
        }).QuickCheckThrowOnFailure();
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
