using System.Text;

namespace Voc.Analysis.Issues;

/// <summary>What makes up a feature by which reports are compared.</summary>
internal enum FeatureKind
{
    /// <summary>A verb or an adjective: what happens is told in many ways.</summary>
    Said,

    /// <summary>A noun in kanji.</summary>
    Noun,

    /// <summary>A word in katakana or Latin letters: parts, functions and products are mostly called so.</summary>
    Name,

    /// <summary>A concept of the shipped lexicon.</summary>
    Concept,

    /// <summary>Two characters in a row: parts of compounds, words the dictionary does not know, typos.</summary>
    Pair,
}

/// <summary>
/// The features by which a report is compared with others: its words, the concepts they stand for and its pairs of characters, each as a
/// number that is the same in every process, so that memory does not grow with the vocabulary.
/// </summary>
internal static class ReportFeatures
{
    /// <summary>Numbers there are: 2^17 of each kind.</summary>
    public const int Count = 5 << Bits;

    private const int Bits = 17;
    private const int MaxWords = 60;
    private const int MaxPairs = 120;
    private const int MaxCharacters = 300;

    /// <summary>What features of a kind count: found by how well likeness tells complaints about one device from others.</summary>
    private static readonly float[] Weights = [0.7f, 1, 1.4f, 1, 0.6f];

    private static readonly ConceptLexicon Concepts = ConceptLexicon.Load();

    public static FeatureKind Kind(int feature) => (FeatureKind)(feature >> Bits);

    public static float Weight(int feature) => Weights[feature >> Bits];

    /// <summary>The features of a text, each once, in order.</summary>
    public static int[] Of(string text, AnalyzedText reading)
    {
        var features = new SortedSet<int>();
        foreach (var word in reading.Terms.Count > 0 ? reading.Terms.Take(MaxWords) : reading.Keyphrases)
        {
            if (IssueCandidates.Term(word) is { } term)
            {
                features.Add(Number(KindOf(term), term));
            }
        }
        var folded = Fold(text);
        foreach (var concept in Concepts.Of(folded))
        {
            features.Add(Number(FeatureKind.Concept, concept));
        }
        AddPairs(folded, features);
        return [.. features];
    }

    private static void AddPairs(string text, SortedSet<int> features)
    {
        var before = features.Count;
        for (var i = 0; i + 1 < text.Length && features.Count - before < MaxPairs; i++)
        {
            var (a, b) = (text[i], text[i + 1]);
            if (char.IsLetterOrDigit(a) && char.IsLetterOrDigit(b) && !(IsHiragana(a) && IsHiragana(b)))
            {
                features.Add(Number(FeatureKind.Pair, text.AsSpan(i, 2)));
            }
        }
    }

    private static FeatureKind KindOf(string term) => term.Any(c => c is (>= 'ァ' and <= 'ヺ') or (>= 'a' and <= 'z'))
        ? FeatureKind.Name
        : IsHiragana(term[^1]) ? FeatureKind.Said : FeatureKind.Noun;

    private static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';

    /// <summary>A hash within the kind (FNV-1a).</summary>
    private static int Number(FeatureKind kind, ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619;
        }
        return ((int)kind << Bits) | (int)((hash ^ (hash >> Bits)) & ((1 << Bits) - 1));
    }

    private static string Fold(string text)
    {
        var start = text.Length <= MaxCharacters ? text : text[..MaxCharacters];
        try
        {
            return start.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return ""; // Half a surrogate pair: its words are told by the reading.
        }
    }
}
