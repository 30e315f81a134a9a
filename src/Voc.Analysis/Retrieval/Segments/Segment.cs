namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Texts of the index with ascending identifiers, by columns. Nothing in it changes, but that the texts themselves may come later.</summary>
internal sealed class Segment
{
    /// <summary>The most texts of a segment, so that a place in it takes 16 bits and a set of its texts 8 KiB.</summary>
    public const int Capacity = 1 << 16;

    private SegmentTexts? _texts;

    public required IndexTables Tables { get; init; }

    public required long[] Ids { get; init; }

    public required short[] Scores { get; init; }

    public required ulong[] Customers { get; init; }

    public required Codes Days { get; init; }

    public required Codes Channels { get; init; }

    /// <summary>By <see cref="SentimentLabel"/>.</summary>
    public required Codes Sentiments { get; init; }

    public required Codes Sources { get; init; }

    public required Codes Products { get; init; }

    public required Codes CustomerSegments { get; init; }

    public required Codes Languages { get; init; }

    public required Codes Topics { get; init; }

    public required Codes Intents { get; init; }

    public required Codes ScoreSets { get; init; }

    public required Codes AttributeSets { get; init; }

    public required Rows Terms { get; init; }

    /// <summary>The words that are several terms.</summary>
    public required CompoundRows Compounds { get; init; }

    /// <summary>The texts of each term, and of each word that is several.</summary>
    public required Postings Postings { get; init; }

    /// <summary>For each of the <see cref="Postings"/> in how many texts it is only a part of other words.</summary>
    public required int[] PartsOnly { get; init; }

    public required Rows Opinions { get; init; }

    public required Postings OpinionPostings { get; init; }

    /// <summary>How many terms each text has; 255 stands for more, too.</summary>
    public required byte[] Lengths { get; init; }

    public required ulong[] Simhashes { get; init; }

    /// <summary>See <see cref="IndexEntry.Wording"/>.</summary>
    public required long[] Wordings { get; init; }

    /// <summary>The texts, once they are there. Set once.</summary>
    public SegmentTexts? Texts
    {
        get => Volatile.Read(ref _texts);
        set => Volatile.Write(ref _texts, value);
    }

    public int Count => Ids.Length;

    /// <summary>How many terms each text has, up to 255.</summary>
    public static byte[] LengthsOf(Rows terms) => [.. Enumerable.Range(0, terms.Count).Select(text => (byte)Math.Min(byte.MaxValue, terms.Length(text)))];

    /// <summary>Where a text is, or -1.</summary>
    public int IndexOf(long id)
    {
        if (id < Ids[0] || id > Ids[^1])
        {
            return -1;
        }
        var at = Array.BinarySearch(Ids, id);
        return at < 0 ? -1 : at;
    }
}
