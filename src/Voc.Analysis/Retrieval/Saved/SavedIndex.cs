using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Saved;

/// <summary>
/// An index in a file, from which it is back in a fraction of the time that reading all entries takes. Texts that are gone are not in it,
/// nor what only they said. The format is of this version of the product alone, since the index can always be made anew.
/// </summary>
internal static class SavedIndex
{
    // To be changed with whatever is saved in another way.
    private const string Format = "Voc index 2";

    public static void Write(IndexSnapshot snapshot, string state, Stream to)
    {
        List<Segment> segments = [.. snapshot.Views.Select(v => v.Dead is null ? v.Segment : Merging.Merge([v], snapshot.Tables)).Where(s => s.Count > 0).OrderBy(s => s.Ids[0])];
        var tables = new SavedTables(snapshot.Tables, segments);
        var block = new BlockWriter();
        block.Text(Format);
        block.Text(state);
        block.Number((ulong)snapshot.Sequence);
        block.Number(segments.Count);
        block.End(to);
        tables.Write(block);
        block.End(to);
        foreach (var segment in segments)
        {
            SavedSegment.Write(block, segment, tables);
            block.End(to);
        }
    }

    /// <summary>Reads what was written in a state that the caller accepts; null for another, or another format.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static IndexSnapshot? Read(Stream from, Func<string, bool> accepts)
    {
        try
        {
            var head = new BlockReader(BlockReader.Next(from));
            if (head.Text() != Format || !accepts(head.Text()))
            {
                return null;
            }
            var (sequence, count) = ((long)head.Number(), head.Int());
            var shared = new BlockReader(BlockReader.Next(from));
            var tables = SavedTables.Read(ref shared);
            var segments = new List<Task<Segment>>();
            for (var i = 0; i < count; i++)
            {
                var block = BlockReader.Next(from);
                segments.Add(Task.Run(() => SavedSegment.Read(block, tables)));
            }
            return new IndexSnapshot([.. segments.Select(s => new SegmentView(s.GetAwaiter().GetResult()))], tables, sequence);
        }
        catch (Exception wrong) when (wrong is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw BlockReader.Damaged();
        }
    }
}
