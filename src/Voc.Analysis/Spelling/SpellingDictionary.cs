using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Morphology;
using Voc.Analysis.Text;

namespace Voc.Analysis.Spelling;

/// <summary>
/// What the system dictionary and the lists in <c>data/spelling</c> tell of how words can be written. Immutable; safe for any
/// number of threads.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "Dictionary is the term of the domain.")]
public sealed class SpellingDictionary
{
    /// <summary>A word whose cost is higher than another's by this is so rare beside it that kana do not mean it.</summary>
    private const int Rarer = 700;

    private const string Endings = "うくぐすつぬぶむる";

    private readonly Dictionary<string, Kanji> _ofKana = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Kanji[]> _bySkeleton = new(StringComparer.Ordinal);

    private readonly SystemDictionary _words;

    private SpellingDictionary(SystemDictionary words, KanjiFolding kanji, SpellingList list) => (_words, Folding, List) = (words, kanji, list);

    internal KanjiFolding Folding { get; }

    internal SpellingList List { get; }

    /// <summary>Goes through the dictionary, which takes half a second.</summary>
    /// <param name="tokenizer">Has the dictionary; its user dictionary does not count.</param>
    /// <param name="directory">Where the lists are; by default <c>data/spelling</c> beside the program.</param>
    /// <exception cref="DataFileException">A line of a list cannot be used.</exception>
    /// <exception cref="IOException">A list cannot be read.</exception>
    public static SpellingDictionary Load(Tokenizer tokenizer, string? directory = null)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        directory ??= ShippedData.Folder("spelling");
        var dictionary = new SpellingDictionary(tokenizer.Dictionary, KanjiFolding.Load(Path.Combine(directory, "kanji.txt")), SpellingList.Load(Path.Combine(directory, "words.txt")));
        var lemmas = Lemma.All(tokenizer.Dictionary.Lexicon).ToList();
        foreach (var sameReading in lemmas.GroupBy(l => l.Reading))
        {
            dictionary.Add(sameReading.Key, [.. sameReading]);
        }
        foreach (var skeleton in lemmas.Where(l => l.Surface.Any(Scripts.IsHiragana) && l.KanjiCount > 1).GroupBy(l => dictionary.Skeleton(l.Surface)))
        {
            dictionary._bySkeleton[skeleton.Key] = [.. skeleton.Select(dictionary.Of).Distinct()];
        }
        return dictionary;
    }

    /// <summary>The word in kanji that kana certainly mean, or null.</summary>
    /// <param name="katakana">The word in katakana.</param>
    internal Kanji? OfKana(string katakana) => _ofKana.GetValueOrDefault(katakana);

    /// <summary>The words of the dictionary, of two kanji or more and with okurigana, that have the same kanji in the same order.</summary>
    internal IReadOnlyList<Kanji> WithKanjiOf(string word) => _bySkeleton.GetValueOrDefault(Skeleton(word)) ?? [];

    /// <summary>
    /// The words that a spelling leaves out okurigana of. Nouns where there are some, since 引落 is 引き落とし sooner than 引き落とす;
    /// verbs where it ends as they do.
    /// </summary>
    internal List<Kanji> Fuller(string word)
    {
        var folded = Folding.Fold(word);
        var reading = Lemma.Find(_words, folded)?.SharedReading;
        var fitting = WithKanjiOf(word).Where(k => (reading is null || k.Reading == reading) && SpellingAlignment.Fits(folded, k.Surface)).ToList();
        var asVerb = fitting.Exists(k => k.Surface == folded) ? fitting.Exists(k => k.Surface == folded && k.Inflects)
            : Endings.Contains(folded[^1], StringComparison.Ordinal);
        return fitting.FindAll(k => k.Inflects == asVerb && (!asVerb || k.Surface[^1] == folded[^1]));
    }

    /// <summary>The reading that the spellings of a word share, see <see cref="Lemma.SharedReading"/>; null where nothing tells.</summary>
    /// <param name="word">In usual kanji.</param>
    internal string? ReadingOf(string word)
    {
        if (Lemma.Find(_words, word) is { } known)
        {
            return known.SharedReading;
        }
        var fuller = Fuller(word);
        return fuller.Count > 0 && fuller.TrueForAll(f => f.Reading == fuller[0].Reading) ? fuller[0].Reading : null;
    }

    /// <summary>How a term is read, in katakana; null where the dictionary does not tell and the term does not say it itself.</summary>
    internal string? KanaOf(string term)
    {
        if (KanaFolding.IsKana(term))
        {
            return KanaFolding.Katakana(term);
        }
        return term.Length is > 0 and <= VariantKeys.LongestTerm && term.Any(Scripts.IsKanji) ? Lemma.Find(_words, Folding.Fold(term))?.Reading : null;
    }

    private void Add(string reading, List<Lemma> lemmas)
    {
        var kana = lemmas.Where(l => l.KanjiCount == 0).Select(l => l.PartOfSpeech).ToHashSet();
        // Two kana may be anything unless the dictionary writes the word in kana too.
        if (reading.Length < 3 && kana.Count == 0)
        {
            return;
        }
        var candidates = lemmas.Where(l => l.KanjiCount > 0 && (kana.Count == 0 || kana.Contains(l.PartOfSpeech))).OrderBy(l => l.Cost).Select(l => (l.Cost, Word: Of(l))).ToList();
        if (candidates.Count == 0)
        {
            return;
        }
        var (cost, best) = candidates[0];
        if (candidates.TrueForAll(c => c.Cost > cost + Rarer || SpellingAlignment.Fits(c.Word.Surface, best.Surface)))
        {
            _ofKana[reading] = best;
        }
    }

    private Kanji Of(Lemma lemma) => new(Folding.Fold(lemma.Surface), lemma.SharedReading, lemma.Inflects);

    private string Skeleton(string word) => string.Concat(Folding.Fold(word).Where(Scripts.IsKanji));

    /// <summary>A word as it is written with kanji.</summary>
    /// <param name="Surface">In usual kanji.</param>
    /// <param name="Reading">See <see cref="Lemma.SharedReading"/>.</param>
    /// <param name="Inflects">Whether its last kana is an ending.</param>
    internal sealed record Kanji(string Surface, string Reading, bool Inflects);
}
