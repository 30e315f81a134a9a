namespace Voc.Analysis.Retrieval;

/// <summary>
/// The index of the archive in memory. One writer at a time brings it up to date; each change publishes a snapshot, which any number
/// of threads may ask and which never changes.
/// </summary>
public sealed class ArchiveIndex
{
    private readonly Lock _writing = new();
    private readonly Vocabulary _terms = new();
    private readonly Vocabulary _opinions = new();
    private readonly FieldValues _values = new();
    private IndexSnapshot _current;

    /// <summary>An index of nothing.</summary>
    public ArchiveIndex() => _current = Snapshot([], 0);

    /// <summary>The newest snapshot.</summary>
    public IndexSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Replaces everything.</summary>
    /// <param name="ascendingById">All texts in the order of their identifiers, each once. Either all of them have their text or <see cref="AttachTexts"/> brings it.</param>
    /// <param name="sequence">The event up to which they are.</param>
    /// <exception cref="ArgumentException">They are not in order.</exception>
    public IndexSnapshot Load(IEnumerable<IndexEntry> ascendingById, long sequence)
    {
        ArgumentNullException.ThrowIfNull(ascendingById);
        lock (_writing)
        {
            var views = new List<SegmentView>();
            foreach (var chunk in ascendingById.Chunk(Segment.Capacity))
            {
                if (views.Count > 0 && views[^1].Segment.Ids[^1] >= chunk[0].Id)
                {
                    throw new ArgumentException("Texts are not in the order of their identifiers.", nameof(ascendingById));
                }
                views.Add(new SegmentView(Build(chunk), null));
            }
            return Publish([.. views], sequence);
        }
    }

    /// <summary>Brings in what was written and takes out what was deleted.</summary>
    /// <param name="written">New texts and new versions of known ones, with their texts; of one that is there twice the last counts.</param>
    /// <param name="deleted">Texts that are gone; what is also written stays.</param>
    /// <param name="sequence">The event up to which this is.</param>
    public IndexSnapshot Apply(IReadOnlyList<IndexEntry> written, IReadOnlyList<long> deleted, long sequence)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(deleted);
        lock (_writing)
        {
            var newest = new SortedDictionary<long, IndexEntry>();
            foreach (var entry in written)
            {
                newest[entry.Id] = entry;
            }
            var gone = newest.Keys.Concat(deleted).ToHashSet();
            var views = new List<SegmentView>();
            foreach (var view in Current.Views)
            {
                views.Add(view.Without(gone));
            }
            foreach (var chunk in newest.Values.Chunk(Segment.Capacity))
            {
                views.Add(new SegmentView(Build(chunk), null));
            }
            return Publish([.. views.Where(v => v.Live > 0)], sequence);
        }
    }

    /// <summary>Brings the texts of what was loaded without. Queries for exact strings that came earlier wait for them.</summary>
    /// <param name="ascendingById">Texts as they were said, in the order of their identifiers. What is missing counts as empty; what is not loaded is left out.</param>
    public void AttachTexts(IEnumerable<(long Id, string Text)> ascendingById)
    {
        ArgumentNullException.ThrowIfNull(ascendingById);
        var waiting = Current.Views.Select(v => v.Segment).Where(s => s.Texts is null).OrderBy(s => s.Ids[0]).ToArray();
        using var texts = ascendingById.GetEnumerator();
        var more = texts.MoveNext();
        foreach (var segment in waiting)
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
        lock (_writing)
        {
            Publish(Current.Views, Current.Sequence);
        }
    }

    private Segment Build(IndexEntry[] entries)
    {
        var builder = new SegmentBuilder(_terms, _opinions, _values);
        foreach (var entry in entries)
        {
            builder.Add(entry);
        }
        var segment = builder.Build();
        if (Array.TrueForAll(entries, e => e.Text is not null))
        {
            var texts = new SegmentTexts.Builder();
            foreach (var entry in entries)
            {
                texts.Add(ExactText.Normalize(entry.Text!));
            }
            segment.Texts = texts.Build();
        }
        return segment;
    }

    private IndexSnapshot Publish(SegmentView[] views, long sequence)
    {
        var snapshot = Snapshot(views, sequence);
        Volatile.Write(ref _current, snapshot);
        return snapshot;
    }

    private IndexSnapshot Snapshot(SegmentView[] views, long sequence) => new(views, sequence, _terms, _opinions, _values);
}
