namespace Voc.Analysis.Morphology;

/// <summary>Writes the words of a path as tokens, with the space between them.</summary>
internal ref struct TokenWriter(SystemDictionary dictionary, AddedWords added, List<Token> into)
{
    private int _end;

    /// <summary>Writes a word and the space before it.</summary>
    public void Write(in LatticeNode node)
    {
        Finish(node.Start);
        switch (node.Source)
        {
            case LatticeSource.System:
                into.Add(new Token(node.Start, node.End - node.Start, dictionary.Lexicon.WordOf(node.Entry), WordOrigin.Known));
                break;
            case LatticeSource.Unknown:
                into.Add(new Token(node.Start, node.End - node.Start, dictionary.Unknown.WordOf(node.Entry), WordOrigin.Unknown));
                break;
            default:
                WriteSegments(node.Start, added[node.Entry]);
                break;
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

    private readonly void WriteSegments(int start, AddedWord added)
    {
        foreach (var (length, word) in added.Segments)
        {
            into.Add(new Token(start, length, word, added.Origin));
            start += length;
        }
    }
}
