namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>An order of texts by a number for each.</summary>
internal interface IRanking
{
    /// <summary>Works out the numbers of a result's texts in one segment; the higher the better.</summary>
    /// <param name="part">The texts.</param>
    /// <param name="keys">Is filled for each of them, by its place in the segment; other places mean nothing.</param>
    void Rank(MatchedPart part, Span<float> keys);
}
