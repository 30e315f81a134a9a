using Voc.Api.Feedbacks;

namespace Voc.Api.Exports;

/// <summary>A column of an export.</summary>
/// <param name="Id">Its name in requests and in JSON.</param>
/// <param name="Heading">Its name in tables.</param>
/// <param name="Value">A string, a double, a long, a <see cref="DateTimeOffset"/>, a <see cref="DateOnly"/>, a list of strings, or null.</param>
internal sealed record ExportColumn(string Id, LocalizedText Heading, Func<ExportedText, object?> Value);

/// <summary>The columns there are, and the reading of a choice of them.</summary>
internal sealed class ExportColumns(TopicNames topics, TimeZoneInfo zone)
{
    /// <summary>Begins the columns of customers' scores, such as <c>score:nps</c>.</summary>
    public const string ScorePrefix = "score:";

    /// <summary>Begins the columns of attributes, such as <c>attribute:地域</c>.</summary>
    public const string AttributePrefix = "attribute:";

    /// <summary>What is written where nobody chose.</summary>
    public static readonly IReadOnlyList<string> Usual =
        ["id", "occurredAt", "channel", "source", "product", "customer", "text", "sentiment", "score", "topics", "intents", "opinions"];

    /// <summary>Columns that every text has.</summary>
    public IReadOnlyList<ExportColumn> Fixed { get; } =
    [
        new("id", new("ID", "ID"), t => t.Row.Id),
        new("occurredAt", new("日時", "Said at"), t => TimeZoneInfo.ConvertTime(t.Row.OccurredAt, zone)),
        new("date", new("日付", "Date"), t => DateOnly.FromDayNumber(t.Row.Day)),
        new("receivedAt", new("受信日時", "Received at"), t => TimeZoneInfo.ConvertTime(t.Row.ReceivedAt, zone)),
        new("channel", new("チャネル", "Channel"), t => t.Row.Channel.Name()),
        new("source", new("ソース", "Source"), t => t.Row.Source!.Name),
        new("externalId", new("元の ID", "Original ID"), t => t.Row.ExternalId),
        new("product", new("製品", "Product"), t => t.Row.Product),
        new("customer", new("顧客", "Customer"), t => t.Row.Customer),
        new("text", new("本文", "Text"), t => t.Row.Text),
        new("language", new("言語", "Language"), t => t.Row.Language),
        new("sentiment", new("感情", "Sentiment"), t => t.Row.Sentiment.Name()),
        new("score", new("感情スコア", "Sentiment score"), t => Math.Round(t.Row.Score, 4)),
        new("confidence", new("感情の確信度", "Sentiment confidence"), t => Math.Round(t.Row.Confidence, 4)),
        new("topics", new("話題", "Topics"), t => t.Reading.Topics.Select(l => l.Label).ToList()),
        new("topicNames", new("話題名", "Topic names"), t => t.Reading.Topics.Select(l => topics.Summary(l.Label)).Select(s => new LocalizedText(s.Name, s.NameEn).In(t.Reader)).ToList()),
        new("intents", new("意図", "Intents"), t => t.Reading.Intents.Select(l => l.Label).ToList()),
        new("opinions", new("評価表現", "Opinions"), t => t.Reading.Opinions.Select(Opinion).ToList()),
        new("keyphrases", new("キーフレーズ", "Keyphrases"), t => t.Reading.Keyphrases),
        new("issues", new("イシュー", "Issues"), t => t.Issues.Select(i => $"#{i}").ToList()),
    ];

    /// <summary>The columns of these identifiers, in their order; the usual ones where there are none.</summary>
    /// <exception cref="ExportRequestException">One is no column.</exception>
    public IReadOnlyList<ExportColumn> Choose(IReadOnlyList<string>? ids) => [.. (ids is { Count: > 0 } ? ids : Usual).Distinct().Select(Find)];

    private ExportColumn Find(string id)
    {
        if (Fixed.FirstOrDefault(c => c.Id == id) is { } known)
        {
            return known;
        }
        if (After(id, ScorePrefix) is { } score)
        {
            return new(id, new(score, score), t => t.Scores.TryGetValue(score, out var value) ? value : null);
        }
        if (After(id, AttributePrefix) is { } attribute)
        {
            return new(id, new(attribute, attribute), t => t.Attributes.GetValueOrDefault(attribute));
        }
        var names = string.Join(", ", Fixed.Select(c => c.Id));
        throw new ExportRequestException("columns", new(
            $"列「{id}」はありません。{names}、{ScorePrefix}名前、{AttributePrefix}名前 から選んでください。",
            $"There is no column '{id}': choose from {names}, {ScorePrefix}NAME and {AttributePrefix}NAME."));
    }

    private static string? After(string id, string prefix) => id.StartsWith(prefix, StringComparison.Ordinal) && id.Length > prefix.Length ? id[prefix.Length..] : null;

    private static string Opinion(Opinion opinion)
    {
        var sign = opinion.Polarity switch { > 0 => "+", < 0 => "−", _ => "±" };
        return $"{sign}{opinion.Target}/{opinion.Expression}{(opinion.Negated ? "（否定）" : "")}";
    }
}
