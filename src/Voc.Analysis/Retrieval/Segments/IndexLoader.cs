namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Makes segments of entries. Reading them, looking up their terms and building segments go on side by side.</summary>
internal static class IndexLoader
{
    // Segments are made of whole batches.
    private const int Batch = Segment.Capacity / 16;

    private static readonly int Ahead = 2 * Environment.ProcessorCount;

    /// <summary>Makes the segments of a whole archive.</summary>
    /// <exception cref="ArgumentException">They are not in order.</exception>
    public static List<SegmentView> Load(IEnumerable<IndexEntry> ascendingById, IndexTables tables)
    {
        var drafts = new Queue<Task<SegmentDraft>>();
        var segments = new List<Task<Segment>>();
        var last = new SegmentDraft(tables);
        foreach (var batch in ascendingById.Chunk(Batch))
        {
            drafts.Enqueue(Task.Run(() => Draft(batch, tables)));
            if (drafts.Count > Ahead)
            {
                last = Take(last, drafts.Dequeue(), segments, tables);
            }
        }
        while (drafts.TryDequeue(out var draft))
        {
            last = Take(last, draft, segments, tables);
        }
        if (last.Count > 0)
        {
            segments.Add(Task.Run(last.Build));
        }
        return [.. segments.Select(s => new SegmentView(s.GetAwaiter().GetResult()))];
    }

    /// <summary>Makes a segment of entries in the order of their identifiers.</summary>
    public static SegmentView Build(IEnumerable<IndexEntry> entries, IndexTables tables) => new(Draft(entries, tables).Build());

    /// <summary>Gives segments their texts where they have none.</summary>
    public static void AttachTexts(IEnumerable<Segment> segments, IEnumerable<(long Id, string Text)> ascendingById)
    {
        using var texts = ascendingById.GetEnumerator();
        var more = texts.MoveNext();
        foreach (var segment in segments.Where(s => s.Texts is null).OrderBy(s => s.Ids[0]))
        {
            var builder = new SegmentTexts.Builder();
            foreach (var id in segment.Ids)
            {
                while (more && texts.Current.Id < id)
                {
                    more = texts.MoveNext();
                }
                builder.Add(more && texts.Current.Id == id ? ExactText.Normalize(texts.Current.Text) : "");
            }
            segment.Texts = builder.Build();
        }
    }

    private static SegmentDraft Draft(IEnumerable<IndexEntry> entries, IndexTables tables)
    {
        var draft = new SegmentDraft(tables);
        foreach (var entry in entries)
        {
            draft.Add(entry);
        }
        return draft;
    }

    /// <summary>Puts what was drafted behind what was drafted before. What has become a whole segment is built, and a new draft begun.</summary>
    private static SegmentDraft Take(SegmentDraft last, Task<SegmentDraft> next, List<Task<Segment>> segments, IndexTables tables)
    {
        last.Add(next.GetAwaiter().GetResult());
        if (last.Count < Segment.Capacity)
        {
            return last;
        }
        segments.Add(Task.Run(last.Build));
        return new SegmentDraft(tables);
    }
}
