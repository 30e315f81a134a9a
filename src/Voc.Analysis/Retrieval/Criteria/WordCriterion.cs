using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>A word as it is counted: not where it is only a part of other words. Only texts with such are looked at.</summary>
/// <param name="word">Its ordinal; -1 for one that no text has.</param>
internal sealed class WordCriterion(int word) : Criterion
{
    private readonly TermCriterion _term = new(word, 1);

    public override int Weight => 1;

    public override int Bound(SegmentView view) => _term.Bound(view);

    public override int CountIn(SegmentView view)
    {
        var index = view.Segment.Postings.IndexOf(word);
        return index < 0 ? 0 : view.Dead is null ? view.Segment.Postings.Count(index) - view.Segment.PartsOnly[index] : -1;
    }

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        count = _term.Restrict(view, firstWord, bits, count);
        return count == 0 || view.Segment.PartsOnly[view.Segment.Postings.IndexOf(word)] == 0 ? count : Where(bits, firstWord, new Stands(view.Segment, word));
    }

    private readonly struct Stands(Segment segment, int word) : ITextTest
    {
        public bool IsTrue(int text) => segment.Compounds[text].IsEmpty || segment.Compounds.HasWord(text, segment.Terms[text], word);
    }
}
