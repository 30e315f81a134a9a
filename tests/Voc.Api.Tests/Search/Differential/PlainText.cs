using System.Globalization;
using System.Text;
using System.Text.Json;
using Voc.Analysis;
using Voc.Analysis.Retrieval;
using Voc.Api.Corrections;
using Voc.Api.Storage;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>A text as looking at every text sees it: what the store keeps of it, and what is read in it now. Of the index it knows nothing.</summary>
internal sealed record PlainText(long Id, Feedback Feedback, AnalyzedText Read, DateOnly Day)
{
    private const string All =
        "SELECT f.Id, s.Name, f.ExternalId, f.Channel, f.Text, f.OccurredAt, f.Customer, f.Product, f.Scores, f.Attributes FROM feedback f JOIN source s ON s.Id = f.SourceId ORDER BY f.Id";

    // The first of these that a text has tells the kind of its customer.
    private static readonly string[] SegmentNames = ["segment", "セグメント", "顧客区分", "会員種別"];

    /// <summary>The text as exact strings are looked for in it.</summary>
    public string Exact { get; } = Folded(Feedback.Text);

    /// <summary>The score as fine as it is kept.</summary>
    public double Score { get; } = Math.Round(Read.Sentiment.Score, 4);

    public string? Segment => SegmentNames.Select(Attribute).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>The value of an attribute, whose name may be written in any width and case.</summary>
    public string? Attribute(string name) => Feedback.Attributes.Where(a => Canonical(a.Key) == Canonical(name)).Select(a => a.Value).FirstOrDefault();

    /// <summary>Width and case make no difference between values, nor does space.</summary>
    public static string Canonical(string value) => string.Join(' ', Folded(value).ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    public static string Folded(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)).Normalize(NormalizationForm.FormKC);

    /// <summary>Every text of the store, in the order of identifiers.</summary>
    public static IReadOnlyList<PlainText> ReadAll(StoreConnection connection, Analyzer reading, TimeZoneInfo zone)
    {
        var corrections = CorrectedReading.Read(connection, 0, long.MaxValue);
        var stored = new List<(long Id, Feedback Feedback)>();
        using (var rows = connection.Query(All))
        {
            while (rows.Read())
            {
                stored.Add((rows.GetInt64(0), new Feedback
                {
                    Source = rows.GetString(1),
                    ExternalId = rows.GetString(2),
                    Channel = (Channel)rows.GetInt32(3),
                    Text = rows.GetString(4),
                    OccurredAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)),
                    Customer = rows.IsDBNull(6) ? null : rows.GetString(6),
                    Product = rows.IsDBNull(7) ? null : rows.GetString(7),
                    Scores = rows.IsDBNull(8) ? new() : JsonSerializer.Deserialize<Dictionary<string, double>>(rows.GetString(8))!,
                    Attributes = rows.IsDBNull(9) ? new() : JsonSerializer.Deserialize<Dictionary<string, string>>(rows.GetString(9))!,
                }));
            }
        }
        var texts = new PlainText[stored.Count];
        Parallel.For(0, texts.Length, i =>
        {
            var (id, feedback) = stored[i];
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(feedback.OccurredAt, zone).DateTime);
            texts[i] = new(id, feedback, reading.Analyze(feedback.Text).With(corrections.GetValueOrDefault(id)), day);
        });
        return texts;
    }

    /// <summary>The values by which a facet counts it.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="above">The topic above one, or null.</param>
    public IEnumerable<string> Values(Facet facet, Func<string, string?> above) => facet switch
    {
        Facet.Channel => [Feedback.Channel.Name()],
        Facet.Sentiment => [Read.Sentiment.Label.Name()],
        Facet.Product => [Feedback.Product ?? ""],
        Facet.Source => [Feedback.Source],
        Facet.Segment => [Segment ?? ""],
        Facet.Language => [Read.Language],
        Facet.Topic => Read.Topics.Select(t => t.Label).SelectMany(t => new[] { t, above(t) }).OfType<string>().Distinct().DefaultIfEmpty(""),
        Facet.Intent => Read.Intents.Select(i => i.Label).Distinct().DefaultIfEmpty(""),
        Facet.Month => [Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)],
        Facet.Week => [Written(Day.AddDays(-(((int)Day.DayOfWeek + 6) % 7)))],
        _ => [Written(Day)],
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
