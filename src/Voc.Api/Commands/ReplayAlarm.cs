using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Voc.Analysis.Issues;

namespace Voc.Api.Commands;

/// <summary>A line that <c>replay</c> writes: an issue when it was found.</summary>
/// <param name="IssueId">Number of the issue in this replay, from 1.</param>
/// <param name="DetectedAt">When it was found: when the feedback that tipped it was said.</param>
/// <param name="Title">Its title in Japanese.</param>
/// <param name="Entity">The product, or null where it crosses products.</param>
/// <param name="Slice">The source or the value of an attribute its feedback comes from, or null where it comes from all.</param>
/// <param name="Polarity"><c>negative</c> or <c>positive</c>.</param>
/// <param name="Terms">What it is about, most telling first.</param>
/// <param name="Count">Reports in the window.</param>
/// <param name="Expected">Reports its past let expect.</param>
/// <param name="WindowDays">Length of the window in days.</param>
/// <param name="PValue">Probability of at least so many.</param>
/// <param name="Severity"><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</param>
/// <param name="FeedbackIds">Identifiers of its feedback in their source.</param>
/// <param name="Rows">The same as numbers of the input's rows, from 1, counted through all files.</param>
internal sealed record ReplayAlarm(
    int IssueId, DateTimeOffset DetectedAt, string Title, string? Entity, Slice? Slice, string Polarity, IReadOnlyList<string> Terms, int Count, double Expected, int WindowDays, double PValue,
    string Severity, IReadOnlyList<string> FeedbackIds, IReadOnlyList<long> Rows)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ReplayAlarm Of(int number, IssueFinding found, IReadOnlyList<AnalyzedFeedback> feedback, TimeZoneInfo zone) => new(
        number, TimeZoneInfo.ConvertTime(found.DetectedAt, zone), found.Title.Ja, found.Product, found.Slice, found.Polarity == IssuePolarity.Negative ? "negative" : "positive", found.Terms,
        found.Peak.Count, Math.Round(found.Peak.Expected, 3), found.Peak.WindowDays, found.Peak.PValue, found.Severity.ToString().ToLowerInvariant(),
        [.. feedback.Select(f => f.Feedback.ExternalId)], [.. feedback.Select(f => f.Id)]);

    public string Line() => JsonSerializer.Serialize(this, Json);
}
