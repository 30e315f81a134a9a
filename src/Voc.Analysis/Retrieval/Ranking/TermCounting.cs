using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Counts in how many texts of a result each term is.</summary>
/// <param name="vocabulary">How many terms there may be.</param>
internal sealed class TermCounting(int vocabulary)
{
    private readonly Counter[] _counters = new Counter[vocabulary];
    private readonly List<int> _parts = [];
    private int _texts;

    /// <summary>What was counted, by the terms' ordinals.</summary>
    public int[] Counts() => Array.ConvertAll(_counters, c => c.Count);

    /// <summary>Counts texts of a segment by the words they have: a term does not count where it is only a part of words.</summary>
    public void AddWords(MatchedPart part)
    {
        Add(part);
        if (part.Segment.Compounds.Items.Length > 0)
        {
            TakePartsOut(part);
        }
    }

    /// <summary>Counts texts of a segment.</summary>
    public void Add(MatchedPart part)
    {
        var postings = part.Segment.Postings;
        if (part.Count == part.Segment.Count)
        {
            for (var i = 0; i < postings.Terms.Length; i++)
            {
                _counters[postings.Terms[i]].Count += postings.Count(i);
            }
        }
        else if (part.Count > part.Segment.Count / 6)
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
            _counters[postings.Terms[i]].Count += count;
        }
    }

    private void ByText(MatchedPart part)
    {
        foreach (var text in new TextsOf(part.Texts))
        {
            _texts++;
            foreach (var term in part.Segment.Terms[text])
            {
                See(term);
            }
            foreach (ref readonly var compound in part.Segment.Compounds[text])
            {
                See(compound.Word);
            }
        }
    }

    private void See(int term)
    {
        ref var counter = ref _counters[term];
        counter.Count += counter.SeenIn == _texts ? 0 : 1;
        counter.SeenIn = _texts;
    }

    private void TakePartsOut(MatchedPart part)
    {
        var segment = part.Segment;
        if (part.Count == segment.Count)
        {
            for (var i = 0; i < segment.PartsOnly.Length; i++)
            {
                _counters[segment.Postings.Terms[i]].Count -= segment.PartsOnly[i];
            }
            return;
        }
        foreach (var text in new TextsOf(part.Texts))
        {
            if (!segment.Compounds[text].IsEmpty)
            {
                PartsOnly.Of(segment.Terms[text], segment.Compounds, text, _parts);
                foreach (var term in _parts)
                {
                    _counters[term].Count--;
                }
            }
        }
    }

    /// <summary>How many texts have a term, and the number of the last; together, so that they are in one place of memory.</summary>
    private struct Counter
    {
        public int Count;
        public int SeenIn;
    }
}
