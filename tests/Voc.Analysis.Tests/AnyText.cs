using FsCheck;
using FsCheck.Fluent;

namespace Voc.Analysis.Tests;

/// <summary>Texts for properties: ordinary Japanese mixed with everything that breaks programs.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "電源", "が", "入ら", "ない", "すもも", "関西国際空港", "スマートフォンケース", "カタカナ", "ー", "〜", "ー〜-", "です", "。", "、", "！", "？！", "…", "・・・", "...", ".",
        "「", "」", "（", "）", "(笑)", "\"", " ", "　", "\n", "\r\n", "\t", "ｗｗｗ", "w", "www.", "https://例.jp/?a=b.", "ABC", "ｆｕｌｌ", "3.5", "１２", "1.", "ﾊﾟｿｺﾝ", "か\u3099", "゛", "ゞ", "々",
        "😀", "👍🏽", "👨‍👩‍👧", "\uD83D", "\uDE00", "\u0000", "\u0007", "\u200B", "\u202E", "\u2066", "\uFEFF", "\uFE0F", "\u0301", "\u00D0", "\uFFFF", "한국어", "这是", "é",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (8, Gen.Elements(Pieces)),
        (1, Gen.Elements(Pieces).SelectMany(piece => Gen.Choose(2, 40).Select(times => string.Concat(Enumerable.Repeat(piece, times))))),
        (1, Gen.Choose(0, char.MaxValue).Select(unit => ((char)unit).ToString())));

    public static Arbitrary<string> Arbitrary { get; } = Piece.ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>Patterns of long texts that are hard on programs whose time is not linear.</summary>
    public static TheoryData<string> Long { get; } =
    [
        "あ", "a", "ー", "-ー", " ", "\n", "ａ1 ", "w", "wW", "笑", "！", "！と言", "😀", "😀は", "\uD83D", "\u0000", "\u0301", "\u0301が", "゛", "。", "・", ".", "1.", "1. ", "「", "(((", "（笑）と", "http://", "www.", "\u202E",
        "電源が入りません", "関西国際空港", "ゞ", "すーーい", "한", "👨‍👩‍👧",
    ];

    /// <summary>A megabyte in UTF-8, if it is Japanese, of a pattern.</summary>
    public static string Megabyte(string pattern) => string.Concat(Enumerable.Repeat(pattern, 350_000 / pattern.Length));

    /// <summary>A limit that only work beyond linear exceeds, also on a busy machine.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Checks that a claim holds for any text.</summary>
    public static void Always(Func<string, bool> claim) => Prop.ForAll(Arbitrary, claim).QuickCheckThrowOnFailure();
}
