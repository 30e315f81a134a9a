using System.Text;

namespace Voc.Analysis.Text;

/// <summary>Guesses the main language of a text from its scripts and a few telling characters and words.</summary>
public static class LanguageGuess
{
    // Enough to tell; keeps the guess cheap on long texts.
    private const int UnitsRead = 4096;
    private const int FewWords = 4;
    private const string RareInJapanese = "你她很吧嗎這們沒還麼說";
    private const string CommonInChinese = "的了是我他不在也和就都會";
    private static readonly HashSet<string> EnglishWords = new(
        ["the", "a", "an", "is", "are", "was", "were", "be", "it", "this", "that", "i", "you", "we", "they", "my", "your", "to", "of", "and", "or", "in", "on", "for", "with", "not", "no", "but", "very", "have", "has", "had", "do", "does", "did", "can", "at", "from", "so", "as"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly Encoding JapaneseCharacters =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>The language of a text.</summary>
    /// <returns><c>ja</c>, <c>en</c>, <c>zh</c>, <c>ko</c>, or <c>und</c> where there is none of them to tell.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.AsSpan(0, Math.Min(text.Length, UnitsRead));
        int kana = 0, han = 0, hangul = 0, latin = 0;
        foreach (var c in read)
        {
            kana += Scripts.IsKana(c) || c is >= '\uFF66' and <= '\uFF9D' ? 1 : 0;
            han += Scripts.IsKanji(c) ? 1 : 0;
            hangul += Scripts.IsHangul(c) ? 1 : 0;
            latin += Scripts.IsLatin(c) && !Scripts.IsDigit(c) ? 1 : 0;
        }

        // A Latin word takes several letters where Japanese takes one or two, and product names are written in Latin.
        var eastAsian = 3 * (kana + han);
        if (2 * hangul > kana + han && 3 * hangul >= latin)
        {
            return hangul > 0 ? "ko" : "und";
        }

        if (eastAsian > 0 && eastAsian >= latin)
        {
            return IsChinese(read, kana, han) ? "zh" : "ja";
        }

        return latin > 0 && IsEnglish(read) ? "en" : "und";
    }

    private static bool IsChinese(ReadOnlySpan<char> text, int kana, int han)
    {
        if (kana * 10 > han)
        {
            return false;
        }

        int telling = 0, common = 0;
        Span<byte> encoded = stackalloc byte[4];
        foreach (var c in text)
        {
            if (Scripts.IsKanji(c))
            {
                // What the Japanese character set lacks is mostly a simplified form.
                telling += JapaneseCharacters.GetBytes([c], encoded) < 2 || RareInJapanese.Contains(c) ? 1 : 0;
                common += CommonInChinese.Contains(c) ? 1 : 0;
            }
        }

        return telling > 0 && ((3 * telling) + common) * 6 >= han;
    }

    private static bool IsEnglish(ReadOnlySpan<char> text)
    {
        int words = 0, english = 0, foreign = 0;
        foreach (var range in text.SplitAny(' ', '\n', '\t', ',', '.', '!', '?', '"', '(', ')', ':', ';'))
        {
            var word = text[range];
            if (word.Length > 0 && Scripts.IsLatin(word[0]) && !Scripts.IsDigit(word[0]))
            {
                words++;
                english += EnglishWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
                foreign += word.ContainsAnyInRange('\u00C0', '\u024F') ? 1 : 0;
            }
        }

        return foreign * 10 <= words && (words < FewWords || english * 12 >= words);
    }
}
