using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Terms that stand in a text in some order: looked up one by one, then checked in the text.</summary>
internal abstract class SequenceCriterion : ScoredCriterion
{
    private readonly AllCriterion _all;

    protected SequenceCriterion(PhrasePlace[] places, double boost)
        : base(boost)
    {
        Places = places;
        _all = new AllCriterion([.. places.Select(p => p.Criterion).DistinctBy(c => c is TermCriterion term ? term.Term : int.MinValue)]);
    }

    public override int Weight => 3;

    /// <summary>What stands where.</summary>
    protected PhrasePlace[] Places { get; }

    public override int Bound(SegmentView view) => _all.Bound(view);

    public override double Rarity(IndexSnapshot snapshot) => Places.Sum(p => p.Criterion.Rarity(snapshot));

    public override int Frequency(Segment segment, int text) => Frequency(segment.Terms[text], int.MaxValue);

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count) =>
        RestrictToCandidates(view, firstWord, bits, count) == 0 ? 0 : Where(bits, firstWord, new Stands(this, view.Segment.Terms));

    protected override int RestrictToCandidates(SegmentView view, int firstWord, Span<ulong> bits, int count) => _all.Restrict(view, firstWord, bits, count);

    /// <summary>How often it stands among terms.</summary>
    /// <param name="terms">The terms of a text.</param>
    /// <param name="limit">When to stop counting.</param>
    protected abstract int Frequency(ReadOnlySpan<int> terms, int limit);

    private readonly struct Stands(SequenceCriterion criterion, Rows terms) : ITextTest
    {
        public bool IsTrue(int text) => criterion.Frequency(terms[text], 1) > 0;
    }
}
