using System.Buffers;
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
        foreach (ref readonly var compound in segment.Compounds[text])
        {
            count += _union.Set.Contains(compound.Word) && segment.Terms[text][compound.First] != compound.Word ? 1 : 0;
        }
        return count;
    }

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count) => _union.Keep(view.Segment.Postings, firstWord, bits);

    public override void Score(SegmentView view, ReadOnlySpan<ulong> bits, int count, TermWeights weights, Span<float> scores)
    {
        if ((long)count * view.Segment.Terms.Items.Length / view.Segment.Count < _union.Bound(view.Segment.Postings))
        {
            base.Score(view, bits, count, weights, scores);
            return;
        }
        var scratch = ArrayPool<int>.Shared.Rent(view.Segment.Count);
        var frequencies = scratch.AsSpan(0, view.Segment.Count);
        frequencies.Clear();
        CountEach(view.Segment.Postings, frequencies);
        for (var text = 0; text < frequencies.Length; text++)
        {
            if (frequencies[text] > 0 && Bits.Has(bits, text))
            {
                scores[text] += weights.Of(view.Segment, text, frequencies[text]);
            }
        }
        ArrayPool<int>.Shared.Return(scratch);
    }

    private void CountEach(Postings postings, Span<int> frequencies)
    {
        foreach (var index in _union.Indexes(postings))
        {
            for (var i = postings.Starts[index]; i < postings.Starts[index + 1]; i++)
            {
                frequencies[postings.Texts[i]] += postings.Frequencies[i];
            }
        }
    }
}
