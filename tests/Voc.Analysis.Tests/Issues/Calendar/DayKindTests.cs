using System.Globalization;
using Voc.Analysis.Issues.Calendar;

namespace Voc.Analysis.Tests.Issues.Calendar;

public sealed class DayKindTests
{
    public static IEnumerable<object[]> Days => SpecTable.Rows("Issues/Specs/DayKinds.md");

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_of_the_kind_it_is_in_Japan(string day, string kind, string holiday, string why)
    {
        Assert.NotNull(why);
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(Enum.Parse<DayKind>(kind), DayKinds.Of(date, JapaneseHolidays.Shipped));
        Assert.Equal(holiday, JapaneseHolidays.Shipped.Name(date)?.Ja ?? "");
    }

    [Fact]
    public void The_years_whose_holidays_are_known_are_told()
    {
        var holidays = JapaneseHolidays.Shipped;

        Assert.True(holidays.FirstYear <= 1970 && holidays.LastYear >= 2030);
        Assert.True(holidays.Knows(2026));
        Assert.False(holidays.Knows(holidays.LastYear + 1));
        Assert.Null(holidays.Name(new DateOnly(holidays.LastYear + 1, 1, 1)));
    }

    [Fact]
    public void A_holiday_is_named_in_both_languages() =>
        Assert.Equal(new("勤労感謝の日", "Labor Thanksgiving Day"), JapaneseHolidays.Shipped.Name(new DateOnly(2026, 11, 23)));

    [Fact]
    public void Every_day_there_is_has_a_kind()
    {
        foreach (var day in new[] { DateOnly.MinValue, DateOnly.MinValue.AddDays(1), DateOnly.MaxValue, DateOnly.MaxValue.AddDays(-1) })
        {
            Assert.True(Enum.IsDefined(DayKinds.Of(day, JapaneseHolidays.Shipped)));
        }
    }

    [Fact]
    public void A_line_that_is_no_holiday_is_named()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("voc-holidays").FullName, "holidays.tsv");
        File.WriteAllText(path, "2026-01-01\t元日\tNew Year's Day\n2026-13-01\t元日\tNew Year's Day\n");

        var failure = Assert.Throws<DataFileException>(() => JapaneseHolidays.Load(path));

        Assert.Equal("holidays.tsv:2", failure.Place);
    }
}
