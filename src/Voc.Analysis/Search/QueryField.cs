using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Voc.Analysis.Search;

/// <summary>The fields a query can ask for.</summary>
public enum QueryField
{
    /// <summary>The kind of place it was said in.</summary>
    Channel,

    /// <summary>The product's name.</summary>
    Product,

    /// <summary>Positive, neutral or negative.</summary>
    Sentiment,

    /// <summary>A topic of the taxonomy, by its identifier.</summary>
    Topic,

    /// <summary>What the writer wants.</summary>
    Intent,

    /// <summary>The name of the source.</summary>
    Source,

    /// <summary>A term of the index itself, see <see cref="IndexTerms"/>: nothing is analysed, folded or split.</summary>
    Term,
}

/// <summary>Names of fields and of their values, in English and Japanese.</summary>
public static class QueryFields
{
    private static readonly Dictionary<string, QueryField> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["channel"] = QueryField.Channel,
        ["チャネル"] = QueryField.Channel,
        ["チャンネル"] = QueryField.Channel,
        ["product"] = QueryField.Product,
        ["製品"] = QueryField.Product,
        ["商品"] = QueryField.Product,
        ["sentiment"] = QueryField.Sentiment,
        ["感情"] = QueryField.Sentiment,
        ["topic"] = QueryField.Topic,
        ["話題"] = QueryField.Topic,
        ["トピック"] = QueryField.Topic,
        ["intent"] = QueryField.Intent,
        ["意図"] = QueryField.Intent,
        ["source"] = QueryField.Source,
        ["ソース"] = QueryField.Source,
        ["term"] = QueryField.Term,
        ["索引語"] = QueryField.Term,
    };

    private static readonly Dictionary<string, string> JapaneseChannels = new()
    {
        ["アンケート"] = "survey",
        ["問い合わせ"] = "contact-form",
        ["フォーム"] = "contact-form",
        ["電話"] = "call-note",
        ["電話メモ"] = "call-note",
        ["レビュー"] = "review",
        ["口コミ"] = "review",
    };

    private static readonly Dictionary<string, string> Sentiments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["positive"] = "positive",
        ["neutral"] = "neutral",
        ["negative"] = "negative",
        ["ポジティブ"] = "positive",
        ["肯定"] = "positive",
        ["ニュートラル"] = "neutral",
        ["中立"] = "neutral",
        ["ネガティブ"] = "negative",
        ["否定"] = "negative",
    };

    private static readonly Dictionary<string, string> Intents = new(StringComparer.OrdinalIgnoreCase)
    {
        ["complaint"] = "complaint",
        ["request"] = "request",
        ["question"] = "question",
        ["praise"] = "praise",
        ["churn-risk"] = "churn-risk",
        ["report"] = "report",
        ["苦情"] = "complaint",
        ["要望"] = "request",
        ["質問"] = "question",
        ["称賛"] = "praise",
        ["解約"] = "churn-risk",
        ["離反"] = "churn-risk",
        ["報告"] = "report",
    };

    /// <summary>The names in English, for messages.</summary>
    public static IReadOnlyList<string> Names { get; } = ["channel", "product", "sentiment", "topic", "intent", "source", "term"];

    /// <summary>The name of a field in the index and in messages.</summary>
    public static string Name(this QueryField field) => Names[(int)field];

    /// <summary>Reads the name of a field, ignoring case and width.</summary>
    public static bool TryParse(string name, out QueryField field)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Fields.TryGetValue(Normalize(name), out field);
    }

    /// <summary>The value in the form the index has it. A field with a fixed set of values has no others.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">As it was typed.</param>
    /// <param name="canonical">The value's form in the index.</param>
    public static bool TryValue(QueryField field, string value, [NotNullWhen(true)] out string? canonical)
    {
        ArgumentNullException.ThrowIfNull(value);
        var normal = Normalize(value);
        canonical = field switch
        {
            QueryField.Channel => Channels.TryParse(normal, out var channel) ? channel.Name() : JapaneseChannels.GetValueOrDefault(normal),
            QueryField.Sentiment => Sentiments.GetValueOrDefault(normal),
            QueryField.Intent => Intents.GetValueOrDefault(normal),
            // A term is what the index has, be it spelt in full width.
            QueryField.Term => value,
            _ => normal,
        };
        return canonical is { Length: > 0 };
    }

    /// <summary>The values of a field with a fixed set of them, for messages; else none.</summary>
    public static IReadOnlyList<string> Values(QueryField field) => field switch
    {
        QueryField.Channel => Channels.Names,
        QueryField.Sentiment => ["positive", "neutral", "negative"],
        QueryField.Intent => [.. Intents.Values.Distinct()],
        _ => [],
    };

    /// <summary>Whether two values are the same but for width, case and space.</summary>
    internal static bool Same(string a, string b) => Normalize(a) == Normalize(b);

    /// <summary>Width and case make no difference between values, nor does space at the ends or repeated inside.</summary>
    private static string Normalize(string value)
    {
        var folded = Fold(value).ToLowerInvariant();
        return string.Join(' ', folded.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Fold(string value) => WellFormed(value).Normalize(NormalizationForm.FormKC);

    // Normalize throws for a surrogate without its other half.
    private static string WellFormed(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
}
