using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>No text.</summary>
internal sealed class NothingCriterion : Criterion
{
    public override int Bound(SegmentView view) => 0;

    public override int CountIn(SegmentView view) => 0;

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        bits.Clear();
        return 0;
    }
}
