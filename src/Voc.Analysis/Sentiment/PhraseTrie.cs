using System.Runtime.InteropServices;

namespace Voc.Analysis.Sentiment;

/// <summary>
/// Phrases by their characters, each with a number. A phrase is found where its words stand as written and the last one in any
/// inflected form, so that 目が覚める finds 目が覚めた. Walking it allocates nothing. Built once, then read by any number of threads.
/// </summary>
internal sealed class PhraseTrie
{
    public const int Root = 0;
    public const int None = -1;

    private readonly Dictionary<ulong, int> _children = [];
    private readonly List<int> _values = [None];
    private readonly bool[] _first = new bool[char.MaxValue + 1];

    /// <summary>Adds a phrase, lower case, or gives it another number.</summary>
    public void Set(ReadOnlySpan<char> phrase, int value)
    {
        var node = Root;
        foreach (var c in phrase)
        {
            ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, Key(node, c), out var exists);
            if (!exists)
            {
                child = _values.Count;
                _values.Add(None);
            }

            node = child;
        }

        _first[phrase[0]] = true;
        _values[node] = value;
    }

    /// <summary>The number of the phrase that ends at a node, or <see cref="None"/>.</summary>
    public int Value(int node) => _values[node];

    /// <summary>Whether a phrase begins with the character.</summary>
    public bool StartsWith(char c) => _first[char.ToLowerInvariant(c)];

    /// <summary>The number of a phrase as a whole, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> phrase)
    {
        var node = Walk(Root, phrase);
        return node == None ? None : _values[node];
    }

    /// <summary>Goes on from a node along characters, ignoring case; <see cref="None"/> where no phrase goes that way.</summary>
    public int Walk(int node, ReadOnlySpan<char> characters)
    {
        foreach (var c in characters)
        {
            if (!_children.TryGetValue(Key(node, char.ToLowerInvariant(c)), out node))
            {
                return None;
            }
        }

        return node;
    }

    private static ulong Key(int node, char c) => ((ulong)node << 16) | c;
}
