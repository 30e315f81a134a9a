namespace Voc.Analysis.Retrieval.Segments;

/// <summary>A segment as a snapshot sees it: without the texts that have newer versions or are gone.</summary>
internal sealed class SegmentView
{
    private SegmentView(Segment segment, ulong[]? dead, int live, long liveTerms) =>
        (Segment, Dead, Live, LiveTerms) = (segment, dead, live, liveTerms);

    public SegmentView(Segment segment)
        : this(segment, null, segment.Count, segment.Terms.Items.Length)
    {
    }

    public Segment Segment { get; }

    /// <summary>The texts that are no longer there, or null where all are.</summary>
    public ulong[]? Dead { get; }

    /// <summary>How many texts are there.</summary>
    public int Live { get; }

    /// <summary>How many terms they have together.</summary>
    public long LiveTerms { get; }

    public int Words => Bits.Words(Segment.Count);

    public bool IsLive(int text) => Dead is null || !Bits.Has(Dead, text);

    /// <summary>Where a text is, or -1.</summary>
    public int IndexOf(long id) => Segment.IndexOf(id) is var at && at >= 0 && IsLive(at) ? at : -1;

    /// <summary>Fills a set with the texts that are there; tells how many.</summary>
    /// <param name="firstWord">Word of the set of all texts with which this one begins.</param>
    /// <param name="bits">The set.</param>
    public int LiveTexts(int firstWord, Span<ulong> bits)
    {
        var texts = Math.Min(bits.Length << 6, Segment.Count - (firstWord << 6));
        Bits.Fill(bits, texts);
        return Dead is null ? texts : Bits.Remove(bits, Dead.AsSpan(firstWord));
    }

    /// <summary>In how many of its texts a term is.</summary>
    public int DocumentFrequency(int term) => Count(Segment.Postings, term);

    /// <summary>In how many of its texts an ordinal of some postings is.</summary>
    public int Count(Postings postings, int ordinal)
    {
        var index = postings.IndexOf(ordinal);
        if (index < 0)
        {
            return 0;
        }
        var count = postings.Count(index);
        if (Dead is not null)
        {
            foreach (var text in postings.TextsOf(index))
            {
                count -= Bits.Has(Dead, text) ? 1 : 0;
            }
        }
        return count;
    }

    /// <summary>The segment without texts that are not there any more.</summary>
    public SegmentView Without(IReadOnlyCollection<long> ids)
    {
        ulong[]? dead = null;
        var (live, terms) = (Live, LiveTerms);
        foreach (var id in ids)
        {
            var at = IndexOf(id);
            if (at >= 0 && (dead is null || !Bits.Has(dead, at)))
            {
                dead ??= Dead is null ? new ulong[Words] : [.. Dead];
                Bits.Add(dead, at);
                live--;
                terms -= Segment.Terms.Length(at);
            }
        }
        return dead is null ? this : new SegmentView(Segment, dead, live, terms);
    }
}
