using Voc.Analysis.Retrieval.Saved;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval;

/// <summary>
/// The index of the archive in memory. One writer at a time brings it up to date; each change publishes a snapshot, which any number
/// of threads may ask and which never changes. Small segments are merged at once, larger ones in the background.
/// </summary>
public sealed class ArchiveIndex
{
    private readonly Lock _writing = new();
    private IndexSnapshot _current = new([], new IndexTables(), 0);
    private Task _merging = Task.CompletedTask;

    /// <summary>The newest snapshot.</summary>
    public IndexSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Ends when nothing is being merged.</summary>
    internal Task Settled
    {
        get
        {
            lock (_writing)
            {
                return _merging;
            }
        }
    }

    /// <summary>Replaces everything.</summary>
    /// <param name="ascendingById">All texts in the order of their identifiers, each once. Either they have their text or <see cref="AttachTexts"/> brings it.</param>
    /// <param name="sequence">The event up to which they are.</param>
    /// <exception cref="ArgumentException">They are not in order; nothing is replaced.</exception>
    public IndexSnapshot Load(IEnumerable<IndexEntry> ascendingById, long sequence)
    {
        ArgumentNullException.ThrowIfNull(ascendingById);
        lock (_writing)
        {
            var tables = new IndexTables();
            var views = IndexLoader.Load(ascendingById, tables);
            if (views.Exists(v => v.Segment.Texts is null))
            {
                tables.HasTexts.Reset();
            }
            _ = Task.Run(tables.Terms.Sort);
            return Publish([.. views], tables, sequence);
        }
    }

    /// <summary>Saves a snapshot without its texts. What is gone from it, and what only that said, is not saved.</summary>
    /// <param name="snapshot">What to save.</param>
    /// <param name="state">Tells <see cref="Restore"/> what it was a snapshot of.</param>
    /// <param name="to">Where to.</param>
    public static void Save(IndexSnapshot snapshot, string state, Stream to)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(to);
        SavedIndex.Write(snapshot, state, to);
    }

    /// <summary>Replaces everything by what was saved; <see cref="AttachTexts"/> brings the texts.</summary>
    /// <param name="from">What <see cref="Save"/> wrote; can be positioned.</param>
    /// <param name="accepts">Whether what was saved with a state is what is wanted.</param>
    /// <returns>Null, and nothing is replaced, where it is not accepted or another version of the product saved it.</returns>
    /// <exception cref="InvalidDataException">It is damaged; nothing is replaced.</exception>
    public IndexSnapshot? Restore(Stream from, Func<string, bool> accepts)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(accepts);
        lock (_writing)
        {
            if (SavedIndex.Read(from, accepts) is not { } saved)
            {
                return null;
            }
            if (saved.Views.Length > 0)
            {
                saved.Tables.HasTexts.Reset();
            }
            _ = Task.Run(saved.Tables.Terms.Sort);
            return Publish(saved.Views, saved.Tables, saved.Sequence);
        }
    }

    /// <summary>Brings in what was written and takes out what was deleted.</summary>
    /// <param name="written">New texts and new versions of known ones, with their texts, in any order; of one that is there twice the last counts.</param>
    /// <param name="deleted">Texts that are gone; those that are also written stay.</param>
    /// <param name="sequence">The event up to which this is.</param>
    /// <exception cref="ArgumentException">A written one has no text; nothing is changed.</exception>
    public IndexSnapshot Apply(IReadOnlyList<IndexEntry> written, IReadOnlyList<long> deleted, long sequence)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(deleted);
        if (written.Any(entry => entry.Text is null))
        {
            throw new ArgumentException("What is written to the index has its text.", nameof(written));
        }
        lock (_writing)
        {
            var tables = Current.Tables;
            var newest = new SortedDictionary<long, IndexEntry>();
            foreach (var entry in written)
            {
                newest[entry.Id] = entry;
            }
            HashSet<long> gone = [.. newest.Keys, .. deleted];
            List<SegmentView> views = [.. Current.Views.Select(view => view.Without(gone)).Where(view => view.Live > 0)];
            views.AddRange(newest.Values.Chunk(Segment.Capacity).Select(entries => IndexLoader.Build(entries, tables)));
            Merging.MergeSmall(views, tables);
            var snapshot = Publish([.. views], tables, sequence);
            MergeLarge();
            return snapshot;
        }
    }

    /// <summary>Brings the texts of what was loaded without. Queries for exact strings that came before wait for them.</summary>
    /// <param name="ascendingById">Texts as they were said, in the order of their identifiers. What is missing counts as empty; what was not loaded is passed over.</param>
    public void AttachTexts(IEnumerable<(long Id, string Text)> ascendingById)
    {
        ArgumentNullException.ThrowIfNull(ascendingById);
        var snapshot = Current;
        IndexLoader.AttachTexts(snapshot.Views.Select(v => v.Segment), ascendingById);
        snapshot.Tables.HasTexts.Set();
        lock (_writing)
        {
            MergeLarge();
        }
    }

    private IndexSnapshot Publish(SegmentView[] views, IndexTables tables, long sequence)
    {
        var snapshot = new IndexSnapshot(views, tables, sequence);
        Volatile.Write(ref _current, snapshot);
        return snapshot;
    }

    private void MergeLarge()
    {
        if (_merging.IsCompleted && Merging.Choose(Current.Views) is { } chosen)
        {
            var tables = Current.Tables;
            _merging = Task.Run(() => Replace(chosen, Merging.Merge(chosen, tables), tables));
        }
    }

    /// <summary>Puts a merged segment in the place of those it was made of, without what went from them meanwhile.</summary>
    private void Replace(IReadOnlyList<SegmentView> merged, Segment segment, IndexTables tables)
    {
        lock (_writing)
        {
            if (Current.Tables != tables)
            {
                return;
            }
            var gone = Merging.GoneSince(merged, Current.Views);
            HashSet<Segment> replaced = [.. merged.Select(v => v.Segment)];
            var view = new SegmentView(segment).Without(gone);
            Publish([.. Current.Views.Where(v => !replaced.Contains(v.Segment)), .. view.Live > 0 ? [view] : Array.Empty<SegmentView>()], tables, Current.Sequence);
            _merging = Task.CompletedTask;
            MergeLarge();
        }
    }
}
