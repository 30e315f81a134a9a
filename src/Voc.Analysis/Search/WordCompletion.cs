using Voc.Analysis.Retrieval;
using Voc.Analysis.Spelling;
using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>
/// Completes words by how terms of an archive are spelt and read, the most frequent first: ログ, はいそ and haiso lead to ログイン and
/// 配送. Immutable; safe for any number of threads.
/// </summary>
public sealed class WordCompletion
{
    private const int LongestTyped = 40;

    private readonly Vocabulary _terms;
    private readonly int[] _frequencies;
    private readonly string?[] _readings;

    /// <summary>The terms that have a reading, in its order.</summary>
    private readonly int[] _byReading;

    private WordCompletion(Vocabulary terms, int[] frequencies, string?[] readings)
    {
        (_terms, _frequencies, _readings) = (terms, frequencies, readings);
        _byReading = [.. Enumerable.Range(0, readings.Length).Where(t => readings[t] is not null && FrequencyOf(t) > 0)];
        Array.Sort(_byReading, (a, b) => string.CompareOrdinal(readings[a], readings[b]));
    }

    /// <summary>How many terms it knows; those that came later it finds by spelling only.</summary>
    public int Count => _readings.Length;

    /// <summary>Takes in the terms of a snapshot, which takes a few microseconds for each that is new since another was made.</summary>
    /// <param name="snapshot">The archive.</param>
    /// <param name="spellings">How words are read.</param>
    /// <param name="earlier">Made of an earlier snapshot with the same vocabulary, or null.</param>
    public static WordCompletion Of(IndexSnapshot snapshot, SpellingDictionary spellings, WordCompletion? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(spellings);
        var terms = snapshot.Vocabulary;
        var readings = new string?[terms.Count];
        var known = earlier?._terms == terms ? earlier._readings : [];
        known.CopyTo(readings, 0);
        for (var term = known.Length; term < readings.Length; term++)
        {
            readings[term] = spellings.KanaOf(terms[term]);
        }
        return new WordCompletion(terms, snapshot.DocumentFrequencies(), readings);
    }

    /// <summary>The most frequent terms that begin with what was typed, or are read so.</summary>
    /// <param name="typed">In any script, also half a syllable of romaji.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<(string Term, int Count)> Find(string typed, int count)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var folded = WordExpander.Folded(typed);
        if (folded.Length is 0 or > LongestTyped)
        {
            return [];
        }
        var found = new HashSet<int>(_terms.WithPrefix(folded));
        foreach (var prefix in ReadingsOf(folded))
        {
            found.UnionWith(ReadAs(prefix));
        }
        return [.. found.Where(t => FrequencyOf(t) > 0).OrderByDescending(FrequencyOf).ThenBy(t => t).Take(count).Select(t => (_terms[t], FrequencyOf(t)))];
    }

    private int FrequencyOf(int term) => term < _frequencies.Length ? _frequencies[term] : 0;

    private ArraySegment<int> ReadAs(string prefix)
    {
        var start = FirstFrom(prefix);
        return new ArraySegment<int>(_byReading, start, FirstFrom(prefix + char.MaxValue) - start);
    }

    private int FirstFrom(string reading)
    {
        var (low, high) = (0, _byReading.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(_readings[_byReading[middle]], reading) < 0 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>What katakana was begun: kana, romaji, or kana with a letter behind that an input method has not taken yet.</summary>
    private static IEnumerable<string> ReadingsOf(string typed)
    {
        var letters = typed.Length;
        while (letters > 0 && (char.IsAsciiLetterLower(typed[letters - 1]) || typed[letters - 1] is '-' or '\''))
        {
            letters--;
        }
        var kana = typed[..letters];
        if (!kana.All(c => Scripts.IsKana(c) || c == Scripts.ProlongedSound))
        {
            return [];
        }
        kana = KanaFolding.Katakana(kana);
        return letters == typed.Length ? [kana] : Romaji.Prefixes(typed[letters..]).Select(r => kana + r);
    }
}
