using System.Net.Http.Json;
using System.Text.Json;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

public sealed class IssueBaselineTests
{
    [Fact]
    public async Task What_is_expected_of_a_Sunday_is_less_where_Sundays_are_quiet_on_the_board_and_in_the_chart()
    {
        await using var server = await VocServer.StartAsync();
        await BoardIssues.ReportAsync(server, [.. Enumerable.Range(1, 70).SelectMany(daysAgo => Day(BoardIssues.Now.AddDays(-daysAgo)))]);
        var row = BoardIssues.Some("鍵");
        (row.Expected, row.Count) = (14, 40);
        var id = (await BoardIssues.AddAsync(server, [(row, [])]))[0];
        using var client = await server.WithKeyAsync("read");

        var detail = await client.GetFromJsonAsync<JsonElement>($"/api/v1/issues/{id}");
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/issues");

        var series = detail.GetProperty("series").EnumerateArray().Select(p => (
            Day: DateOnly.Parse(p.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture).DayOfWeek,
            Expected: p.GetProperty("expected").GetDouble(), Upper: p.GetProperty("upper").GetInt32())).ToList();
        var (sunday, workday) = (series.Where(p => p.Day == DayOfWeek.Sunday).ToList(), series.Where(p => p.Day is DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday).ToList());
        Assert.True(sunday.Max(p => p.Expected) < 0.6 * workday.Max(p => p.Expected), string.Join(", ", series));
        Assert.True(sunday.Max(p => p.Upper) < workday.Max(p => p.Upper), string.Join(", ", series));
        // The window's seven days are expected to bring what they were expected to bring.
        Assert.Equal(14, series.TakeLast(7).Sum(p => p.Expected), 1);
        var board = list.GetProperty("items")[0].GetProperty("baseline").EnumerateArray().Select(p => (p.GetProperty("expected").GetDouble(), p.GetProperty("upper").GetInt32()));
        Assert.Equal(series.TakeLast(28).Select(p => (p.Expected, p.Upper)), board);
    }

    private static IEnumerable<Feedback> Day(DateTimeOffset day)
    {
        var count = TimeZoneInfo.ConvertTime(day, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 6;
        return Enumerable.Range(0, count).Select(i => Infrastructure.Some.Feedback($"{day:yyyyMMdd}-{i}", $"{day:M月d日}の{i}件目です。") with { OccurredAt = day.AddSeconds(-i) });
    }
}
