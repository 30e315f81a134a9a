using Voc.Analysis.Retrieval.Criteria;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Orders by what the terms of the query are worth in a text, added in the order of the query. What must not match adds nothing;
/// anything else that stands in the text does.
/// </summary>
internal sealed class RelevanceRanking : IRanking
{
    private readonly (ScoredCriterion Criterion, TermWeights Weights)[] _terms;

    public RelevanceRanking(Criterion criterion, IndexSnapshot snapshot) =>
        _terms = [.. criterion.Scored.Select(c => (c, new TermWeights(c, snapshot)))];

    public void Rank(MatchedPart part, Span<float> keys)
    {
        Clear(part, keys);
        foreach (var (criterion, weights) in _terms)
        {
            if (criterion.Bound(part.View) > 0)
            {
                criterion.Score(part.View, part.Texts, part.Count, weights, keys);
            }
        }
    }

    private static void Clear(MatchedPart part, Span<float> keys)
    {
        if (part.Count > keys.Length / 16)
        {
            keys.Clear();
            return;
        }
        foreach (var text in new TextsOf(part.Texts))
        {
            keys[text] = 0;
        }
    }
}
