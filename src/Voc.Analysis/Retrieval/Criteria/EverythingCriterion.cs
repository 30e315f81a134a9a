using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Every text.</summary>
internal sealed class EverythingCriterion : Criterion
{
    public override int Bound(SegmentView view) => view.Live;

    public override int CountIn(SegmentView view) => view.Live;

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count) => count;
}
