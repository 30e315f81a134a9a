using System.Numerics;
using Voc.Analysis.Retrieval.Ranking;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>One term.</summary>
/// <param name="term">Its ordinal; -1 for one that no text has.</param>
/// <param name="boost">Factor of what it adds to the score.</param>
internal sealed class TermCriterion(int term, double boost) : ScoredCriterion(boost)
{
    /// <summary>The term's ordinal.</summary>
    public int Term { get; } = term;

    public override int Bound(SegmentView view)
    {
        var index = view.Segment.Postings.IndexOf(Term);
        return index < 0 ? 0 : view.Segment.Postings.Count(index);
    }

    public override int CountIn(SegmentView view) => view.DocumentFrequency(Term);

    public override double Rarity(IndexSnapshot snapshot) => Bm25.Rarity(snapshot.Count, snapshot.DocumentFrequency(Term));

    public override int Frequency(Segment segment, int text) =>
        segment.Terms[text].Count(Term) + segment.Compounds.Extra(text, segment.Terms[text], Term);

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count)
    {
        var postings = view.Segment.Postings;
        var index = postings.IndexOf(Term);
        if (index < 0)
        {
            bits.Clear();
            return 0;
        }
        return PostingList.Keep(postings.Texts.AsSpan(postings.Within(index, firstWord << 6, (firstWord + bits.Length) << 6)), firstWord, bits, count);
    }

    public override void Score(SegmentView view, ReadOnlySpan<ulong> bits, int count, TermWeights weights, Span<float> scores)
    {
        var postings = view.Segment.Postings;
        var index = postings.IndexOf(Term);
        if (index < 0)
        {
            return;
        }
        var texts = postings.TextsOf(index);
        var frequencies = postings.Frequencies.AsSpan(postings.Starts[index], texts.Length);
        if (PostingList.IsWorthLookingUp(count, texts.Length))
        {
            ScoreEach(view.Segment, bits, texts, frequencies, weights, scores);
            return;
        }
        for (var i = 0; i < texts.Length; i++)
        {
            int text = texts[i];
            if (Bits.Has(bits, text))
            {
                scores[text] += weights.Of(view.Segment, text, frequencies[i]);
            }
        }
    }

    private static void ScoreEach(
        Segment segment, ReadOnlySpan<ulong> bits, ReadOnlySpan<ushort> texts, ReadOnlySpan<byte> frequencies, TermWeights weights, Span<float> scores)
    {
        var at = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            for (var left = bits[i]; left != 0; left &= left - 1)
            {
                var text = (i << 6) + BitOperations.TrailingZeroCount(left);
                at += Postings.AtLeast(texts[at..], text);
                if (at < texts.Length && texts[at] == text)
                {
                    scores[text] += weights.Of(segment, text, frequencies[at]);
                }
            }
        }
    }
}
