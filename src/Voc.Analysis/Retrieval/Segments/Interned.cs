using System.Collections.Concurrent;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Values by ordinals in the order they were first seen, each made once from the string it is known by. Safe for any number of threads.
/// </summary>
internal sealed class Interned<T>(Func<string, T> make)
{
    private readonly ConcurrentDictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Lock _adding = new();
    private T[] _values = [];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public T this[int ordinal] => Volatile.Read(ref _values)[ordinal];

    /// <summary>The ordinal of a value, which is added where it is new.</summary>
    public int Of(string key) => _ordinals.TryGetValue(key, out var ordinal) ? ordinal : Add(key);

    /// <summary>What each value is known by, in the order of ordinals; those added meanwhile may be missing.</summary>
    public string[] Keys() => [.. _ordinals.ToArray().OrderBy(o => o.Value).Select(o => o.Key)];

    private int Add(string key)
    {
        lock (_adding)
        {
            if (_ordinals.TryGetValue(key, out var known))
            {
                return known;
            }
            var ordinal = _count;
            if (ordinal == _values.Length)
            {
                var larger = new T[Math.Max(64, 2 * ordinal)];
                _values.CopyTo(larger, 0);
                Volatile.Write(ref _values, larger);
            }
            _values[ordinal] = make(key);
            Volatile.Write(ref _count, ordinal + 1);
            _ordinals[key] = ordinal;
            return ordinal;
        }
    }
}
