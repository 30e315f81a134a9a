namespace Voc.Analysis.Retrieval.Segments;

/// <summary>What a piece of a line of terms is, see <see cref="Search.TermLine"/>.</summary>
internal enum TermRole
{
    /// <summary>A term, by itself or one of a word.</summary>
    Term,

    /// <summary>A word whose terms follow.</summary>
    Word,

    /// <summary>The last term of a word.</summary>
    LastOfWord,
}

/// <summary>Takes the pieces of a line of terms apart into its terms and the words that are several of them.</summary>
internal struct WordsOfLine(List<int> terms, List<Compound> compounds)
{
    private readonly int _start = terms.Count;
    private int _word = -1;
    private int _first;

    public void Add(int ordinal, TermRole role)
    {
        if (role == TermRole.Word)
        {
            (_word, _first) = (ordinal, terms.Count);
            return;
        }
        terms.Add(ordinal);
        if (role == TermRole.LastOfWord && _word >= 0 && Compound.TryMake(_word, _first - _start, terms.Count - _first, out var compound))
        {
            compounds.Add(compound);
        }
        _word = role == TermRole.LastOfWord ? -1 : _word;
    }
}
