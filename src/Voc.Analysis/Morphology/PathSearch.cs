namespace Voc.Analysis.Morphology;

/// <summary>
/// Finds the cheapest way through the candidate words (Viterbi 1967), with the candidates and the order of equally cheap
/// ones of MeCab 0.996. It works through the text in windows: whenever all ways go through one word, what is before that
/// word is settled and given out, so that room stays bounded and time linear. Not for two threads at once; reused.
/// </summary>
internal sealed class PathSearch
{
    /// <summary>UTF-16 units after which the first settled word is looked for.</summary>
    private const int Window = 1024;

    /// <summary>UTF-16 units after which the cheapest way so far is taken, settled or not; keeps costs within an int.</summary>
    private const int LongestWindow = 16 * Window;

    private readonly SystemDictionary _dictionary;
    private readonly Lattice _lattice = new();
    private readonly Predecessors _predecessors;
    private readonly Candidates _candidates;
    private int[] _path = new int[Window];

    public PathSearch(SystemDictionary dictionary)
    {
        _dictionary = dictionary;
        _predecessors = new Predecessors(dictionary.Connections);
        _candidates = new Candidates(dictionary, _lattice, _predecessors);
    }

    /// <summary>Segments a text into a list of tokens that concatenate to it.</summary>
    public void Segment(ReadOnlySpan<char> text, TokenizeMode mode, AddedWords added, List<Token> into)
    {
        _candidates.Use(mode, added);
        var tokens = new TokenWriter(_dictionary, added, into);
        var from = 0;
        while (from < text.Length)
        {
            var length = text[from..].IndexOfAny('\n', '\r');
            var to = length < 0 ? text.Length : from + length;
            SegmentLine(text, from, to, ref tokens);
            from = to + 1;
        }

        tokens.Finish(text.Length);
    }

    private void SegmentLine(ReadOnlySpan<char> text, int from, int to, ref TokenWriter tokens)
    {
        ushort rightContext = 0;
        var ended = false;
        while (!ended)
        {
            _lattice.Start(from, to, rightContext);
            var last = Forward(text, from, to, out ended);
            WritePath(last, ref tokens);
            (from, rightContext) = (_lattice[last].End, _lattice[last].RightContext);
        }
    }

    /// <summary>Fills the lattice up to the end of the line or to a word that is settled, and answers the last word to take.</summary>
    private int Forward(ReadOnlySpan<char> text, int from, int to, out bool ended)
    {
        var nextLook = from + Window;
        var last = from;
        for (var at = from; at < to; at++)
        {
            if (_lattice.NewestEndingAt(at) < 0)
            {
                continue;
            }

            if (at >= nextLook)
            {
                var settled = _lattice.CommonAncestor(at);
                if (settled > 0 || at - from >= LongestWindow)
                {
                    ended = false;
                    return settled > 0 ? settled : Cheapest(at);
                }

                nextLook = at + Window;
            }

            last = at;
            var start = SkipSpaces(text, at, to);
            if (start == to)
            {
                break;
            }

            _predecessors.Gather(_lattice, at);
            _candidates.AddAt(text, start, to);
        }

        ended = true;
        return Cheapest(_lattice.NewestEndingAt(to) >= 0 ? to : last);
    }

    private int SkipSpaces(ReadOnlySpan<char> text, int at, int to)
    {
        while (at < to && _dictionary.Categories.IsSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The node to come from if the sentence ended at an offset.</summary>
    private int Cheapest(int offset)
    {
        _predecessors.Gather(_lattice, offset);
        return _predecessors.Cheapest(leftContext: 0, out _);
    }

    private void WritePath(int last, ref TokenWriter tokens)
    {
        var length = 0;
        for (var node = last; node > 0; node = _lattice[node].Previous)
        {
            if (length == _path.Length)
            {
                Array.Resize(ref _path, length * 2);
            }

            _path[length++] = node;
        }

        while (length > 0)
        {
            tokens.Write(_lattice[_path[--length]]);
        }
    }
}
