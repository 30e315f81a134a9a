using Voc.Analysis.Retrieval;

namespace Voc.Api.Mining;

/// <summary>Keeps what was located last, for as long as the archive stays as it is. Safe for any number of threads.</summary>
internal sealed class RecentConcordances
{
    private const int Kept = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<Entry> _entries = [];

    /// <summary>What was located for a key in this very state of the archive, or what locating it now gives.</summary>
    public KeywordPlace[] GetOrAdd(IndexSnapshot snapshot, string key, Func<KeywordPlace[]> locate)
    {
        lock (_lock)
        {
            if (_entries.FirstOrDefault(e => e.Key == key && e.Snapshot.TryGetTarget(out var of) && ReferenceEquals(of, snapshot)) is { } known)
            {
                _entries.Remove(known);
                _entries.AddFirst(known);
                return known.Places;
            }
        }
        var places = locate();
        lock (_lock)
        {
            _entries.AddFirst(new Entry(new WeakReference<IndexSnapshot>(snapshot), key, places));
            while (_entries.Count > Kept)
            {
                _entries.RemoveLast();
            }
        }
        return places;
    }

    /// <summary>The snapshot is not kept alive: another has mostly taken its place.</summary>
    private sealed record Entry(WeakReference<IndexSnapshot> Snapshot, string Key, KeywordPlace[] Places);
}
