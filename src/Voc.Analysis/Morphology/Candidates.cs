namespace Voc.Analysis.Morphology;

/// <summary>Puts every word that can start at a place into the lattice, connected to its cheapest predecessor.</summary>
internal sealed class Candidates
{
    // Search mode as Kuromoji defines it: penalties by length beyond what a part of a compound has.
    private const int LongestPartOfKanji = 2;
    private const int PenaltyOfKanji = 3000;
    private const int LongestOtherPart = 7;
    private const int PenaltyOfOthers = 1700;

    private readonly SystemDictionary _dictionary;
    private readonly Lattice _lattice;
    private readonly Predecessors _predecessors;
    private readonly int[] _unknownEnds;
    private (int Group, int End)[] _found = new (int, int)[64];
    private AddedWords? _added;
    private TokenizeMode _mode;

    public Candidates(SystemDictionary dictionary, Lattice lattice, Predecessors predecessors)
    {
        (_dictionary, _lattice, _predecessors) = (dictionary, lattice, predecessors);
        _unknownEnds = new int[dictionary.Unknown.MostEnds];
    }

    /// <summary>Sets what the next text is read with.</summary>
    public void Use(TokenizeMode mode, AddedWords added) => (_mode, _added) = (mode, added);

    /// <summary>Adds the words that start at <paramref name="start"/>, after the gathered predecessors.</summary>
    public void AddAt(ReadOnlySpan<char> text, int start, int to)
    {
        var known = FindKnown(text, start, to);
        var hasWord = AddAdded(text, start, to) || known > 0;
        if (_dictionary.Unknown.Wanted(text[start], hasWord))
        {
            AddUnknown(text, start, to, hasWord);
        }

        // Nodes of one place lie in front of those added before, and of equally cheap ones the first wins; MeCab prefers
        // known words to unknown ones, and the entries of a word in the order of the dictionary. Hence last first.
        for (var i = 0; i < known; i++)
        {
            var (group, end) = _found[i];
            AddAll(_dictionary.Lexicon.Group(group, out var first), first, LatticeSource.System, start, end, Penalty(text, start, end));
        }
    }

    private int FindKnown(ReadOnlySpan<char> text, int start, int to)
    {
        var surfaces = _dictionary.Surfaces;
        var count = 0;
        var end = start + 1;
        for (var node = surfaces.First(text[start]); node > 0; node = surfaces.Child(node, text[end++]))
        {
            var group = surfaces.Value(node);
            if (group >= 0)
            {
                if (count == _found.Length)
                {
                    Array.Resize(ref _found, count * 2);
                }

                _found[count++] = (group, end);
            }

            if (end == to)
            {
                break;
            }
        }

        return count;
    }

    private bool AddAdded(ReadOnlySpan<char> text, int start, int to)
    {
        var added = _added!;
        var any = false;
        var node = added.Child(0, text[start]);
        for (var end = start + 1; node > 0; end++)
        {
            var number = added.WordAt(node);
            if (number >= 0)
            {
                any = true;
                var word = added[number];
                var penalty = word.Origin == WordOrigin.User ? word.Extra : Penalty(text, start, end);
                Add(word.Entry, number, LatticeSource.Added, start, end, penalty);
            }

            node = end < to ? added.Child(node, text[end]) : 0;
        }

        return any;
    }

    private void AddUnknown(ReadOnlySpan<char> text, int start, int to, bool known)
    {
        var entries = _dictionary.Unknown.Entries(text[start], out var first);
        var count = _dictionary.Unknown.Ends(text, start, to, known, _unknownEnds);
        foreach (var end in _unknownEnds.AsSpan(0, count))
        {
            AddAll(entries, first, LatticeSource.Unknown, start, end, Penalty(text, start, end));
        }
    }

    private void AddAll(ReadOnlySpan<WordEntry> entries, int first, LatticeSource source, int start, int end, int penalty)
    {
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            Add(entries[i], first + i, source, start, end, penalty);
        }
    }

    private void Add(WordEntry entry, int number, LatticeSource source, int start, int end, int penalty)
    {
        var previous = _predecessors.Cheapest(entry.LeftContext, out var cost);
        _lattice.Add(new LatticeNode
        {
            Cost = cost + entry.Cost + penalty,
            Previous = previous,
            Start = start,
            End = end,
            Entry = number,
            RightContext = entry.RightContext,
            Source = source,
        });
    }

    private int Penalty(ReadOnlySpan<char> text, int start, int end)
    {
        var length = end - start;
        if (_mode == TokenizeMode.Normal || length <= LongestPartOfKanji)
        {
            return 0;
        }

        return _dictionary.Categories.AreKanji(text[start..end])
            ? (length - LongestPartOfKanji) * PenaltyOfKanji
            : Math.Max(0, length - LongestOtherPart) * PenaltyOfOthers;
    }
}
