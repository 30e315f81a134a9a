using Voc.Analysis.Mining;
using Voc.Analysis.Morphology;
using Voc.Analysis.Retrieval;
using Voc.Api.Reading;

namespace Voc.Api.Mining;

/// <summary>What is known of words whatever the search: their kinds, and which of them say nothing.</summary>
internal sealed class MiningWords(CurrentReading reading)
{
    private static readonly string[] KindNames = [.. Enum.GetValues<WordKind>().Select(NameOf)];

    private readonly Lazy<StopWords> _stop = new(() => StopWords.Load());
    private volatile KindsOf? _kinds;

    /// <summary>The words that a view is to show.</summary>
    /// <param name="vocabulary">Names them.</param>
    /// <param name="query">What the reader wants.</param>
    /// <param name="minimum">Texts that must hold a word, where the reader does not say.</param>
    /// <exception cref="Search.SearchParameterException">A parameter does not hold what it should.</exception>
    public WordFilter Filter(Analysis.Retrieval.Vocabulary vocabulary, WordQuery query, int minimum)
    {
        var kinds = MiningParameters.Choices("pos", query.Pos, KindNames);
        return new WordFilter(
            vocabulary,
            Kinds(reading.Analyzer.Tokenizer),
            new TextWords(query.Parts ?? false),
            kinds.Count == KindNames.Length ? null : kinds,
            MiningParameters.Choice("stop", query.Stop, "shipped", "none") == "none" ? null : _stop.Value,
            MiningParameters.Number("minimum", query.Minimum, minimum, 1, int.MaxValue));
    }

    public static string NameOf(WordKind kind) => kind.ToString().ToLowerInvariant();

    private WordKinds Kinds(Tokenizer tokenizer)
    {
        // The company's own words come with another tokenizer.
        if (_kinds is not { } known || known.Tokenizer != tokenizer)
        {
            _kinds = known = new KindsOf(tokenizer, new WordKinds(tokenizer));
        }
        return known.Kinds;
    }

    private sealed record KindsOf(Tokenizer Tokenizer, WordKinds Kinds);
}

/// <summary>The words that a view is to show.</summary>
internal sealed class WordFilter(
    Analysis.Retrieval.Vocabulary vocabulary, WordKinds kinds, TextWords words, IReadOnlySet<string>? allowed, StopWords? stop, int minimum)
{
    /// <summary>Tells the words of texts.</summary>
    public TextWords Words => words;

    /// <summary>Texts that must hold a word; at least 1.</summary>
    public int Minimum => minimum;

    /// <summary>How many texts of the archive have each word, by its ordinal.</summary>
    public int[] Frequencies(IndexSnapshot snapshot) => words.Parts ? snapshot.DocumentFrequencies() : snapshot.WordFrequencies();

    /// <summary>What finds exactly the texts that a word is counted in; null where no query can say it.</summary>
    public string? Query(string word) => words.Parts ? DrillDown.Term(word) : DrillDown.Word(word);

    public string Kind(string term) => MiningWords.NameOf(kinds.Of(term));

    public bool Accepts(int term)
    {
        if (stop is null && allowed is null)
        {
            return true;
        }
        var name = vocabulary[term];
        return stop?.Contains(name) != true && (allowed is null || allowed.Contains(Kind(name)));
    }

    /// <summary>The words that are shown, most frequent first, of equals in the order of their letters; found as they are asked for.</summary>
    /// <param name="counts">The words of the result.</param>
    /// <param name="frequency">By what.</param>
    public IEnumerable<TermCount> MostFrequent(TermCounts counts, Func<TermCount, int> frequency)
    {
        var terms = counts.AtLeast(minimum).ToArray();
        var keys = Array.ConvertAll(terms, t => -frequency(t));
        Array.Sort(keys, terms);
        for (var start = 0; start < terms.Length;)
        {
            var end = start + 1;
            while (end < terms.Length && keys[end] == keys[start])
            {
                end++;
            }
            var equals = terms.AsSpan(start, end - start).ToArray();
            Array.Sort(equals, (a, b) => vocabulary.Utf8(a.Term).SequenceCompareTo(vocabulary.Utf8(b.Term)));
            foreach (var term in equals.Where(t => Accepts(t.Term)))
            {
                yield return term;
            }
            start = end;
        }
    }
}
