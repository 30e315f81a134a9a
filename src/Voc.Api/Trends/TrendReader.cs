using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Trends;

internal sealed record TrendPoint(DateOnly Date, int Total, int Positive, int Neutral, int Negative);

internal sealed record NpsScore(double Score, int Answers);

internal sealed record Kpis(int Today, int Yesterday, int LastHour, double? NegativeShare, double? NegativeSharePrevious, int OpenIssues, NpsScore? Nps);

/// <summary>Counts over the company's days. Shares are of the last seven days, and of the seven before.</summary>
internal sealed record Trends(
    IReadOnlyList<TrendPoint> Points, IReadOnlyList<ValueCount> Channels, IReadOnlyList<ValueCount> Sentiments, Kpis Kpis, long Sequence);

/// <summary>Counts feedback by day from the covering index alone.</summary>
internal sealed class TrendReader(Store store, VocOptions options, TimeProvider time)
{
    private const string CountByDay =
        "SELECT Day, Channel, Sentiment, count(*) FROM feedback WHERE Day BETWEEN $from AND $to AND ($product IS NULL OR Product = $product) AND ($channel IS NULL OR Channel = $channel) GROUP BY Day, Channel, Sentiment";

    private const string NpsByCategory =
        "SELECT count(*), sum(n >= 9), sum(n <= 6) FROM (SELECT json_extract(Scores, '$.nps') AS n FROM feedback WHERE Id >= $from AND Scores LIKE '%\"nps\"%' AND ($product IS NULL OR Product = $product)) WHERE n IS NOT NULL";

    private readonly TimeZoneInfo _zone = options.Zone;

    /// <summary>Counts of the last <paramref name="days"/> company days, today included.</summary>
    public Trends Read(int days, string? product, Channel? channel, int openIssues)
    {
        using var connection = store.Open();
        var today = CompanyDay.Of(time.GetUtcNow(), _zone);
        var first = today.AddDays(1 - Math.Max(days, 14));
        var counts = Count(connection, first, today, product, channel);
        var points = Enumerable.Range(0, days).Select(i => Point(today.AddDays(i + 1 - days), counts)).ToList();
        var shown = counts.Where(c => c.Day >= today.AddDays(1 - days)).ToList();
        return new Trends(
            points,
            [.. shown.GroupBy(c => c.Channel).Select(g => new ValueCount(g.Key.Name(), g.Sum(c => c.Count))).OrderByDescending(v => v.Count)],
            [.. new[] { SentimentLabel.Positive, SentimentLabel.Neutral, SentimentLabel.Negative }
                .Select(s => new ValueCount(s.ToString().ToLowerInvariant(), shown.Where(c => c.Sentiment == s).Sum(c => c.Count)))],
            new Kpis(
                Point(today, counts).Total,
                Point(today.AddDays(-1), counts).Total,
                LastHour(connection, product, channel),
                NegativeShare(counts, today.AddDays(-6), today),
                NegativeShare(counts, today.AddDays(-13), today.AddDays(-7)),
                openIssues,
                Nps(connection, today.AddDays(1 - days), product)),
            (long)connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event")!);
    }

    /// <summary>Counts of the current company day.</summary>
    public TrendTick Today(long sequence)
    {
        using var connection = store.Open();
        var now = time.GetUtcNow();
        var today = CompanyDay.Of(now, _zone);
        var point = Point(today, Count(connection, today, today, null, null));
        return new TrendTick(sequence, now, point.Total, point.Positive, point.Neutral, point.Negative);
    }

    private static List<(DateOnly Day, Channel Channel, SentimentLabel Sentiment, int Count)> Count(
        StoreConnection connection, DateOnly from, DateOnly to, string? product, Channel? channel)
    {
        using var rows = connection.Query(CountByDay, ("$from", from.DayNumber), ("$to", to.DayNumber), ("$product", product), ("$channel", (int?)channel));
        var counts = new List<(DateOnly, Channel, SentimentLabel, int)>();
        while (rows.Read())
        {
            counts.Add((DateOnly.FromDayNumber(rows.GetInt32(0)), (Channel)rows.GetInt32(1), (SentimentLabel)rows.GetInt32(2), rows.GetInt32(3)));
        }
        return counts;
    }

    private static TrendPoint Point(DateOnly day, List<(DateOnly Day, Channel Channel, SentimentLabel Sentiment, int Count)> counts)
    {
        int Of(SentimentLabel sentiment) => counts.Where(c => c.Day == day && c.Sentiment == sentiment).Sum(c => c.Count);
        var (positive, neutral, negative) = (Of(SentimentLabel.Positive), Of(SentimentLabel.Neutral), Of(SentimentLabel.Negative));
        return new TrendPoint(day, positive + neutral + negative, positive, neutral, negative);
    }

    private static double? NegativeShare(List<(DateOnly Day, Channel Channel, SentimentLabel Sentiment, int Count)> counts, DateOnly from, DateOnly to)
    {
        var within = counts.Where(c => c.Day >= from && c.Day <= to).ToList();
        var total = within.Sum(c => c.Count);
        return total == 0 ? null : (double)within.Where(c => c.Sentiment == SentimentLabel.Negative).Sum(c => c.Count) / total;
    }

    private int LastHour(StoreConnection connection, string? product, Channel? channel) => (int)(long)connection.Scalar(
        "SELECT count(*) FROM feedback WHERE Id >= $from AND ($product IS NULL OR Product = $product) AND ($channel IS NULL OR Channel = $channel)",
        ("$from", FeedbackId.From(time.GetUtcNow().AddHours(-1))), ("$product", product), ("$channel", (int?)channel))!;

    private NpsScore? Nps(StoreConnection connection, DateOnly from, string? product)
    {
        using var rows = connection.Query(NpsByCategory, ("$from", FeedbackId.From(CompanyDay.Start(from, _zone))), ("$product", product));
        rows.Read();
        var answers = rows.GetInt32(0);
        return answers == 0 ? null : new NpsScore(100.0 * (rows.GetInt32(1) - rows.GetInt32(2)) / answers, answers);
    }
}
