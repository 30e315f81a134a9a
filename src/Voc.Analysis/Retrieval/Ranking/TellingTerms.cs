using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Makes a query of the terms that tell most of a text.</summary>
internal static class TellingTerms
{
    private const int Most = 15;

    public static Match Of(IndexedText text, IndexSnapshot snapshot)
    {
        var telling = text.Terms.ToArray().CountBy(term => term)
            .Select(term => (Term: term.Key, Weight: term.Value * Math.Log(1 + ((double)snapshot.Count / snapshot.DocumentFrequency(term.Key)))))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(Most).ToList();
        Match[] terms = [.. telling.Select(term => new TermsMatch([snapshot.Vocabulary[term.Term]], Prefix: false) { Boost = term.Weight / telling[0].Weight })];
        return new AllMatch([terms.Length == 1 ? terms[0] : new AnyMatch(terms), new NoneMatch(new IdsMatch([text.Id]))]);
    }
}
