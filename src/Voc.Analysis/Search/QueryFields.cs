using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Search;

/// <summary>Names of fields and of their values, in English and Japanese.</summary>
public static class QueryFields
{
    private static readonly (QueryField Field, string Name, string[] Japanese)[] All =
    [
        (QueryField.Channel, "channel", ["チャネル", "チャンネル"]),
        (QueryField.Product, "product", ["製品", "商品"]),
        (QueryField.Sentiment, "sentiment", ["感情"]),
        (QueryField.Topic, "topic", ["話題", "トピック"]),
        (QueryField.Intent, "intent", ["意図"]),
        (QueryField.Source, "source", ["ソース", "取得元"]),
        (QueryField.Segment, "segment", ["セグメント", "顧客区分", "会員種別"]),
        (QueryField.Attribute, "attribute", ["属性"]),
        (QueryField.Language, "language", ["言語"]),
        (QueryField.Issue, "issue", ["課題"]),
        (QueryField.Customer, "customer", ["顧客", "お客様"]),
        (QueryField.Id, "id", ["番号"]),
        (QueryField.Score, "score", ["感情スコア", "スコア"]),
        (QueryField.Nps, "nps", ["推奨度"]),
        (QueryField.Csat, "csat", ["満足度"]),
        (QueryField.Ces, "ces", ["努力指標"]),
        (QueryField.Rating, "rating", ["評価", "星"]),
        (QueryField.Date, "date", ["日付", "期間"]),
        (QueryField.Opinion, "opinion", ["意見"]),
        (QueryField.Term, "term", ["索引語"]),
        (QueryField.Word, "word", ["語"]),
        (QueryField.Pair, "pair", ["意見の組"]),
    ];

    private static readonly Dictionary<string, QueryField> ByName =
        All.SelectMany(f => f.Japanese.Prepend(f.Name).Select(n => (Name: n, f.Field))).ToDictionary(f => f.Name, f => f.Field, StringComparer.OrdinalIgnoreCase);

    // Of the Japanese names of a value the first is what pages call it.
    private static readonly Dictionary<string, string> NamesOfChannels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["アンケート"] = "survey",
        ["問い合わせ"] = "contact-form",
        ["フォーム"] = "contact-form",
        ["contact form"] = "contact-form",
        ["通話メモ"] = "call-note",
        ["電話メモ"] = "call-note",
        ["電話"] = "call-note",
        ["call note"] = "call-note",
        ["レビュー"] = "review",
        ["口コミ"] = "review",
        ["SNS"] = "social",
    };

    private static readonly Dictionary<string, string> Sentiments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["positive"] = "positive",
        ["neutral"] = "neutral",
        ["negative"] = "negative",
        ["ポジティブ"] = "positive",
        ["肯定"] = "positive",
        ["中立"] = "neutral",
        ["ニュートラル"] = "neutral",
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
        ["離反の兆し"] = "churn-risk",
        ["解約"] = "churn-risk",
        ["churn risk"] = "churn-risk",
        ["離反"] = "churn-risk",
        ["報告"] = "report",
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ja"] = "ja",
        ["en"] = "en",
        ["zh"] = "zh",
        ["ko"] = "ko",
        ["und"] = "und",
        ["日本語"] = "ja",
        ["英語"] = "en",
        ["中国語"] = "zh",
        ["韓国語"] = "ko",
        ["不明"] = "und",
    };

    /// <summary>The names in English, for messages; in the order of <see cref="QueryField"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(f => f.Name)];

    /// <summary>Every name a field goes by, with the field.</summary>
    public static IReadOnlyDictionary<string, QueryField> AllNames => ByName;

    /// <summary>The fields that a text has names in, which a result can be narrowed down to by choosing.</summary>
    public static IReadOnlyList<QueryField> Filters { get; } =
        [QueryField.Channel, QueryField.Product, QueryField.Sentiment, QueryField.Topic, QueryField.Intent, QueryField.Source, QueryField.Segment, QueryField.Language, QueryField.Attribute];

    /// <summary>The name of a field in the index and in messages.</summary>
    public static string Name(this QueryField field) => Names[(int)field];

    /// <summary>How its values are written.</summary>
    public static QueryFieldKind Kind(this QueryField field) => field switch
    {
        QueryField.Score or QueryField.Nps or QueryField.Csat or QueryField.Ces or QueryField.Rating => QueryFieldKind.Number,
        QueryField.Date => QueryFieldKind.Date,
        QueryField.Issue or QueryField.Id => QueryFieldKind.Identifier,
        QueryField.Opinion => QueryFieldKind.Opinion,
        _ => QueryFieldKind.Name,
    };

    /// <summary>Reads the name of a field, ignoring case and width.</summary>
    public static bool TryParse(string name, out QueryField field)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.TryGetValue(Normalize(name), out field);
    }

    /// <summary>The value of a field of names in the form the index has it. A field with a fixed set of values has no others.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">As it was typed.</param>
    /// <param name="canonical">The value's form in the index.</param>
    public static bool TryValue(QueryField field, string value, [NotNullWhen(true)] out string? canonical)
    {
        ArgumentNullException.ThrowIfNull(value);
        var normal = Normalize(value);
        canonical = field switch
        {
            QueryField.Channel => Channels.TryParse(normal, out var channel) ? channel.Name() : NamesOfChannels.GetValueOrDefault(normal),
            QueryField.Sentiment => Sentiments.GetValueOrDefault(normal),
            QueryField.Intent => Intents.GetValueOrDefault(normal),
            QueryField.Language => Languages.GetValueOrDefault(normal),
            QueryField.Attribute => Attribute(normal),
            // A term is what the index has, be it spelt in full width.
            QueryField.Term or QueryField.Word => value,
            QueryField.Pair => OpinionPair.TryParse(value, out _) || OpinionPair.TryParseTarget(value, out _, out _) ? value : null,
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
        QueryField.Language => [.. Languages.Values.Distinct()],
        _ => [],
    };

    /// <summary>An attribute as the index has it: <c>name=value</c>, each without space around it; width, case and repeated space do not matter.</summary>
    public static string Attribute(string name, string value) => $"{Normalize(name)}={Normalize(value)}";

    /// <summary>Whether two values are the same but for width, case and space.</summary>
    internal static bool Same(string a, string b) => Normalize(a) == Normalize(b);

    /// <summary>Width and case make no difference between values, nor does space at the ends or repeated inside.</summary>
    internal static string Normalize(string value)
    {
        var folded = Fold(value).ToLowerInvariant();
        return string.Join(' ', folded.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Unicode NFKC, whatever the string, as <see cref="ExactText.Normalize"/> has it.</summary>
    internal static string Fold(string value) => ExactText.Normalize(value);

    /// <summary>Every name that is accepted for a value of the field, with the value, where the set is fixed.</summary>
    public static IEnumerable<KeyValuePair<string, string>> NamesOfValues(QueryField field) => field switch
    {
        QueryField.Channel => NamesOfChannels.Concat(Channels.Names.Select(n => KeyValuePair.Create(n, n))),
        QueryField.Sentiment => Sentiments,
        QueryField.Intent => Intents,
        QueryField.Language => Languages,
        _ => [],
    };

    private static string? Attribute(string normal)
    {
        var sign = normal.IndexOf('=', StringComparison.Ordinal);
        return sign switch { < 0 => normal, 0 => null, _ => Attribute(normal[..sign], normal[(sign + 1)..]) };
    }
}
