namespace Voc.Analysis.Morphology;

/// <summary>Writes the words of a path as tokens, with the space between them.</summary>
internal ref struct TokenWriter(SystemDictionary dictionary, UserDictionary user, List<Token> into)
{
    private int _end;

    /// <summary>Writes a word and the space before it.</summary>
    public void Write(in LatticeNode node)
    {
        Finish(node.Start);
        if (node.Origin == WordOrigin.User)
        {
            WriteSegments(node);
        }
        else
        {
            var word = node.Origin == WordOrigin.Known ? dictionary.Lexicon.WordOf(node.Entry) : dictionary.Unknown.WordOf(node.Entry);
            into.Add(new Token(node.Start, node.End - node.Start, word, node.Origin));
        }

        _end = node.End;
    }

    /// <summary>Writes the space up to an offset, if any.</summary>
    public void Finish(int offset)
    {
        if (offset > _end)
        {
            into.Add(new Token(_end, offset - _end, dictionary.Unknown.Space, WordOrigin.Unknown));
            _end = offset;
        }
    }

    private readonly void WriteSegments(in LatticeNode node)
    {
        var start = node.Start;
        foreach (var (length, word) in user.WordsOf(node.Entry))
        {
            into.Add(new Token(start, length, word, WordOrigin.User));
            start += length;
        }
    }
}
