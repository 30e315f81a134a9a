using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Analysis.Search;
using Voc.Api.Issues.Grouping;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Feedback and known issues as the detector takes them.</summary>
internal static class DetectionArchive
{
    private const string Columns =
        "SELECT f.Id, f.ExternalId, f.Channel, f.Text, f.OccurredAt, f.Customer, f.Product, f.Scores, f.Language, f.Sentiment, f.Score, f.Confidence, f.Reading, s.Terms, o.Name, f.Attributes " +
        "FROM feedback f JOIN source o ON o.Id = f.SourceId LEFT JOIN search_row s ON s.Id = f.Id ";

    private const string Since = Columns + "WHERE f.Id >= $from ORDER BY f.Id";
    private const string One = Columns + "WHERE f.Id = $id";

    /// <summary>Feedback said since a time, in the order it was said.</summary>
    public static IEnumerable<AnalyzedFeedback> Read(StoreConnection connection, DateTimeOffset from, IndexTerms terms)
    {
        using var rows = connection.Query(Since, ("$from", FeedbackId.From(from)));
        while (rows.Read())
        {
            yield return Read(rows, terms);
        }
    }

    /// <summary>One feedback, or null where it was deleted since.</summary>
    public static AnalyzedFeedback? Find(StoreConnection connection, long id, IndexTerms terms)
    {
        using var rows = connection.Query(One, ("$id", id));
        return rows.Read() ? Read(rows, terms) : null;
    }

    /// <summary>Issues with feedback since a time, and what of it they have.</summary>
    public static IReadOnlyList<KnownIssue> Issues(Store store, DateTimeOffset from)
    {
        using var context = store.Context();
        var first = FeedbackId.From(from);
        var links = context.Set<IssueFeedbackRow>().AsNoTracking().Where(l => l.FeedbackId >= first).ToLookup(l => l.IssueId, l => l.FeedbackId);
        var splits = context.Set<IssueRow>().AsNoTracking().Where(i => i.SplitFrom != null).ToLookup(i => i.SplitFrom!.Value, i => i.Id);
        var parts = IssueParts.All(context);
        var (wholes, automatic) = (parts.Select(p => p.Key).ToList(), parts.SelectMany(p => p).ToHashSet());
        var rows = context.Set<IssueRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(i => i.Kind == IssueKind.Rise && (i.LastSeen >= from || i.SplitFrom != null || wholes.Contains(i.Id))).ToDictionary(i => i.Id);
        // What was merged goes on as the detector's own, so that it is not found again; what people split off it takes for its issue's.
        KnownIssue Known(IssueRow row)
        {
            KnownIssue[] split = [.. parts[row.Id].Where(rows.ContainsKey).Select(part => Known(rows[part]))];
            return new KnownIssue(
                row.Id, row.Polarity, row.Product, StoredKeys.Read(row), DateOnly.FromDayNumber(row.Onset), row.DetectedAt, DateOnly.FromDayNumber(row.LastRise), row.Peak,
                [.. links[row.Id].Concat(splits[row.Id].Where(s => !automatic.Contains(s)).SelectMany(s => links[s])).Concat(split.SelectMany(p => p.Feedback)).Distinct()])
            { Slice = row.Slice, Parts = split };
        }
        bool IsRecent(IssueRow row) => row.LastSeen >= from || parts[row.Id].Any(part => rows.TryGetValue(part, out var split) && split.LastSeen >= from);
        return [.. rows.Values.Where(i => i.SplitFrom == null && IsRecent(i)).OrderBy(i => i.Id).Select(Known)];
    }

    private static AnalyzedFeedback Read(SqliteDataReader row, IndexTerms terms)
    {
        var text = row.GetString(3);
        var reading = StoredReading.Read(row.GetFieldValue<byte[]>(12), text);
        return new AnalyzedFeedback(
            row.GetInt64(0),
            new Feedback
            {
                Source = row.GetString(14),
                ExternalId = row.GetString(1),
                Channel = (Channel)row.GetInt32(2),
                Text = text,
                OccurredAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
                Customer = row.IsDBNull(5) ? null : row.GetString(5),
                Product = row.IsDBNull(6) ? null : row.GetString(6),
                Scores = row.IsDBNull(7) ? [] : System.Text.Json.JsonSerializer.Deserialize(row.GetString(7), StoredJson.Default.DictionaryStringDouble)!,
                Attributes = row.IsDBNull(15) ? [] : System.Text.Json.JsonSerializer.Deserialize(row.GetString(15), StoredJson.Default.DictionaryStringString)!,
            },
            new AnalyzedText
            {
                Language = row.GetString(8),
                Sentiment = new Voc.Sentiment((SentimentLabel)row.GetInt32(9), row.GetDouble(10), row.GetDouble(11)),
                Intents = reading.Intents,
                Topics = reading.Topics,
                Opinions = reading.Opinions,
                Keyphrases = reading.Keyphrases,
                // What an earlier version of the product stored has none until it is indexed anew.
                Terms = row.IsDBNull(13) ? terms.From(text) : TermLine.Terms(row.GetFieldValue<byte[]>(13)),
            });
    }
}
