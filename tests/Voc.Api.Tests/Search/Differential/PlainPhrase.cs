using Voc.Analysis.Search;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>Looks for terms of the index in the terms of a text, place by place.</summary>
internal static class PlainPhrase
{
    /// <summary>Whether a text has the terms, one after the other or as near to that as is asked for. One term may be a word that is several.</summary>
    public static bool IsIn(AnalyzedText read, TermsMatch wanted)
    {
        var text = read.Terms;
        if (wanted.Terms.Count == 1 && read.Compounds.Any(c => Fits(c.Word, wanted, 0)))
        {
            return true;
        }
        if (wanted.Slop == 0 || wanted.Terms.Count == 1)
        {
            return Enumerable.Range(0, Math.Max(0, text.Count - wanted.Terms.Count + 1)).Any(at => Enumerable.Range(0, wanted.Terms.Count).All(i => Fits(text[at + i], wanted, i)));
        }
        return IsNear(text, wanted, []);
    }

    /// <summary>
    /// Tries every place for each term, no place twice. How far a term is from its place in the query is its shift; the largest may exceed the
    /// smallest by the slop.
    /// </summary>
    private static bool IsNear(IReadOnlyList<string> text, TermsMatch wanted, List<int> places)
    {
        var shifts = places.Select((place, i) => place - i).ToList();
        if (shifts.Count > 0 && shifts.Max() - shifts.Min() > wanted.Slop)
        {
            return false;
        }
        return places.Count == wanted.Terms.Count
            || Enumerable.Range(0, text.Count).Any(at => !places.Contains(at) && Fits(text[at], wanted, places.Count) && IsNear(text, wanted, [.. places, at]));
    }

    private static bool Fits(string term, TermsMatch wanted, int i) =>
        wanted.Prefix && i == wanted.Terms.Count - 1 ? term.StartsWith(wanted.Terms[i], StringComparison.Ordinal) : term == wanted.Terms[i];
}
