using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Voc.Analysis.Issues;
using Voc.Dashboard.Live;

namespace Voc.Api.Webhooks;

/// <summary>The general form, for programs: everything by name. Documented in docs/operations.md; fields are only ever added.</summary>
internal static class JsonWebhook
{
    /// <summary>Longest quote, in UTF-16 units: a body stays small.</summary>
    public const int LongestQuote = 280;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Format(WebhookMessage message) => JsonSerializer.SerializeToUtf8Bytes(
        new Body(message.Event, message.At, message.Title, message.Path, message.Url, message.Alert is { } alert ? Of(alert) : null)
        {
            Rule = message.Rule,
            Issues = message.Issues.Count > 0 ? [.. message.Issues.Select(Of)] : null,
        }, Json);

    private static Alert Of(SearchAlertSummary alert) => new(
        alert.Id, new Search(alert.SavedSearchId, alert.Name), alert.Reason, alert.Count, alert.Threshold, alert.Window,
        [.. alert.Quotes.Select(Of)]);

    private static Issue Of(IssueNotice notice) => new(
        notice.AlertId, notice.Revision, notice.Happened, notice.IssueId, notice.Kind, notice.Title, notice.Severity, notice.SeverityBefore, notice.State, notice.Polarity,
        notice.Product, notice.Slice, notice.Count, notice.CountBefore, notice.Expected, notice.WindowDays, notice.DueOn, notice.Why, notice.Path, notice.Url, [.. notice.Quotes.Select(Of)]);

    private static Quote Of(FeedbackSummary q) => new(q.Id, Cut(q.Text), q.OccurredAt, q.Channel, q.Product, q.Sentiment.Label);

    /// <summary>The beginning of a text; never half a surrogate pair.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }
        var end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return text[..end] + "…";
    }

    private sealed record Body(string Event, DateTimeOffset At, LocalizedText Title, string? Path, string? Url, Alert? Alert)
    {
        public string? Rule { get; init; }
        public IReadOnlyList<Issue>? Issues { get; init; }
    }

    private sealed record Issue(
        string AlertId, int Revision, IReadOnlyList<string> Happened, long Id, string Kind, LocalizedText Title, string Severity, string? SeverityBefore, string State, string Polarity,
        string? Product, Slice? Slice, int Count, int? CountBefore, double Expected, int WindowDays, DateOnly? DueOn, LocalizedText Why, string Path, string? Url, IReadOnlyList<Quote> Quotes);

    private sealed record Alert(long Id, Search SavedSearch, string Reason, int Count, int? Threshold, string? Window, IReadOnlyList<Quote> Quotes);

    private sealed record Search(long Id, string Name);

    private sealed record Quote(long Id, string Text, DateTimeOffset OccurredAt, string Channel, string? Product, string Sentiment);
}
