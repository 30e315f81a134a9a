using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>The texts of a result that are in one segment.</summary>
/// <param name="View">The segment.</param>
/// <param name="Texts">A bit for each of its texts.</param>
/// <param name="Count">How many match; at least 1.</param>
internal sealed record MatchedPart(SegmentView View, ulong[] Texts, int Count)
{
    public Segment Segment => View.Segment;
}
