namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>A place of a phrase: a term, or any of several where only its beginning is known.</summary>
/// <param name="Criterion">Which texts have it.</param>
/// <param name="Term">Ordinal of the term; -1 where it is one of several or none.</param>
/// <param name="Terms">The several, or null.</param>
internal sealed record PhrasePlace(ScoredCriterion Criterion, int Term, OrdinalSet? Terms)
{
    public bool Takes(int term) => Terms is null ? term == Term : Terms.Contains(term);
}
