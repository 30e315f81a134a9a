namespace Voc.Analysis.Morphology;

/// <summary>A small trie over UTF-16 units that grows while it is made.</summary>
internal sealed class SurfaceTrie
{
    private readonly Dictionary<long, int> _children = [];
    private readonly List<int> _values = [-1];
    private readonly ulong[] _startUnits = new ulong[(char.MaxValue + 1) / 64];

    /// <summary>The node reached from another by a unit, or 0; the root is 0.</summary>
    public int Child(int node, char unit) =>
        node > 0 || (_startUnits[unit >> 6] & (1ul << (unit & 63))) != 0 ? _children.GetValueOrDefault(Key(node, unit)) : 0;

    /// <summary>The value of the surface that ends at a node, or −1.</summary>
    public int ValueAt(int node) => _values[node];

    /// <summary>Adds a surface, unless it is there.</summary>
    public bool TryAdd(string surface, int value)
    {
        var node = 0;
        foreach (var unit in surface)
        {
            node = GetOrAdd(node, unit);
        }

        if (_values[node] >= 0)
        {
            return false;
        }

        _values[node] = value;
        _startUnits[surface[0] >> 6] |= 1ul << (surface[0] & 63);
        return true;
    }

    private static long Key(int node, char unit) => ((long)node << 16) | unit;

    private int GetOrAdd(int node, char unit)
    {
        if (_children.TryGetValue(Key(node, unit), out var child))
        {
            return child;
        }

        child = _values.Count;
        _children.Add(Key(node, unit), child);
        _values.Add(-1);
        return child;
    }
}
