using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Saved;

/// <summary>What segments share, as it is saved: the terms, opinions and values that some text has, in their new order.</summary>
internal sealed class SavedTables
{
    private readonly IndexTables _tables;

    public SavedTables(IndexTables tables, IReadOnlyList<Segment> segments)
    {
        _tables = tables;
        Terms = Numbering.Of(Uses(segments, s => s.Postings, tables.Terms.Count));
        Opinions = Numbering.Of(Uses(segments, s => s.OpinionPostings, tables.Opinions.Keys.Count));
        var fields = tables.Fields;
        // The first product and the first customer segment are those of texts without one.
        Products = Numbering.Of(Uses(segments, s => s.Products, fields.Products.Count), 1);
        CustomerSegments = Numbering.Of(Uses(segments, s => s.CustomerSegments, fields.CustomerSegments.Count), 1);
        Sources = Numbering.Of(Uses(segments, s => s.Sources, fields.Sources.Count));
        Languages = Numbering.Of(Uses(segments, s => s.Languages, fields.Languages.Count));
        Topics = Numbering.Of(Uses(segments, s => s.Topics, fields.Topics.Count));
        Intents = Numbering.Of(Uses(segments, s => s.Intents, fields.Intents.Count));
        ScoreSets = Numbering.Of(Uses(segments, s => s.ScoreSets, fields.Scores.Count));
        AttributeSets = Numbering.Of(Uses(segments, s => s.AttributeSets, fields.Attributes.Count));
    }

    public Numbering Terms { get; }

    public Numbering Opinions { get; }

    public Numbering Products { get; }

    public Numbering CustomerSegments { get; }

    public Numbering Sources { get; }

    public Numbering Languages { get; }

    public Numbering Topics { get; }

    public Numbering Intents { get; }

    public Numbering ScoreSets { get; }

    public Numbering AttributeSets { get; }

    public void Write(BlockWriter to)
    {
        Write(to, Terms, _tables.Terms);
        Write(to, Opinions, _tables.Opinions.Keys);
        var fields = _tables.Fields;
        Write(to, Products, fields.Products.Keys());
        Write(to, CustomerSegments, fields.CustomerSegments.Keys());
        Write(to, Sources, fields.Sources.Keys());
        Write(to, Languages, fields.Languages.Keys());
        Write(to, Topics, fields.Topics.Keys());
        Write(to, Intents, fields.Intents.Keys());
        Write(to, ScoreSets, fields.Scores.Keys());
        Write(to, AttributeSets, fields.Attributes.Keys());
    }

    /// <summary>Makes tables in which everything has the ordinals it was saved with.</summary>
    public static IndexTables Read(ref BlockReader from)
    {
        var tables = new IndexTables();
        for (var left = from.Int(); left > 0; left--)
        {
            tables.Terms.Add(from.Bytes());
        }
        for (var left = from.Int(); left > 0; left--)
        {
            tables.Opinions.Add(from.Bytes());
        }
        var fields = tables.Fields;
        Read(ref from, fields.Products);
        Read(ref from, fields.CustomerSegments);
        Read(ref from, fields.Sources);
        Read(ref from, fields.Languages);
        Read(ref from, fields.Topics);
        Read(ref from, fields.Intents);
        Read(ref from, fields.Scores);
        Read(ref from, fields.Attributes);
        return tables;
    }

    private static int[] Uses(IReadOnlyList<Segment> segments, Func<Segment, Postings> of, int count)
    {
        var uses = new int[count];
        foreach (var postings in segments.Select(of))
        {
            for (var i = 0; i < postings.Terms.Length; i++)
            {
                uses[postings.Terms[i]] += postings.Count(i);
            }
        }
        return uses;
    }

    private static int[] Uses(IReadOnlyList<Segment> segments, Func<Segment, Codes> of, int count)
    {
        var uses = new int[count];
        foreach (var value in segments.SelectMany(s => of(s).Values))
        {
            uses[value]++;
        }
        return uses;
    }

    private static void Write(BlockWriter to, Numbering numbering, Vocabulary words)
    {
        to.Number(numbering.Ordinals.Length);
        foreach (var ordinal in numbering.Ordinals)
        {
            to.Bytes(words.Utf8(ordinal));
        }
    }

    private static void Write(BlockWriter to, Numbering numbering, string[] keys)
    {
        to.Number(numbering.Ordinals.Length);
        foreach (var ordinal in numbering.Ordinals)
        {
            to.Text(keys[ordinal]);
        }
    }

    private static void Read<T>(ref BlockReader from, Interned<T> values)
    {
        for (var left = from.Int(); left > 0; left--)
        {
            values.Of(from.Text());
        }
    }
}
