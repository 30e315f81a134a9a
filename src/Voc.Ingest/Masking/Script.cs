namespace Voc.Ingest.Masking;

/// <summary>Scripts of Japanese, as far as names and addresses need them.</summary>
internal static class Script
{
    public static bool IsKanji(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '々' or '〆';

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';

    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA' or 'ー' or >= '\uFF66' and <= '\uFF9F';

    public static bool IsNameScript(char c) => IsKanji(c) || IsKatakana(c);

    public static bool IsKanjiNumeral(char c) => c is '〇' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    /// <summary>Whether a word before this sign can end there, for it is a particle, an honorific's first sign or a copula's.</summary>
    public static bool IsParticle(char c) => "はがのとにをもでへやさくちだか".Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a number before this sign counts something and so is no part of an address or a code.</summary>
    public static bool IsCounter(char c) => "回個人件日月年時分秒歳代位割倍%度点円つ名週間ヶヵか冊本枚台杯泊話".Contains(c, StringComparison.Ordinal);
}
