namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Values by ordinals in the order they were first seen, each made once from the string it is known by. One writer at a time;
/// any number of threads may read meanwhile.
/// </summary>
internal sealed class Interned<T>(Func<string, T> make)
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private T[] _values = [];
    private int _count;
    private string? _last;
    private int _lastOrdinal;

    public int Count => Volatile.Read(ref _count);

    public T this[int ordinal] => Volatile.Read(ref _values)[ordinal];

    /// <summary>The ordinal of a value, which is added where it is new. Only for the writer.</summary>
    public int Of(string key)
    {
        if (ReferenceEquals(key, _last))
        {
            return _lastOrdinal;
        }
        if (!_ordinals.TryGetValue(key, out var ordinal))
        {
            ordinal = Add(key);
        }
        (_last, _lastOrdinal) = (key, ordinal);
        return ordinal;
    }

    private int Add(string key)
    {
        var ordinal = _count;
        if (ordinal == _values.Length)
        {
            var larger = new T[Math.Max(64, 2 * ordinal)];
            _values.CopyTo(larger, 0);
            Volatile.Write(ref _values, larger);
        }
        _values[ordinal] = make(key);
        _ordinals.Add(key, ordinal);
        Volatile.Write(ref _count, ordinal + 1);
        return ordinal;
    }
}
