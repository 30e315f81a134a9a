using System.Globalization;
using Voc.Api.Alerts;

namespace Voc.Api.Tests.Alerts;

public sealed class AlertTimingTests
{
    public static IEnumerable<object[]> Cases() => SpecTable.Rows("Alerts/Specs/Timing.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_message_goes_when_its_rule_says(string name, string pace, string quiet, string zone, string at, string sent)
    {
        var where = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var timing = Timing(pace, quiet);

        var due = timing.DueAt(Local(at.TrimEnd('!'), where), at.EndsWith('!'), where);

        Assert.True(Local(sent, where) == due, $"{name}: {TimeZoneInfo.ConvertTime(due, where):yyyy-MM-dd HH:mm}");
    }

    [Theory]
    [InlineData("00:00-00:00 *", true)]
    [InlineData("08:00-20:00 *; 20:00-08:00 *", true)]
    [InlineData("08:00-20:00 *; 20:00-07:59 *", false)]
    [InlineData("00:00-00:00 mon,tue,wed,thu,fri,sat", false)]
    [InlineData("", false)]
    public void Quiet_times_that_leave_nothing_are_recognised(string quiet, bool always) => Assert.Equal(always, QuietWindow.AreAlways(Timing("immediate", quiet).Quiet));

    private static AlertTiming Timing(string pace, string quiet)
    {
        var words = pace.Split(' ');
        return new AlertTiming(
            Enum.Parse<AlertPace>(words[0], ignoreCase: true),
            words.Length > 1 ? int.Parse(words[^1], CultureInfo.InvariantCulture) : 9,
            words.Length > 2 ? RuleDays.Read(words[1])!.Value : DayOfWeek.Monday,
            [.. quiet.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Window)],
            CriticalThrough: true);
    }

    private static QuietWindow Window(string text)
    {
        var words = text.Split(' ', '-');
        TimeOnly Time(string time) => TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture);
        return new QuietWindow(Time(words[0]), Time(words[1]), words[2] == "*" ? Enum.GetValues<DayOfWeek>() : [.. words[2].Split(',').Select(d => RuleDays.Read(d)!.Value)]);
    }

    private static DateTimeOffset Local(string text, TimeZoneInfo zone)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
