using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Issues.Calendar;

namespace Voc.Analysis.Tests.Issues.Calendar;

public sealed class DayFactorsTests
{
    private static readonly DateOnly First = new(2024, 11, 25);
    private static readonly DateOnly Sunday = new(2026, 6, 14);
    private static readonly DateOnly Monday = new(2026, 6, 15);
    private static readonly DateOnly Holiday = new(2026, 7, 20);

    [Fact]
    public void Without_a_past_every_day_is_a_usual_one()
    {
        var factors = DayFactors.Estimate(First, [], JapaneseHolidays.Shipped);

        Assert.All(factors.ByKind, f => Assert.Equal(1, f));
        Assert.Equal(365, factors.Sum(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), 9);
        Assert.Equal(1, DayFactors.Even.Factor(Holiday));
    }

    [Fact]
    public void A_form_for_working_days_has_little_on_weekends_and_holidays_and_more_after_long_breaks()
    {
        var factors = Of(730, day => Kind(day) switch { DayKind.Return => 30, var kind when kind.IsOff() => 0, DayKind.Obon => 5, _ => 20 });

        Assert.InRange(factors.Factor(Monday), 1.3, 1.5);
        Assert.InRange(factors.Factor(Sunday), 0, 0.05);
        Assert.InRange(factors.Factor(Holiday), 0, 0.05);
        Assert.InRange(factors.Factor(new DateOnly(2026, 12, 30)), 0, 0.05);
        Assert.InRange(factors.Factor(new DateOnly(2026, 8, 13)), 0.3, 0.7);
        Assert.InRange(factors.Factor(new DateOnly(2026, 5, 7)), 1.6, 2.15);
    }

    [Fact]
    public void Days_of_the_week_are_told_apart_whatever_the_trend()
    {
        var factors = Of(364, day => (int)((day.DayOfWeek == DayOfWeek.Monday ? 30 : 15) * (1 + (day.DayNumber - First.DayNumber) / 200.0)));

        Assert.InRange(factors.Factor(Monday) / factors.Factor(Monday.AddDays(1)), 1.9, 2.05);
    }

    [Theory]
    [InlineData(DayOfWeek.Monday)]
    [InlineData(DayOfWeek.Sunday)]
    public void An_import_that_fell_on_one_day_teaches_nothing(DayOfWeek at)
    {
        var usual = Of(180, Working);
        var day = First.AddDays(70);
        while (day.DayOfWeek != at)
        {
            day = day.AddDays(1);
        }

        var imported = Of(180, d => d == day ? 50_000 : Working(d));

        for (var kind = 0; kind < DayKinds.Count; kind++)
        {
            Assert.Equal(usual.ByKind[kind], imported.ByKind[kind], 0.12);
        }
    }

    [Fact]
    public void A_lasting_change_of_volume_is_no_kind_of_day()
    {
        var factors = Of(200, d => (d.DayNumber - First.DayNumber > 100 ? 10 : 1) * Working(d));

        Assert.InRange(factors.Factor(Monday), 1.25, 1.5);
        Assert.InRange(factors.Factor(Sunday), 0, 0.15);
    }

    [Fact]
    public void The_less_past_there_is_the_nearer_to_a_usual_day()
    {
        double[] sundays = [.. new[] { 7, 14, 28, 56, 365 }.Select(days => Of(days, d => d.DayOfWeek == DayOfWeek.Sunday ? 0 : 6).Factor(Sunday))];

        Assert.Equal(sundays.OrderDescending(), sundays);
        Assert.InRange(sundays[0], 0.4, 1);
        Assert.InRange(sundays[^1], 0, 0.05);
    }

    [Fact]
    public void Holidays_that_were_never_seen_are_like_Sundays() =>
        Assert.Equal(Of(45, Working).Factor(Sunday), DayFactors.Estimate(new DateOnly(2026, 5, 18), Counts(new DateOnly(2026, 5, 18), 45, Working), JapaneseHolidays.Shipped).Factor(Holiday), 0.05);

    [Fact]
    public void A_sum_is_the_sum_of_its_days_near_the_past_and_far_from_it()
    {
        var factors = Of(300, Working);
        var days = Gen.Two(Gen.OneOf(Gen.Choose(First.DayNumber - 900, First.DayNumber + 1500), Gen.Choose(0, 500)));
        Prop.ForAll(days.ToArbitrary(), pair =>
        {
            var (from, to) = (pair.Item1, Math.Min(pair.Item2, pair.Item1 + 1000));
            var sum = 0.0;
            for (var day = from; day <= to; day++)
            {
                sum += factors.Factor(day);
            }
            return Math.Abs(sum - factors.Sum(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to))) < 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_past_gives_positive_finite_factors_and_ordinary_days_are_one_on_average()
    {
        var pasts = Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(0, 1_000_000), Gen.Constant(0)).ListOf();
        Prop.ForAll(pasts.ToArbitrary(), Gen.Choose(0, 4000).ToArbitrary(), (counts, start) =>
        {
            var factors = DayFactors.Estimate(DateOnly.FromDayNumber(735_000 + start), counts.ToArray(), JapaneseHolidays.Shipped);
            return factors.ByKind.All(f => double.IsFinite(f) && f >= 0) && Math.Abs(factors.ByKind.Take(7).Average() - 1) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Factors_do_not_depend_on_how_much_there_is()
    {
        var (some, more) = (Of(365, Working), Of(365, d => 10 * Working(d)));
        for (var kind = 0; kind < 7; kind++)
        {
            Assert.Equal(some.ByKind[kind], more.ByKind[kind], 0.1);
        }
    }

    [Fact]
    public void Sums_cost_no_memory()
    {
        var factors = Of(300, Working);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var sum = 0.0;
        for (var i = 0; i < 1000; i++)
        {
            sum += factors.Sum(First.AddDays(i / 10), Monday) + factors.Factor(First.AddDays(i));
        }

        Assert.True(sum > 0);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static int Working(DateOnly day) => Kind(day).IsOff() ? 0 : 20 + (day.DayNumber * 7 % 5);

    private static DayKind Kind(DateOnly day) => DayKinds.Of(day, JapaneseHolidays.Shipped);

    private static DayFactors Of(int days, Func<DateOnly, int> count) => DayFactors.Estimate(First, Counts(First, days, count), JapaneseHolidays.Shipped);

    private static int[] Counts(DateOnly first, int days, Func<DateOnly, int> count) => [.. Enumerable.Range(0, days).Select(i => count(first.AddDays(i)))];
}
