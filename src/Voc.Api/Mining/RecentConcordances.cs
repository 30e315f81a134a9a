namespace Voc.Api.Mining;

/// <summary>Keeps what was located last, for as long as the same texts are found. Safe for any number of threads.</summary>
/// <param name="kept">How many.</param>
internal sealed class RecentConcordances<T>(int kept)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, T Places)> _entries = [];

    /// <summary>What was located for a key, or what locating it now gives.</summary>
    public T GetOrAdd(string key, Func<T> locate)
    {
        lock (_lock)
        {
            for (var entry = _entries.First; entry is not null; entry = entry.Next)
            {
                if (entry.Value.Key == key)
                {
                    _entries.Remove(entry);
                    _entries.AddFirst(entry);
                    return entry.Value.Places;
                }
            }
        }
        var places = locate();
        lock (_lock)
        {
            _entries.AddFirst((key, places));
            while (_entries.Count > kept)
            {
                _entries.RemoveLast();
            }
        }
        return places;
    }
}
