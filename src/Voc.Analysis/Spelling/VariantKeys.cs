using Voc.Analysis.Text;

namespace Voc.Analysis.Spelling;

/// <summary>
/// Tells which terms of the index are spellings of the same word: サーバ and サーバー, 問合せ and 問い合わせ, できる and 出来る, 斎藤 and
/// 齋藤. Terms with the same key may be; <see cref="AreVariants"/> says. Safe for any number of threads.
/// </summary>
/// <param name="spellings">What tells how words are read; a company's own words do not, so that a key never changes.</param>
public sealed class VariantKeys(SpellingDictionary spellings)
{
    /// <summary>Longer terms have no key.</summary>
    public const int LongestTerm = 24;

    /// <summary>The key of a term, or null where it can be spelt in one way only.</summary>
    /// <param name="term">As in the index.</param>
    public string? KeyOf(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        if (term.Length is < 2 or > LongestTerm)
        {
            return term.Length == 1 && Scripts.IsKanji(term[0]) ? KanjiKey(term) : null;
        }
        if (KanaFolding.IsKana(term))
        {
            var katakana = KanaFolding.Katakana(term);
            return KanaFolding.Loose(spellings.OfKana(katakana)?.Reading ?? katakana);
        }
        return term.Any(c => Scripts.IsKanji(c) || char.IsSurrogate(c)) ? KanjiKey(term) : null;
    }

    /// <summary>Whether two terms with the same key are spellings of the same word.</summary>
    public bool AreVariants(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return (KanaFolding.IsKana(a), KanaFolding.IsKana(b)) switch
        {
            (true, true) => (KanaFolding.IsKatakana(a) && KanaFolding.IsKatakana(b)) || KanaFolding.Katakana(a) == KanaFolding.Katakana(b),
            (true, false) => IsKanaOf(a, b),
            (false, true) => IsKanaOf(b, a),
            _ => SpellingAlignment.Fits(spellings.Folding.Fold(a), spellings.Folding.Fold(b)),
        };
    }

    private bool IsKanaOf(string kana, string kanji) =>
        spellings.OfKana(KanaFolding.Katakana(kana)) is { } word && SpellingAlignment.Fits(word.Surface, spellings.Folding.Fold(kanji));

    /// <summary>By its reading; where it has none, by itself in usual kanji.</summary>
    private string KanjiKey(string term)
    {
        var usual = spellings.Folding.Fold(term);
        return spellings.ReadingOf(usual) is { } reading ? KanaFolding.Loose(reading) : usual;
    }
}
