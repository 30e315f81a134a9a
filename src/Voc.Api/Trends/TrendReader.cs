using System.Globalization;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Trends;

internal sealed record TrendPoint(DateOnly Date, int Total, int Positive, int Neutral, int Negative);

internal sealed record NpsScore(double Score, int Answers);

internal sealed record Kpis(int Today, int Yesterday, int LastHour, double? NegativeShare, double? NegativeSharePrevious, int OpenIssues, NpsScore? Nps);

/// <summary>Counts over the company's days. Shares are of the last seven days, and of the seven before.</summary>
internal sealed record Trends(
    IReadOnlyList<TrendPoint> Points, IReadOnlyList<ValueCount> Channels, IReadOnlyList<ValueCount> Sentiments, Kpis Kpis, long Sequence);

/// <summary>Counts feedback by day, from the index in memory but for what has a time or a score of its own.</summary>
internal sealed class TrendReader(CurrentIndex index, VocOptions options, TimeProvider time)
{
    private const string NpsByCategory =
        "SELECT count(*), sum(n >= 9), sum(n <= 6) FROM (SELECT json_extract(Scores, '$.nps') AS n FROM feedback WHERE Id >= $from AND Scores LIKE '%\"nps\"%' AND ($product IS NULL OR Product = $product)) WHERE n IS NOT NULL";

    private readonly TimeZoneInfo _zone = options.Zone;

    /// <summary>Counts of the last <paramref name="days"/> company days, today included.</summary>
    public Trends Read(int days, string? product, Channel? channel, int openIssues)
    {
        using var session = index.Open();
        var today = CompanyDay.Of(time.GetUtcNow(), _zone);
        var counts = Count(session.Index, Texts(today.AddDays(1 - Math.Max(days, 14)), today, product, channel));
        var points = Enumerable.Range(0, days).Select(i => Point(today.AddDays(i + 1 - days), counts)).ToList();
        return new Trends(
            points,
            [.. session.Index.Find(Texts(points[0].Date, today, product, channel)).Count(Facet.Channel).Select(c => new ValueCount(c.Value, c.Count))],
            [new("positive", points.Sum(p => p.Positive)), new("neutral", points.Sum(p => p.Neutral)), new("negative", points.Sum(p => p.Negative))],
            new Kpis(
                Point(today, counts).Total,
                Point(today.AddDays(-1), counts).Total,
                LastHour(session.Connection, product, channel),
                NegativeShare(counts, today.AddDays(-6), today),
                NegativeShare(counts, today.AddDays(-13), today.AddDays(-7)),
                openIssues,
                Nps(session.Connection, points[0].Date, product)),
            session.Index.Sequence);
    }

    /// <summary>Counts of the current company day.</summary>
    public TrendTick Today(long sequence)
    {
        using var session = index.Open();
        var now = time.GetUtcNow();
        var today = CompanyDay.Of(now, _zone);
        var point = Point(today, Count(session.Index, Texts(today, today, null, null)));
        return new TrendTick(sequence, now, point.Total, point.Positive, point.Neutral, point.Negative);
    }

    private static Match Texts(DateOnly from, DateOnly to, string? product, Channel? channel)
    {
        var parts = new List<Match> { new RangeMatch(QueryField.Date, from.DayNumber, FromIncluded: true, to.DayNumber, ToIncluded: true) };
        if (product is not null)
        {
            parts.Add(QueryFields.TryValue(QueryField.Product, product, out var name) ? new FieldMatch(QueryField.Product, name, Prefix: false) : new NoneMatch(Match.Everything));
        }
        if (channel is { } only)
        {
            parts.Add(new FieldMatch(QueryField.Channel, only.Name(), Prefix: false));
        }
        return parts.Count == 1 ? parts[0] : new AllMatch(parts);
    }

    private static Dictionary<(DateOnly Day, SentimentLabel Sentiment), int> Count(IndexSnapshot index, Match texts)
    {
        var counts = new Dictionary<(DateOnly, SentimentLabel), int>();
        foreach (var sentiment in Enum.GetValues<SentimentLabel>())
        {
            var days = index.Find(new AllMatch([texts, new FieldMatch(QueryField.Sentiment, sentiment.Name(), Prefix: false)])).Count(Facet.Day);
            foreach (var day in days)
            {
                counts.Add((DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture), sentiment), day.Count);
            }
        }
        return counts;
    }

    private static TrendPoint Point(DateOnly day, Dictionary<(DateOnly Day, SentimentLabel Sentiment), int> counts)
    {
        int Of(SentimentLabel sentiment) => counts.GetValueOrDefault((day, sentiment));
        var (positive, neutral, negative) = (Of(SentimentLabel.Positive), Of(SentimentLabel.Neutral), Of(SentimentLabel.Negative));
        return new TrendPoint(day, positive + neutral + negative, positive, neutral, negative);
    }

    private static double? NegativeShare(Dictionary<(DateOnly Day, SentimentLabel Sentiment), int> counts, DateOnly from, DateOnly to)
    {
        var within = counts.Where(c => c.Key.Day >= from && c.Key.Day <= to).ToList();
        var total = within.Sum(c => c.Value);
        return total == 0 ? null : (double)within.Where(c => c.Key.Sentiment == SentimentLabel.Negative).Sum(c => c.Value) / total;
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
