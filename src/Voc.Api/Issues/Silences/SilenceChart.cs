using Voc.Analysis.Issues;
using Voc.Analysis.Issues.Arrivals;
using Voc.Analysis.Issues.Calendar;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Silences;

/// <summary>What arrived of something that fell silent, by day, for its sparkline and its chart.</summary>
internal static class SilenceChart
{
    private const int MaxDays = 56;
    private const double RarelyExceeded = 0.025;

    /// <summary>The sum over the sources a channel has, or over the products of one source.</summary>
    private const string CountByHour =
        "SELECT a.Hour, sum(a.Count) FROM arrival a JOIN source s ON s.Id = a.SourceId " +
        "WHERE a.Hour >= $from AND ($channel IS NULL OR s.Channel = $channel) AND ($source = 0 OR a.SourceId = $source) AND ($product IS NULL OR a.Product = $product) GROUP BY a.Hour";

    /// <summary>Arrivals of the days that end today, oldest first.</summary>
    public static int[] Daily(StoreConnection connection, IssueRow issue, int days, int today, TimeZoneInfo zone)
    {
        var daily = new int[days];
        if (SilenceSubject.Read(issue.Subject) is not { } subject)
        {
            return daily;
        }
        var first = today - days + 1;
        using var rows = connection.Query(
            CountByHour,
            ("$from", CompanyHours.HourOf(CompanyDay.Start(DateOnly.FromDayNumber(first), zone))),
            ("$channel", subject.Channel is { } channel ? (int)channel : DBNull.Value),
            ("$source", subject.Source),
            ("$product", (object?)subject.Product ?? DBNull.Value));
        while (rows.Read())
        {
            if (CompanyDay.Of(CompanyHours.TimeOf(rows.GetInt64(0)), zone).DayNumber - first is >= 0 and var day && day < days)
            {
                daily[day] += rows.GetInt32(1);
            }
        }
        return daily;
    }

    /// <summary>What went wrong when the source was last read, where it is fetched and something did.</summary>
    public static LocalizedText? Error(VocDbContext context, IssueRow issue) =>
        SilenceSubject.Read(issue.Subject) is { Channel: null, Source: var id } && context.Sources.Where(s => s.Id == id).Select(s => s.LastError).SingleOrDefault() is { } error
            ? System.Text.Json.JsonSerializer.Deserialize<LocalizedText>(error)
            : null;

    /// <summary>Days of eight weeks with what was usual on each, weekday or holiday, before it fell silent.</summary>
    public static IReadOnlyList<IssuePoint> Series(StoreConnection connection, IssueRow issue, int today, TimeZoneInfo zone)
    {
        var daily = Daily(connection, issue, ArrivalHistory.MaxDays, today, zone);
        var first = today - daily.Length + 1;
        var start = Array.FindIndex(daily, c => c > 0);
        var before = Math.Clamp(issue.Onset - first, 0, daily.Length);
        var past = start < 0 || start >= before ? [] : daily[start..before];
        var factors = DayFactors.Estimate(DateOnly.FromDayNumber(first + Math.Max(0, start)), past, JapaneseHolidays.Shipped);
        var from = Math.Max(first, first + before - MaxDays);
        var worth = factors.Sum(from, first + before - 1);
        var perDay = worth <= 0 ? 0 : daily.AsSpan(from - first, before - (from - first)).ToArray().Sum(c => (double)c) / worth;
        return [.. Enumerable.Range(today - MaxDays + 1, MaxDays).Select(day =>
        {
            var expected = Math.Max(0.01, perDay * factors.Factor(day));
            var size = Math.Max(0.1, issue.Size * expected / Math.Max(0.01, issue.Expected));
            return new IssuePoint(DateOnly.FromDayNumber(day), daily[day - first], Math.Round(expected, 2), new NegativeBinomial(expected, size).UpperBound(RarelyExceeded));
        })];
    }
}
