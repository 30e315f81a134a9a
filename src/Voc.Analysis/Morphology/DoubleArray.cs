namespace Voc.Analysis.Morphology;

/// <summary>
/// The surfaces of the dictionary as a double array over their UTF-8 bytes (Aoe, "An efficient digital search algorithm by
/// using a double-array structure", 1989): the child of node <c>n</c> under byte <c>b</c> is <c>base[n] + b</c>, provided
/// that its check is <c>n</c>; the child under byte 0 is a leaf that holds the value.
/// </summary>
internal sealed class DoubleArray
{
    private const int Root = 0;
    private readonly Unit[] _units;
    private readonly int[] _firstNodes = new int[char.MaxValue + 1];

    /// <summary>Takes the arrays of the file, where a leaf holds −1 − key number.</summary>
    /// <param name="bases">The bases.</param>
    /// <param name="checks">The checks, negative where a cell is free.</param>
    /// <param name="valueOfKey">What a lookup shall answer, by key number.</param>
    /// <exception cref="InvalidDataException">The arrays differ in length, or a leaf holds a key that there is no value for.</exception>
    public DoubleArray(ReadOnlySpan<int> bases, ReadOnlySpan<int> checks, ReadOnlySpan<int> valueOfKey)
    {
        if (bases.Length != checks.Length)
        {
            throw new InvalidDataException();
        }

        _units = new Unit[LastUsed(checks) + 1];
        for (var i = 0; i < _units.Length; i++)
        {
            var isLeaf = checks[i] >= 0 && bases[i] < 0;
            var key = -1 - bases[i];
            if (isLeaf && key >= valueOfKey.Length)
            {
                throw new InvalidDataException();
            }

            _units[i] = new Unit(isLeaf ? -1 - valueOfKey[key] : bases[i], checks[i]);
        }

        for (var c = 1; c < _firstNodes.Length; c++)
        {
            _firstNodes[c] = Child(Root, (char)c);
        }
    }

    /// <summary>The node reached from the root by a character, or 0.</summary>
    public int First(char c) => _firstNodes[c];

    /// <summary>The node reached from another by a character, or 0. No surface holds a surrogate or U+0000.</summary>
    public int Child(int node, char c) => c switch
    {
        '\0' => 0,
        < '\u0080' => Step(node, c),
        < '\u0800' => Step(Step(node, 0xC0 | (c >> 6)), 0x80 | (c & 0x3F)),
        _ => Step(Step(Step(node, 0xE0 | (c >> 12)), 0x80 | ((c >> 6) & 0x3F)), 0x80 | (c & 0x3F)),
    };

    /// <summary>The value of the surface that ends at a node, or −1 where none does.</summary>
    public int Value(int node)
    {
        var leaf = _units[node].Base;
        return (uint)leaf < (uint)_units.Length && _units[leaf].Check == node ? -1 - _units[leaf].Base : -1;
    }

    private static int LastUsed(ReadOnlySpan<int> checks)
    {
        var last = checks.Length - 1;
        while (last > 0 && checks[last] < 0)
        {
            last--;
        }

        return last;
    }

    private int Step(int node, int code)
    {
        var child = _units[node].Base + code;
        return (uint)child < (uint)_units.Length && _units[child].Check == node ? child : 0;
    }

    private readonly record struct Unit(int Base, int Check);
}
