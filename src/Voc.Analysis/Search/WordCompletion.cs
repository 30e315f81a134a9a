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
        var best = new List<int>(count + 1);
        foreach (var term in _terms.WithPrefix(folded))
        {
            Offer(best, term, count);
        }
        foreach (var prefix in ReadingsOf(folded))
        {
            foreach (var term in ReadAs(prefix))
            {
                Offer(best, term, count);
            }
        }
        return [.. best.Select(t => (_terms[t], FrequencyOf(t)))];
    }

    /// <summary>Keeps the most frequent terms, of equals those that came first. What begins with one letter may be tens of thousands.</summary>
    private void Offer(List<int> best, int term, int count)
    {
        var frequency = FrequencyOf(term);
        if (frequency == 0 || (best.Count == count && (count == 0 || IsBehind(term, frequency, best[^1]))) || best.Contains(term))
        {
            return;
        }
        var at = best.Count;
        while (at > 0 && !IsBehind(term, frequency, best[at - 1]))
        {
            at--;
        }
        best.Insert(at, term);
        if (best.Count > count)
        {
            best.RemoveAt(count);
        }
    }

    private bool IsBehind(int term, int frequency, int other) => FrequencyOf(other) is var others && (frequency < others || (frequency == others && term > other));

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
