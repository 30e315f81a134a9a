using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Saved;

/// <summary>A segment as it is saved. Postings and lengths are made anew of the terms, and the texts come from elsewhere.</summary>
internal static class SavedSegment
{
    public static void Write(BlockWriter to, Segment segment, SavedTables tables)
    {
        to.Number(segment.Count);
        var last = 0L;
        foreach (var id in segment.Ids)
        {
            to.Number((ulong)(id - last));
            last = id;
        }
        to.Raw<short>(segment.Scores);
        to.Raw<ulong>(segment.Customers);
        Write(to, segment.Days, day => day);
        Write(to, segment.Channels, channel => channel);
        Write(to, segment.Sentiments, sentiment => sentiment);
        Write(to, segment.Sources, source => tables.Sources[source]);
        Write(to, segment.Products, product => tables.Products[product]);
        Write(to, segment.CustomerSegments, customers => tables.CustomerSegments[customers]);
        Write(to, segment.Languages, language => tables.Languages[language]);
        Write(to, segment.Topics, set => tables.Topics[set]);
        Write(to, segment.Intents, set => tables.Intents[set]);
        Write(to, segment.ScoreSets, set => tables.ScoreSets[set]);
        Write(to, segment.AttributeSets, set => tables.AttributeSets[set]);
        Write(to, segment.Terms, tables.Terms);
        Write(to, segment.Compounds, tables.Terms);
        Write(to, segment.Opinions, tables.Opinions);
        to.Raw<ulong>(segment.Simhashes);
        to.Raw<long>(segment.Wordings);
    }

    public static Segment Read(Block block, IndexTables tables)
    {
        var from = new BlockReader(block);
        var count = from.Int();
        var ids = new long[count];
        for (var (i, last) = (0, 0L); i < count; i++)
        {
            last = ids[i] = last + (long)from.Number();
        }
        var (scores, customers) = (from.Raw<short>(count), from.Raw<ulong>(count));
        var columns = new Codes[11];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = ReadCodes(ref from, count);
        }
        var terms = ReadRows(ref from, count);
        var compounds = ReadCompounds(ref from, count);
        var opinions = ReadRows(ref from, count);
        var postings = PostingsBuilder.Build(compounds.With(terms), tables.Terms.Count);
        return new Segment
        {
            Tables = tables,
            Ids = ids,
            Scores = scores,
            Customers = customers,
            Days = columns[0],
            Channels = columns[1],
            Sentiments = columns[2],
            Sources = columns[3],
            Products = columns[4],
            CustomerSegments = columns[5],
            Languages = columns[6],
            Topics = columns[7],
            Intents = columns[8],
            ScoreSets = columns[9],
            AttributeSets = columns[10],
            Terms = terms,
            Compounds = compounds,
            Postings = postings,
            PartsOnly = PartsOnly.Count(terms, compounds, postings),
            Opinions = opinions,
            OpinionPostings = PostingsBuilder.Build(opinions, tables.Opinions.Keys.Count),
            Lengths = Segment.LengthsOf(terms),
            Simhashes = from.Raw<ulong>(count),
            Wordings = from.Raw<long>(count),
        };
    }

    private static void Write(BlockWriter to, Codes column, Func<int, int> number)
    {
        to.Number(column.Values.Length);
        foreach (var value in column.Values)
        {
            to.Number(number(value));
        }
        if (column.Values.Length > 256)
        {
            to.Raw<ushort>(column.Texts);
        }
        else if (column.Values.Length > 1)
        {
            to.Raw<byte>(Array.ConvertAll(column.Texts, code => (byte)code));
        }
    }

    private static Codes ReadCodes(ref BlockReader from, int count)
    {
        var values = new int[from.Int()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = from.Int();
        }
        return new Codes(
            values.Length switch
            {
                > 256 => from.Raw<ushort>(count),
                > 1 => Array.ConvertAll(from.Raw<byte>(count), code => (ushort)code),
                _ => new ushort[count],
            },
            values);
    }

    private static void Write(BlockWriter to, Rows rows, Numbering numbering)
    {
        to.Number(rows.Items.Length);
        for (var text = 0; text < rows.Count; text++)
        {
            to.Number(rows.Length(text));
            foreach (var item in rows[text])
            {
                to.Number(numbering[item]);
            }
        }
    }

    private static void Write(BlockWriter to, CompoundRows compounds, Numbering numbering)
    {
        to.Number(compounds.Items.Length);
        for (var text = 0; text < compounds.Starts.Length - 1; text++)
        {
            to.Number(compounds[text].Length);
            foreach (ref readonly var compound in compounds[text])
            {
                to.Number(numbering[compound.Word]);
                to.Number(compound.First);
                to.Number(compound.Count);
            }
        }
    }

    private static CompoundRows ReadCompounds(ref BlockReader from, int count)
    {
        var (starts, items) = (new int[count + 1], new Compound[from.Int()]);
        for (var text = 0; text < count; text++)
        {
            starts[text + 1] = starts[text] + from.Int();
            for (var i = starts[text]; i < starts[text + 1]; i++)
            {
                if (!Compound.TryMake(from.Int(), from.Int(), from.Int(), out items[i]))
                {
                    throw BlockReader.Damaged();
                }
            }
        }
        return new CompoundRows(starts, items);
    }

    private static Rows ReadRows(ref BlockReader from, int count)
    {
        var (starts, items) = (new int[count + 1], new int[from.Int()]);
        for (var text = 0; text < count; text++)
        {
            starts[text + 1] = starts[text] + from.Int();
            for (var i = starts[text]; i < starts[text + 1]; i++)
            {
                items[i] = from.Int();
            }
        }
        return new Rows(starts, items);
    }
}
