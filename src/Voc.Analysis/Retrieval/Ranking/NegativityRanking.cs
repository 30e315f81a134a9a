namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Orders by the sentiment's score, the lowest first.</summary>
internal sealed class NegativityRanking : IRanking
{
    public void Rank(MatchedPart part, Span<float> keys)
    {
        foreach (var text in new TextsOf(part.Texts))
        {
            keys[text] = -part.Segment.Scores[text];
        }
    }
}
