using System.Globalization;

namespace Voc.Ingest;

/// <summary>The rules every entry point shares, whatever the channel.</summary>
public static class FeedbackValidation
{
    /// <summary>Longest text in UTF-16 units.</summary>
    public const int MaxTextLength = 100_000;

    /// <summary>Longest external identifier in UTF-16 units.</summary>
    public const int MaxExternalIdLength = 200;

    /// <summary>Longest source name in UTF-16 units.</summary>
    public const int MaxSourceLength = 100;

    /// <summary>Longest product name, customer identifier, score name or attribute name in UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Most attributes, and most scores, of one feedback.</summary>
    public const int MaxAttributes = 100;

    /// <summary>Longest attribute value in UTF-16 units.</summary>
    public const int MaxAttributeLength = 2_000;

    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    /// <summary>The first rule the draft breaks, or null where it breaks none.</summary>
    /// <param name="draft">The fields as they came.</param>
    /// <param name="now">When they came.</param>
    public static Violation? Check(FeedbackDraft draft, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return CheckSource(draft.Source)
            ?? CheckExternalId(draft.ExternalId)
            ?? CheckText(draft.Text)
            ?? CheckOccurredAt(draft.OccurredAt, now)
            ?? CheckName("customer", draft.Customer)
            ?? CheckName("product", draft.Product)
            ?? CheckScores(draft.Scores)
            ?? CheckAttributes(draft.Attributes);
    }

    /// <summary>Checks the name of a source: 1 to 100 characters, no control characters, no space at either end.</summary>
    public static Violation? CheckSource(string? source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return new("source", new(
                "ソース名がありません。登録済みのソース名を source に指定してください。",
                "The source name is missing. Give the name of a source in source."));
        }

        if (source.Length > MaxSourceLength || source.Any(char.IsControl) || source.Trim().Length != source.Length)
        {
            return new("source", new(
                $"ソース名は {MaxSourceLength} 文字以内で、制御文字や前後の空白を含めないでください。",
                $"A source name has at most {MaxSourceLength} characters, no control characters and no space at either end."));
        }

        return null;
    }

    /// <summary>Checks an external identifier: 1 to 200 characters, not blank.</summary>
    public static Violation? CheckExternalId(string? externalId)
    {
        if (string.IsNullOrWhiteSpace(externalId))
        {
            return new("externalId", new(
                "識別子が空です。同じ声を二重に取り込まないために、送信元での番号などを externalId に指定してください。",
                "The identifier is empty. Give the sender's own number in externalId so that nothing is taken in twice."));
        }

        return externalId.Length <= MaxExternalIdLength ? null : new("externalId", new(
            $"識別子が長すぎます（{Count(externalId.Length)} 文字）。{MaxExternalIdLength} 文字以内にしてください。",
            $"The identifier is too long ({Count(externalId.Length)} characters). Use at most {MaxExternalIdLength}."));
    }

    /// <summary>Checks a verbatim: not blank, at most 100,000 UTF-16 units.</summary>
    public static Violation? CheckText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new("text", new(
                "本文が空です。お客さまの声が入っている項目を指定してください。",
                "The text is empty. Give the field that holds what the customer said."));
        }

        return text.Length <= MaxTextLength ? null : new("text", new(
            $"本文が長すぎます（{Count(text.Length)} 文字）。{Count(MaxTextLength)} 文字以内に分けてください。",
            $"The text is too long ({Count(text.Length)} characters). Split it into parts of at most {Count(MaxTextLength)}."));
    }

    /// <summary>Checks a time: from 1970-01-01 to a day after now.</summary>
    public static Violation? CheckOccurredAt(DateTimeOffset? occurredAt, DateTimeOffset now)
    {
        if (occurredAt < Earliest)
        {
            return new("occurredAt", new(
                $"日時が古すぎます（{Date(occurredAt.Value)}）。1970-01-01 以降の日時にしてください。",
                $"The time is too early ({Date(occurredAt.Value)}). Use a time from 1970-01-01 on."));
        }

        return occurredAt is null || occurredAt <= now.AddDays(1) ? null : new("occurredAt", new(
            $"日時が未来です（{Date(occurredAt.Value)}）。年や日付の形式、タイムゾーンを確かめてください。",
            $"The time lies in the future ({Date(occurredAt.Value)}). Check the year, the date format and the time zone."));
    }

    private static Violation? CheckName(string field, string? name) =>
        name is null || name.Length <= MaxNameLength ? null : new(field, new(
            $"{field} が長すぎます（{Count(name.Length)} 文字）。{MaxNameLength} 文字以内にしてください。",
            $"{field} is too long ({Count(name.Length)} characters). Use at most {MaxNameLength}."));

    private static Violation? CheckScores(IReadOnlyDictionary<string, double> scores)
    {
        if (scores.Count > MaxAttributes)
        {
            return TooMany("scores", scores.Count);
        }

        foreach (var (name, value) in scores)
        {
            if (CheckFieldName("scores", name) is { } violation)
            {
                return violation;
            }

            var (low, high) = ScoreRange(name);
            if (!(value >= low && value <= high))
            {
                return new($"scores.{name}", new(
                    $"{name} の値 {Number(value)} は範囲外です。{Number(low)} から {Number(high)} の数値にしてください。",
                    $"The value {Number(value)} of {name} is out of range. Use a number from {Number(low)} to {Number(high)}."));
            }
        }

        return null;
    }

    /// <summary>The range of a score by its name: <c>nps</c> 0–10, <c>rating</c> and <c>csat</c> 1–5, any other −1,000,000 to 1,000,000.</summary>
    public static (double Low, double High) ScoreRange(string name) => name switch
    {
        "nps" => (0, 10),
        "rating" or "csat" => (1, 5),
        _ => (-1_000_000, 1_000_000),
    };

    private static Violation? CheckAttributes(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count > MaxAttributes)
        {
            return TooMany("attributes", attributes.Count);
        }

        foreach (var (name, value) in attributes)
        {
            if (CheckFieldName("attributes", name) is { } violation)
            {
                return violation;
            }

            if (value?.Length > MaxAttributeLength)
            {
                return new($"attributes.{name}", new(
                    $"属性「{name}」の値が長すぎます（{Count(value.Length)} 文字）。{Count(MaxAttributeLength)} 文字以内にするか、本文として取り込んでください。",
                    $"The value of attribute {name} is too long ({Count(value.Length)} characters). Use at most {Count(MaxAttributeLength)}, or take it in as text."));
            }
        }

        return null;
    }

    private static Violation? CheckFieldName(string field, string name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MaxNameLength ? null : new(field, new(
            $"{field} の項目名は空にせず、{MaxNameLength} 文字以内にしてください。",
            $"A name in {field} is not blank and has at most {MaxNameLength} characters."));

    private static Violation TooMany(string field, int count) => new(field, new(
        $"{field} の項目が多すぎます（{count} 個）。{MaxAttributes} 個以内にしてください。",
        $"{field} holds too many entries ({count}). Use at most {MaxAttributes}."));

    private static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Date(DateTimeOffset value) => value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
