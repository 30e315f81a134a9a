using FsCheck;
using FsCheck.Fluent;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>Generates feedback as programs send it: sentences of everyday complaints and whatever else people type, and fields in all their spellings.</summary>
internal static class AnyFeedback
{
    private static readonly string[] Sentences =
    [
        "アプリが落ちる", "アプリが開かなくなった", "ログインできない", "ログインができません", "配送が遅い", "配送は早かった", "画面が真っ白になる", "とても便利です", "電源が入らない", "返金してほしい", "型番ZQ-1X299", "問い合わせの返事が来ない",
        "問合せに返事がない", "お問い合せ先が分からない", "関西国際空港で受け取った", "音がうるさい", "サポートの対応が丁寧だった", "対応は早いけど説明が雑", "解約したい", "加湿器から水が漏れる", "バージョン2.0.1", "値上げは残念", "箱が潰れていた",
        "アプリの配送通知", "サーバーにつながらない", "サーバに接続できない", "三回も電話した", "3回電話した", "何度も再起動したが直らない", "充電がすぐ切れる", "Great app but it crashes", "I cannot log in anymore", "料金プランを変更するにはどうすればいいですか",
    ];

    private static readonly string[] Oddities =
    [
        "ｱﾌﾟﾘｶﾞｵﾁﾙ", "ﾊﾞｯﾃﾘｰ", "か\u3099めん", "ハ\u309Aソコン", "㍻31年", "㈱ホシ", "①②③", "㌔", "ﬁne", "ＡＢＣ", "abc ABC Abc", "😀😀", "👨‍👩‍👧", "𠮷野家", "e\u0301te\u0301", "ŉ", "\u200Bゼロ幅", "改行\n改行", "タブ\tタブ", "全角　空白", "＝と\"引用\"", "it's don't",
        "NOT AND OR", "(かっこ)", "コロン: url https://example.com/a?b=c", "……", "ーーー", "〜", "ｗｗｗ", "100％", "9時〜17時", "№5", "Ⅳ型", "゛", "a*b?c~d^e", "ｾﾞﾝｶｸ", "々〻", "한국어", "中文评论", "\uFFFD",
    ];

    private static readonly string[] Separators = ["。", "、", "", " ", "\n", "！", "…"];
    private static readonly string?[] Products = [null, null, "ZQ-1", "ＺＱ－１", "ZQ-1 ミニ", "zq-1　ミニ", "ほしアプリ", "it's \"new\"", "加湿器 M-2"];
    private static readonly string[] Values = ["関東", "関　西", "関 西", "九州", "Tokyo", "ＴＯＫＹＯ", "a=b"];
    private static readonly string[] Names = ["地域", "segment", "ｓｅｇｍｅｎｔ", "会員種別", "店舗 名"];

    public static readonly string[] Sources = ["shop", "電話 窓口", "Web 2"];

    private static readonly Gen<string> Text =
        from parts in Gen.Frequency((4, Gen.Elements(Sentences)), (2, Gen.Elements(Oddities))).Zip(Gen.Elements(Separators), (part, separator) => part + separator).NonEmptyListOf().Resize(6)
        select string.Concat(parts);

    private static readonly Gen<Dictionary<string, string>> Attributes =
        from names in Gen.SubListOf(Names).Resize(3)
        from values in Gen.Elements(Values).ListOf(names.Count)
        select names.Zip(values).ToDictionary(p => p.First, p => p.Second);

    private static readonly Gen<Dictionary<string, double>> Scores =
        from nps in Gen.Choose(-1, 10)
        from rating in Gen.Choose(0, 10)
        from csat in Gen.Choose(-3, 5)
        select new (string Name, double Value, bool Given)[] { ("nps", nps, nps >= 0), ("rating", rating / 2.0, rating >= 2), ("csat", csat, csat >= 1) }.Where(s => s.Given).ToDictionary(s => s.Name, s => s.Value);

    public static Gen<Submitted> One { get; } =
        from text in Text
        from source in Gen.Elements(Sources)
        from channel in Gen.Elements(Channels.Names.AsEnumerable())
        from minute in Gen.Choose(0, 60 * 24 * 120)
        from product in Gen.Elements(Products)
        from customer in Gen.Frequency((1, Gen.Constant<string?>(null)), (2, Gen.Choose(1, 40).Select(c => (string?)$"customer {c}")))
        from scores in Scores
        from attributes in Attributes
        select new Submitted(source, Guid.NewGuid().ToString("N"), channel, string.IsNullOrWhiteSpace(text) ? "。" : text, Start.AddMinutes(minute), customer, product, scores, attributes);

    // Days end at 15:00 in London when they do in Tokyo.
    private static DateTimeOffset Start { get; } = new(2026, 3, 31, 14, 30, 0, TimeSpan.Zero);
}

/// <summary>A feedback as a program sends it.</summary>
internal sealed record Submitted(
    string Source, string ExternalId, string Channel, string Text, DateTimeOffset OccurredAt, string? Customer, string? Product, Dictionary<string, double> Scores, Dictionary<string, string> Attributes);
