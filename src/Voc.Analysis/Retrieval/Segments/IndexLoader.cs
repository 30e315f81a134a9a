using System.Collections.Concurrent;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Makes segments of entries. Reading them, looking up their terms and building segments go on side by side.</summary>
internal static class IndexLoader
{
    private const int Batch = 1024;
    private const int Ahead = 8;

    /// <summary>Makes the segments of a whole archive.</summary>
    public static List<SegmentView> Load(IEnumerable<IndexEntry> ascendingById, IndexTables tables)
    {
        using var read = new BlockingCollection<IndexEntry[]>(Ahead);
        var built = Task.Run(() => BuildAll(read, tables));
        try
        {
            foreach (var batch in ascendingById.Chunk(Batch))
            {
                if (built.IsCompleted)
                {
                    break;
                }
                while (!read.TryAdd(batch, 100) && !built.IsCompleted)
                {
                }
            }
        }
        finally
        {
            read.CompleteAdding();
        }
        return built.GetAwaiter().GetResult();
    }

    /// <summary>Makes a segment of entries in the order of their identifiers.</summary>
    public static SegmentView Build(IEnumerable<IndexEntry> entries, IndexTables tables)
    {
        var draft = new SegmentDraft(tables);
        foreach (var entry in entries)
        {
            draft.Add(entry);
        }
        return new SegmentView(draft.Build());
    }

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

    private static List<SegmentView> BuildAll(BlockingCollection<IndexEntry[]> batches, IndexTables tables)
    {
        var building = new List<Task<Segment>>();
        var draft = new SegmentDraft(tables);
        var last = long.MinValue;
        foreach (var entry in batches.GetConsumingEnumerable().SelectMany(batch => batch))
        {
            if (entry.Id <= last)
            {
                throw new ArgumentException($"Text {entry.Id} does not come after text {last}.");
            }
            last = entry.Id;
            draft.Add(entry);
            if (draft.Count == Segment.Capacity)
            {
                var full = draft;
                building.Add(Task.Run(full.Build));
                draft = new SegmentDraft(tables);
            }
        }
        if (draft.Count > 0)
        {
            building.Add(Task.Run(draft.Build));
        }
        return [.. building.Select(b => new SegmentView(b.GetAwaiter().GetResult()))];
    }
}
