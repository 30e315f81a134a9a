using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Makes a query of the terms that tell most of a text, by tf-idf.</summary>
internal static class TellingTerms
{
    private const int Most = 15;

    /// <summary>What finds texts like one of the index, but not itself.</summary>
    public static Match Of(IndexedText text, IndexSnapshot snapshot) =>
        new AllMatch([Any(Choose(text.Terms.ToArray(), snapshot), snapshot), new NoneMatch(new IdsMatch([text.Id]))]);

    /// <summary>What finds texts that have any of the terms, which were chosen.</summary>
    public static Match Any(IReadOnlyList<(int Term, double Weight)> telling, IndexSnapshot snapshot)
    {
        Match[] terms = [.. telling.Select(term => new TermsMatch([snapshot.Vocabulary[term.Term]], Prefix: false) { Boost = term.Weight / telling[0].Weight })];
        return terms.Length == 1 ? terms[0] : new AnyMatch(terms);
    }

    /// <summary>The most telling terms with what each tells, the most telling first. Those that no text has tell nothing.</summary>
    public static List<(int Term, double Weight)> Choose(IEnumerable<int> terms, IndexSnapshot snapshot) =>
        [.. terms.CountBy(term => term).Select(term => (Term: term.Key, Count: term.Value, Texts: snapshot.DocumentFrequency(term.Key))).Where(term => term.Texts > 0)
            .Select(term => (term.Term, Weight: term.Count * Math.Log(1 + ((double)snapshot.Count / term.Texts))))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(Most)];
}
