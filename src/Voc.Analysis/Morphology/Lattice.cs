namespace Voc.Analysis.Morphology;

/// <summary>A candidate word in its place, with the cheapest way to it.</summary>
internal struct LatticeNode
{
    /// <summary>Cost of the cheapest way from the start up to and with this word.</summary>
    public int Cost;

    /// <summary>The word before it on that way.</summary>
    public int Previous;

    /// <summary>Another node that ends where this one does, or −1.</summary>
    public int NextAtEnd;

    /// <summary>Offset of its first UTF-16 unit.</summary>
    public int Start;

    /// <summary>Offset after its last UTF-16 unit.</summary>
    public int End;

    /// <summary>Number of its entry in its source.</summary>
    public int Entry;

    /// <summary>Its right context.</summary>
    public ushort RightContext;

    /// <summary>Where its entry is.</summary>
    public LatticeSource Source;
}

/// <summary>What the number of an entry counts in.</summary>
internal enum LatticeSource : byte
{
    /// <summary>The system dictionary.</summary>
    System,

    /// <summary>The unknown words.</summary>
    Unknown,

    /// <summary>The words added to the system dictionary.</summary>
    Added,
}

/// <summary>The candidate words of a stretch of text. Reused from text to text.</summary>
internal sealed class Lattice
{
    private const int KeptUnits = 1 << 16;
    private LatticeNode[] _nodes = new LatticeNode[1 << 12];
    private int[] _newestAt = [];
    private bool[] _marks = new bool[1 << 12];
    private int _from;
    private int _reach;

    /// <summary>Number of nodes; node 0 is the start.</summary>
    public int Count { get; private set; }

    /// <summary>A node.</summary>
    public ref readonly LatticeNode this[int node] => ref _nodes[node];

    /// <summary>Forgets all nodes and starts before <paramref name="from"/>, after a word of a right context.</summary>
    public void Start(int from, int to, ushort rightContext)
    {
        var places = to - from + 1;
        if (_newestAt.Length < places || (_newestAt.Length > KeptUnits && places <= KeptUnits))
        {
            _newestAt = new int[Math.Max(places, 1 << 10)];
            _newestAt.AsSpan().Fill(-1);
        }
        else
        {
            // No more than was used: a long line is worked through in many short stretches.
            _newestAt.AsSpan(0, _reach - _from + 1).Fill(-1);
        }

        (_from, _reach, Count) = (from, from, 0);
        Add(new LatticeNode { Start = from, End = from, RightContext = rightContext, Previous = -1 });
    }

    /// <summary>Adds a node in front of those that end where it does.</summary>
    public void Add(LatticeNode node)
    {
        if (Count == _nodes.Length)
        {
            Array.Resize(ref _nodes, Count * 2);
        }

        ref var newest = ref _newestAt[node.End - _from];
        node.NextAtEnd = newest;
        newest = Count;
        _reach = Math.Max(_reach, node.End);
        _nodes[Count++] = node;
    }

    /// <summary>The node added last of those that end at an offset, or −1.</summary>
    public int NewestEndingAt(int offset) => _newestAt[offset - _from];

    /// <summary>
    /// The last word that every way to <paramref name="offset"/> and beyond goes through, 0 if that is only the start.
    /// What is before it can no longer change.
    /// </summary>
    public int CommonAncestor(int offset)
    {
        if (_marks.Length < Count)
        {
            _marks = new bool[_nodes.Length];
        }

        _marks.AsSpan(0, Count).Clear();
        var ways = 0;
        for (var node = 0; node < Count; node++)
        {
            if (_nodes[node].End >= offset)
            {
                _marks[node] = true;
                ways++;
            }
        }

        var last = Count - 1;
        while (!_marks[last] || ways > 1)
        {
            if (_marks[last])
            {
                ref var before = ref _marks[_nodes[last].Previous];
                ways -= before ? 1 : 0;
                before = true;
            }

            last--;
        }

        return last;
    }
}
