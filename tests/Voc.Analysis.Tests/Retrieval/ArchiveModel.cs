using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Tests.Retrieval;

/// <summary>An index, and beside it what should be in it.</summary>
internal sealed class ArchiveModel
{
    private readonly SortedDictionary<long, IndexEntry> _entries = [];
    private long _sequence;

    public ArchiveIndex Index { get; private set; } = new();

    public BruteForce Texts => new(_entries.Values);

    /// <summary>Loads entries; of some with the same identifier the last.</summary>
    public IndexSnapshot Load(IEnumerable<IndexEntry> entries, bool withTexts = true)
    {
        _entries.Clear();
        Note(entries);
        return Index.Load(_entries.Values.Select(e => withTexts ? e : e with { Text = null }), ++_sequence);
    }

    public IndexSnapshot Apply(IReadOnlyList<IndexEntry> written, params IReadOnlyList<long> deleted)
    {
        foreach (var id in deleted)
        {
            _entries.Remove(id);
        }
        Note(written);
        return Index.Apply(written, deleted, ++_sequence);
    }

    /// <summary>Goes on with another index that brings back what was saved of this one, with the texts.</summary>
    public IndexSnapshot? RestoreFrom(Stream saved)
    {
        Index = new ArchiveIndex();
        var restored = Index.Restore(saved, _ => true);
        AttachTexts();
        return restored;
    }

    public void AttachTexts() => Index.AttachTexts(_entries.Values.Select(e => (e.Id, e.Text!)));

    private void Note(IEnumerable<IndexEntry> entries)
    {
        foreach (var entry in entries)
        {
            _entries[entry.Id] = entry;
        }
    }
}
