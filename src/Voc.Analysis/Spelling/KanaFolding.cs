using System.Text;
using Voc.Analysis.Text;

namespace Voc.Analysis.Spelling;

/// <summary>Brings words in kana to one spelling.</summary>
internal static class KanaFolding
{
    private const string SmallKana = "ァィゥェォャュョヮヵヶ";
    private const string LargeKana = "アイウエオヤユヨワカケ";

    /// <summary>From here on a word may leave out the prolonged sound at its end (the rule of JIS Z 8301 for terms): サーバー, but not キー or カバー.</summary>
    private const int LongWord = 4;

    /// <summary>Whether a word is written in kana alone.</summary>
    public static bool IsKana(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!Scripts.IsKana(c) && c != Scripts.ProlongedSound)
            {
                return false;
            }
        }
        return word.Length > 0;
    }

    /// <summary>Whether a word is written in katakana alone.</summary>
    public static bool IsKatakana(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!Scripts.IsKatakana(c) && c != Scripts.ProlongedSound)
            {
                return false;
            }
        }
        return word.Length > 0;
    }

    /// <summary>The word with katakana for its hiragana.</summary>
    public static string Katakana(string word) => string.Create(word.Length, word, (katakana, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            katakana[i] = Scripts.IsHiragana(from[i]) ? (char)(from[i] + ('ア' - 'あ')) : from[i];
        }
    });

    /// <summary>
    /// What spellings of the same loan word have in common: ヴァ and バ, フィ and フイ, ヂ and ジ, サーバー and サーバ. Other words
    /// may share it.
    /// </summary>
    /// <param name="katakana">In katakana.</param>
    public static string Loose(string katakana)
    {
        var folded = new StringBuilder(katakana.Length);
        for (var i = 0; i < katakana.Length; i++)
        {
            var next = i + 1 < katakana.Length ? katakana[i + 1] : '\0';
            if (katakana[i] == 'ヴ')
            {
                folded.Append(next switch { 'ァ' => 'バ', 'ィ' or 'ュ' => 'ビ', 'ェ' => 'ベ', 'ォ' => 'ボ', _ => 'ブ' });
                i += next is 'ァ' or 'ィ' or 'ェ' or 'ォ' ? 1 : 0;
                continue;
            }
            var small = SmallKana.IndexOf(katakana[i], StringComparison.Ordinal);
            folded.Append(small >= 0 ? LargeKana[small] : katakana[i] switch { 'ヂ' => 'ジ', 'ヅ' => 'ズ', 'ヷ' => 'バ', 'ヺ' => 'ボ', var c => c });
        }
        var drops = folded.Length >= LongWord && folded[^1] == Scripts.ProlongedSound;
        return folded.ToString(0, drops ? folded.Length - 1 : folded.Length);
    }
}
