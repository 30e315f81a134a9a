using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Customers that satisfy a condition.</summary>
internal sealed class CustomerCriterion(Func<ulong, bool> condition) : Criterion
{
    public override int Weight => 2;

    public override int Bound(SegmentView view) => view.Live;

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count) =>
        Where(bits, firstWord, new Satisfies(view.Segment.Customers, condition));

    private readonly struct Satisfies(ulong[] customers, Func<ulong, bool> condition) : ITextTest
    {
        public bool IsTrue(int text) => condition(customers[text]);
    }
}
