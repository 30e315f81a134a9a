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

    /// <summary>Gives segments their texts where they have none. Their identifiers may lie between each other.</summary>
    public static void AttachTexts(IEnumerable<Segment> segments, IEnumerable<(long Id, string Text)> ascendingById)
    {
        var waiting = new PriorityQueue<Waiting, long>(segments.Where(s => s.Texts is null).Select(s => (new Waiting(s), s.Ids[0])));
        foreach (var (id, text) in ascendingById)
        {
            while (waiting.TryPeek(out _, out var next) && next < id)
            {
                Give("");
            }
            if (waiting.TryPeek(out _, out var wanted) && wanted == id)
            {
                Give(ExactText.Normalize(text));
            }
        }
        while (waiting.Count > 0)
        {
            Give("");
        }

        void Give(string text)
        {
            var first = waiting.Dequeue();
            if (first.Take(text) is { } next)
            {
                waiting.Enqueue(first, next);
            }
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

    /// <summary>A segment that gets its texts one after the other.</summary>
    private sealed class Waiting(Segment segment)
    {
        private readonly SegmentTexts.Builder _builder = new();
        private int _taken;

        /// <summary>Takes the next text; tells the identifier of the one after it, or null when all are there.</summary>
        public long? Take(string text)
        {
            _builder.Add(text);
            if (++_taken < segment.Count)
            {
                return segment.Ids[_taken];
            }
            segment.Texts = _builder.Build();
            return null;
        }
    }
}
