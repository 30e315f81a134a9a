using Voc.Analysis.Retrieval.Ranking;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Any of several terms that begin alike. Together they weigh as one term that is in as many texts as they are in, one by one.</summary>
/// <param name="terms">Their ordinals, each once.</param>
/// <param name="boost">Factor of what it adds to the score.</param>
internal sealed class UnionCriterion(int[] terms, double boost) : ScoredCriterion(boost)
{
    private readonly OrdinalUnion _union = new(terms);

    public override int Bound(SegmentView view) => Math.Min(view.Live, _union.Bound(view.Segment.Postings));

    public override double Rarity(IndexSnapshot snapshot)
    {
        var together = terms.Sum(term => (long)snapshot.DocumentFrequency(term));
        return Bm25.Rarity(snapshot.Count, (int)Math.Min(snapshot.Count, together));
    }

    public override int Frequency(Segment segment, int text)
    {
        var count = 0;
        foreach (var term in segment.Terms[text])
        {
            count += _union.Set.Contains(term) ? 1 : 0;
        }
        return count;
    }

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count) => _union.Keep(view.Segment.Postings, firstWord, bits);
}
