using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Any of several opinions.</summary>
/// <param name="opinions">The ordinals of their keys.</param>
internal sealed class OpinionCriterion(int[] opinions) : Criterion
{
    private readonly OrdinalUnion _union = new(opinions);

    public override int Bound(SegmentView view) => Math.Min(view.Live, _union.Bound(view.Segment.OpinionPostings));

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count) => _union.Keep(view.Segment.OpinionPostings, firstWord, bits);
}
