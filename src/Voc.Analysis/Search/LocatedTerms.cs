using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>A text as the index has it.</summary>
/// <param name="Terms">Its terms in text order.</param>
/// <param name="Compounds">The words that are several of them, in text order.</param>
public sealed record TextTerms(IReadOnlyList<string> Terms, IReadOnlyList<CompoundWord> Compounds);

/// <summary>A text as the index has it, with the places of everything in the text as it was given.</summary>
/// <param name="Terms">Its terms in text order.</param>
/// <param name="Compounds">The words that are several of them, in text order.</param>
public sealed record LocatedTerms(IReadOnlyList<IndexTerm> Terms, IReadOnlyList<(CompoundWord Word, TextSpan Span)> Compounds)
{
    /// <summary>The places of the words of several terms that a single term, or the beginning of one, asks for.</summary>
    public IEnumerable<TextSpan> SpansOf(TermsMatch term) =>
        Compounds.Where(c => term.IsAt([c.Word.Word], 0)).Select(c => c.Span);

    /// <summary>Its words in text order: one that is several terms stands for these.</summary>
    public IEnumerable<IndexTerm> Words()
    {
        for (int at = 0, next = 0; at < Terms.Count;)
        {
            if (next < Compounds.Count && Compounds[next].Word.First == at)
            {
                yield return new(Compounds[next].Word.Word, Compounds[next].Span);
                at += Compounds[next++].Word.Count;
            }
            else
            {
                yield return Terms[at++];
            }
        }
    }
}
