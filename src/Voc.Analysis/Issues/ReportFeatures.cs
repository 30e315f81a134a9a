using System.Buffers;
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

    /// <summary>A group of concepts: the system of a product, or the step of a service.</summary>
    Group,

    /// <summary>Two characters in a row: parts of compounds, words the dictionary does not know, typos.</summary>
    Pair,
}

/// <summary>What a report is compared by.</summary>
/// <param name="Number">Which; the same in every process.</param>
/// <param name="Prominence">How much the report is about it, above 0; a word that is there counts 1.</param>
internal readonly record struct Feature(int Number, float Prominence);

/// <summary>
/// The features by which a report is compared with others: its words, the concepts they stand for, the groups those are of, and its pairs
/// of characters, each as a number, so that memory does not grow with the vocabulary. What a report is about is said again in several
/// clauses, first or last of all, and as what fails (<see cref="MentionRole"/>); what only accompanies it is said once in between.
/// </summary>
internal static class ReportFeatures
{
    /// <summary>Numbers there are: 2^17 of each kind.</summary>
    public const int Count = 6 << Bits;

    private const int Bits = 17;
    private const int MaxWords = 60;
    private const int MaxPairs = 120;
    private const int MaxCharacters = 300;

    /// <summary>What a concept counts in a clause of the first or the last sentence.</summary>
    private const float Salient = 1.5f;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("。、!?\n");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。!?\n");

    /// <summary>
    /// What features of a kind count. Chosen on the complaints of docs/evaluation.md by how well likeness tells those about one device of
    /// a product from the others, so the figures there know these numbers.
    /// </summary>
    private static readonly float[] Weights = [0.7f, 1, 1.4f, 1, 1.2f, 0.6f];

    private static readonly ConceptLexicon Concepts = ConceptLexicon.Load();

    /// <summary>The concepts of each trade, and the groups of them, as features; what every trade hears is of none.</summary>
    public static IReadOnlyList<int[]> Trades { get; } =
        [.. Concepts.Concepts.GroupBy(c => c.Id[..c.Id.IndexOf('.', StringComparison.Ordinal)]).Where(trade => trade.Key is not ("general" or "symptom"))
            .Select(trade => trade.Select(c => Number(FeatureKind.Concept, c.Id))
                .Concat(trade.Select(c => c.Group).OfType<string>().Distinct().Select(g => Number(FeatureKind.Group, g))).ToArray())];

    public static FeatureKind Kind(int feature) => (FeatureKind)(feature >> Bits);

    public static float Weight(Feature feature) => Weights[feature.Number >> Bits] * feature.Prominence;

    /// <summary>The features of a text, each once, in order of their numbers.</summary>
    public static Feature[] Of(string text, AnalyzedText reading)
    {
        var features = new SortedDictionary<int, float>();
        foreach (var word in reading.Terms.Count > 0 ? reading.Terms.Take(MaxWords) : reading.Keyphrases)
        {
            if (IssueCandidates.Term(word) is { } term)
            {
                features[Number(KindOf(term), term)] = 1;
            }
        }
        var folded = Fold(text);
        AddConcepts(folded, features);
        AddPairs(folded, features);
        return [.. features.Select(f => new Feature(f.Key, f.Value))];
    }

    private static void AddConcepts(string text, SortedDictionary<int, float> features)
    {
        var first = text.AsSpan().IndexOfAny(SentenceEnds) is >= 0 and var stop ? stop : text.Length;
        var last = text.AsSpan(0, Math.Max(0, text.Length - 1)).LastIndexOfAny(SentenceEnds);
        var mentioned = new Dictionary<int, float>();
        void Mention(int number, float role) => mentioned[number] = Math.Max(role, mentioned.GetValueOrDefault(number));
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(ClauseEnds) is >= 0 and var found ? found : text.Length - start;
            var counts = start <= first || start > last ? Salient : 1;
            var clause = text.Substring(start, length);
            mentioned.Clear();
            foreach (var (concept, end) in Concepts.Mentions(clause))
            {
                var role = MentionRole.Prominence(clause.AsSpan(end));
                Mention(Number(FeatureKind.Concept, concept.Id), role);
                if (concept.Group is { } group)
                {
                    Mention(Number(FeatureKind.Group, group), role);
                }
            }
            foreach (var (number, role) in mentioned)
            {
                features[number] = features.GetValueOrDefault(number) + (counts * role);
            }
            start += length + 1;
        }
    }

    private static void AddPairs(string text, SortedDictionary<int, float> features)
    {
        var before = features.Count;
        for (var i = 0; i + 1 < text.Length && features.Count - before < MaxPairs; i++)
        {
            var (a, b) = (text[i], text[i + 1]);
            if (char.IsLetterOrDigit(a) && char.IsLetterOrDigit(b) && !(IsHiragana(a) && IsHiragana(b)))
            {
                features[Number(FeatureKind.Pair, text.AsSpan(i, 2))] = 1;
            }
        }
    }

    private static FeatureKind KindOf(string term) => term.Any(c => c is (>= 'ァ' and <= 'ヺ') or (>= 'a' and <= 'z'))
        ? FeatureKind.Name
        : IsHiragana(term[^1]) ? FeatureKind.Said : FeatureKind.Noun;

    private static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';

    /// <summary>The number of a feature: a hash within its kind (FNV-1a).</summary>
    public static int Number(FeatureKind kind, ReadOnlySpan<char> text)
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
