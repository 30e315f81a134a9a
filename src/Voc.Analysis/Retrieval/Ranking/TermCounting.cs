using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Counts in how many texts of a result each term is.</summary>
internal sealed class TermCounting(int[] counts)
{
    private int[] _seenIn = [];
    private int _texts;

    /// <summary>Counts texts of a segment.</summary>
    public void Add(MatchedPart part)
    {
        var postings = part.Segment.Postings;
        if (part.Count == part.Segment.Count)
        {
            for (var i = 0; i < postings.Terms.Length; i++)
            {
                counts[postings.Terms[i]] += postings.Count(i);
            }
        }
        else if (part.Count > part.Segment.Count / 3)
        {
            ByTerm(part, postings);
        }
        else
        {
            ByText(part);
        }
    }

    private void ByTerm(MatchedPart part, Postings postings)
    {
        for (var i = 0; i < postings.Terms.Length; i++)
        {
            var count = 0;
            foreach (var text in postings.TextsOf(i))
            {
                count += (int)(part.Texts[text >> 6] >> text & 1);
            }
            counts[postings.Terms[i]] += count;
        }
    }

    private void ByText(MatchedPart part)
    {
        if (_seenIn.Length == 0)
        {
            _seenIn = new int[counts.Length];
        }
        foreach (var text in new TextsOf(part.Texts))
        {
            _texts++;
            foreach (var term in part.Segment.Terms[text])
            {
                if (_seenIn[term] != _texts)
                {
                    _seenIn[term] = _texts;
                    counts[term]++;
                }
            }
        }
    }
}
