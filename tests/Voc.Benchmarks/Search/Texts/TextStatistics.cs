using Voc.Analysis.Morphology;
using Voc.Analysis.Search;

namespace Voc.Benchmarks.Search.Texts;

/// <summary>Lengths of texts, and in how many of them each term of the index occurs.</summary>
internal sealed class TextStatistics
{
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly List<int> _lengths = [];

    private TextStatistics()
    {
    }

    public int Texts => _lengths.Count;

    public int DistinctTerms => _documents.Count;

    public IReadOnlyDictionary<string, int> Documents => _documents;

    public static TextStatistics Of(IEnumerable<string> texts)
    {
        var (statistics, terms) = (new TextStatistics(), new IndexTerms(Tokenizer.Load()));
        foreach (var (length, distinct) in texts.AsParallel().AsOrdered().Select(t => (t.Length, Distinct: terms.From(t).Distinct().ToList())))
        {
            statistics._lengths.Add(length);
            distinct.ForEach(term => statistics._documents[term] = statistics._documents.GetValueOrDefault(term) + 1);
        }
        statistics._lengths.Sort();
        return statistics;
    }

    /// <summary>The length that so large a share of the texts does not exceed.</summary>
    public int Length(double share) => _lengths[(int)(share * (_lengths.Count - 1))];

    /// <summary>Terms that occur in a share of the texts from one bound to another, the most frequent first.</summary>
    public IReadOnlyList<string> Terms(double from, double to) =>
        [.. _documents.Where(d => d.Value >= from * Texts && d.Value <= to * Texts).OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).Select(d => d.Key)];
}
