using System.Text;

namespace Voc.Analysis.Text;

/// <summary>Which script a character belongs to.</summary>
internal static class Scripts
{
    public const char ProlongedSound = 'ー';

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u3096';

    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA';

    public static bool IsKana(char c) => IsHiragana(c) || IsKatakana(c);

    public static bool IsKanji(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '々' or '〆';

    public static bool IsJapanese(char c) => IsKana(c) || IsKanji(c) || c == ProlongedSound;

    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3131' and <= '\u318E';

    /// <summary>Letters and digits of the Latin script, also full-width ones.</summary>
    public static bool IsLatin(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is >= '\u00C0' and <= '\u024F' and not ('×' or '÷') || IsFullWidthLatin(c);

    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    /// <summary>Pictures: emoji and the symbols used like them.</summary>
    public static bool IsPicture(Rune rune) =>
        rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF or >= 0x2B00 and <= 0x2BFF or 0x266A or 0x203C or 0x2049;

    /// <summary>What belongs to a picture before it: joiner, variation selector, skin tone.</summary>
    public static bool ContinuesPicture(Rune rune) => rune.Value is 0x200D or 0xFE0F or 0xFE0E or >= 0x1F3FB and <= 0x1F3FF or >= 0xE0020 and <= 0xE007F;

    private static bool IsFullWidthLatin(char c) => c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';
}
