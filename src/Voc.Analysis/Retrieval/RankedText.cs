namespace Voc.Analysis.Retrieval;

/// <summary>A text of a result in its order.</summary>
/// <param name="Id">The text.</param>
/// <param name="Score">What it is ordered by: BM25, the sentiment's score, or likeness 0 to 1; 0 where the order is of time.</param>
/// <param name="Similar">Texts of the result that are nearly the same and stand folded under it.</param>
public readonly record struct RankedText(long Id, double Score, int Similar);
