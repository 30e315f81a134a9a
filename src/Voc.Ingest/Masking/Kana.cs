using System.Text;

namespace Voc.Ingest.Masking;

/// <summary>Names in kana.</summary>
internal static class Kana
{
    /// <summary>Most units of a name in kana, with half-width marks for voiced sounds.</summary>
    public const int MaxName = 12;

    /// <summary>A word in hiragana or in katakana of either width as full-width katakana.</summary>
    public static string ToKatakana(ReadOnlySpan<char> word)
    {
        var isHalf = word.IndexOfAnyInRange('\uFF66', '\uFF9F') >= 0;
        var text = isHalf ? word.ToString().Normalize(NormalizationForm.FormKC) : word.ToString();
        return string.Create(text.Length, text, static (katakana, from) =>
        {
            for (var i = 0; i < katakana.Length; i++)
            {
                katakana[i] = from[i] is >= '\u3041' and <= '\u3096' ? (char)(from[i] + 0x60) : from[i];
            }
        });
    }

    /// <summary>Where the kana of one script that go on from an offset end.</summary>
    public static int RunEnd(FoldedText text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= MaxName && (Script.IsHiragana(text.Original[start]) ? IsHiraganaOrLength(text.Original[end]) : Script.IsKatakana(text.Original[end])))
        {
            end++;
        }

        return end;
    }

    private static bool IsHiraganaOrLength(char c) => Script.IsHiragana(c) || c == 'ー';
}
