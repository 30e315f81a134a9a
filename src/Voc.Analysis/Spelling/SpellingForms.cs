using Voc.Analysis.Morphology;
using Voc.Analysis.Text;

namespace Voc.Analysis.Spelling;

/// <summary>
/// Other ways to write a word of a query. Those that the archive has as one term <see cref="VariantLookup"/> knows; these are for
/// spellings that segmentation takes apart, such as 問合わせ and 三回, and for words listed with all their spellings. Safe for any
/// number of threads.
/// </summary>
/// <param name="tokenizer">Tells numbers from other words.</param>
/// <param name="spellings">The dictionary's words by their kanji.</param>
public sealed class SpellingForms(Tokenizer tokenizer, SpellingDictionary spellings)
{
    /// <summary>Most forms of one word.</summary>
    public const int Most = 16;

    /// <summary>The other spellings that are listed for a word, and its numbers in the other script. They need not occur anywhere.</summary>
    /// <param name="word">Normalised, in lower case.</param>
    public IReadOnlyList<string> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > VariantKeys.LongestTerm ? [] : [.. Listed(word).Concat(Numerals.Of(word, tokenizer)).Where(f => f != word).Distinct().Take(Most)];
    }

    /// <summary>Spellings with less okurigana or in old kanji, which matter only where segmentation takes them apart. They need not occur anywhere.</summary>
    /// <param name="word">Normalised, in lower case.</param>
    public IReadOnlyList<string> Rare(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > VariantKeys.LongestTerm ? []
            : [.. Okurigana(word).Concat(spellings.Folding.Variants(spellings.Folding.Fold(word))).Where(f => f != word).Distinct().Take(Most)];
    }

    private IEnumerable<string> Listed(string word)
    {
        var listed = spellings.List.Of(word);
        return listed.Count > 0 || !KanaFolding.IsKatakana(word) ? listed : spellings.List.Of(Hiragana(word));
    }

    private List<string> Okurigana(string word)
    {
        if (word.Count(Scripts.IsKanji) < 2)
        {
            return [];
        }
        var fuller = spellings.Fuller(word);
        if (fuller.Count == 0 || fuller.Exists(f => f.Reading != fuller[0].Reading))
        {
            return [];
        }
        var fullest = fuller.MaxBy(f => f.Surface.Length)!;
        return WithoutOkurigana(fullest.Surface, fullest.Inflects);
    }

    /// <summary>The word with less and less of the kana behind each kanji, from their beginning.</summary>
    private static List<string> WithoutOkurigana(string word, bool inflects)
    {
        var forms = new List<string> { "" };
        for (var at = 0; at < word.Length;)
        {
            var end = at + 1;
            while (end < word.Length && Scripts.IsHiragana(word[end]))
            {
                end++;
            }
            var (kanji, kana) = (word[at..(at + 1)], word[(at + 1)..end]);
            var kept = end == word.Length && inflects ? 1 : 0;
            var tails = Enumerable.Range(0, Math.Max(1, kana.Length - kept + 1)).Select(cut => kana[cut..]).ToList();
            forms = [.. forms.SelectMany(f => tails.Select(t => f + kanji + t)).Take(Most)];
            at = end;
        }
        return forms;
    }

    private static string Hiragana(string katakana) =>
        string.Concat(katakana.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - ('ア' - 'あ')) : c));
}
