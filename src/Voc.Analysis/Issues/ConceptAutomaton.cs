using System.Runtime.InteropServices;

namespace Voc.Analysis.Issues;

/// <summary>
/// Finds the words of all concepts in one pass over a text: the automaton of Aho and Corasick ("Efficient string matching: an
/// aid to bibliographic search", 1975), of whose matches those are kept that <see cref="WordEdges"/> admit and, where they
/// overlap, the leftmost and there the longest. Time is linear in the text; immutable.
/// </summary>
internal sealed class ConceptAutomaton
{
    private const int Root = 0;

    // Most characters of a text are read in the root, so its edges are a table; the others' key is state and character.
    private readonly int[] _first = new int[char.MaxValue + 1];
    private readonly Dictionary<long, int> _next = [];
    private readonly List<int> _fail = [Root];

    // The word that ends in a state, or -1; and the nearest shorter state where one ends too, or the root.
    private readonly List<int> _word = [-1];
    private readonly List<int> _shorter = [Root];
    private readonly List<(int Length, WordEdges Edges, int[] Concepts)> _words = [];
    private readonly int _longest = 1;

    /// <summary>Makes the automaton.</summary>
    /// <param name="words">Words as they stand in a folded text, none twice, each with the numbers of its concepts.</param>
    public ConceptAutomaton(IEnumerable<(string Word, int[] Concepts)> words)
    {
        foreach (var (word, concepts) in words.Where(w => w.Word.Length > 0))
        {
            _word[Insert(word)] = _words.Count;
            _words.Add((word.Length, new WordEdges(word), concepts));
            _longest = Math.Max(_longest, word.Length);
        }
        Link();
    }

    /// <summary>Finds where a text touches concepts, from its beginning to its end.</summary>
    /// <param name="text">In NFKC form, in any case.</param>
    /// <param name="touches">Gets the number of each concept, and the place behind the word that touches it.</param>
    public void Find(ReadOnlySpan<char> text, List<(int Concept, int End)> touches)
    {
        // The longest word found at each of the last places, as number + 1: a place is settled once no word from it can still end.
        Span<int> found = _longest <= 256 ? stackalloc int[_longest] : new int[_longest];
        found.Clear();
        var state = Root;
        var free = 0;
        for (var at = 0; at < text.Length + _longest - 1; at++)
        {
            if (at < text.Length)
            {
                state = Step(state, char.ToLowerInvariant(text[at]));
                Note(text, at, state, found);
            }
            var settled = at - _longest + 1;
            if (settled >= 0)
            {
                ref var word = ref found[settled % _longest];
                if (word > 0 && settled >= free)
                {
                    var (length, _, concepts) = _words[word - 1];
                    free = settled + length;
                    foreach (var concept in concepts)
                    {
                        touches.Add((concept, free));
                    }
                }
                word = 0;
            }
        }
    }

    private void Note(ReadOnlySpan<char> text, int end, int state, Span<int> found)
    {
        for (var at = _word[state] >= 0 ? state : _shorter[state]; at != Root; at = _shorter[at])
        {
            var (length, edges, _) = _words[_word[at]];
            var start = end - length + 1;
            if (edges.Admit(text, start, end))
            {
                // Whatever was found at this place before ended earlier, so it is shorter.
                found[start % found.Length] = _word[at] + 1;
            }
        }
    }

    private int Step(int state, char c)
    {
        while (state != Root)
        {
            if (_next.TryGetValue(Edge(state, c), out var next))
            {
                return next;
            }
            state = _fail[state];
        }
        return _first[c];
    }

    private static long Edge(int state, char c) => ((long)state << 16) | c;

    private int Insert(string word)
    {
        var state = Root;
        foreach (var c in word)
        {
            ref var next = ref state == Root ? ref _first[c] : ref CollectionsMarshal.GetValueRefOrAddDefault(_next, Edge(state, c), out _);
            if (next == Root)
            {
                next = _fail.Count;
                _fail.Add(Root);
                _word.Add(-1);
                _shorter.Add(Root);
            }
            state = next;
        }
        return state;
    }

    /// <summary>Gives every state the longest other state that its text ends in: nearest to the root first.</summary>
    private void Link()
    {
        var children = _next.ToLookup(edge => (int)(edge.Key >> 16), edge => ((char)edge.Key, edge.Value));
        var waiting = new Queue<int>(_first.Where(state => state != Root));
        while (waiting.TryDequeue(out var state))
        {
            foreach (var (c, child) in children[state])
            {
                _fail[child] = Step(_fail[state], c);
                _shorter[child] = _word[_fail[child]] >= 0 ? _fail[child] : _shorter[_fail[child]];
                waiting.Enqueue(child);
            }
        }
    }
}
