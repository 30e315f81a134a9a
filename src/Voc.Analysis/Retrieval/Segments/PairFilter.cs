namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Tells in which blocks of 64 texts a string may be: a bit for each block and each hash of two characters that follow each other.
/// </summary>
internal sealed class PairFilter
{
    private const int HashBits = 13;

    private readonly ulong[] _blocks;
    private readonly int _words;

    public PairFilter(int blocks)
    {
        _words = Bits.Words(blocks);
        _blocks = new ulong[_words << HashBits];
    }

    /// <summary>Notes what a text of a block consists of.</summary>
    public void Add(int block, ReadOnlySpan<char> text)
    {
        var (word, bit) = (block >> 6, 1UL << block);
        for (var i = 1; i < text.Length; i++)
        {
            _blocks[(Hash(text[i - 1], text[i]) * _words) + word] |= bit;
        }
    }

    /// <summary>Keeps of a set of blocks those in which a string may be.</summary>
    public void Keep(Span<ulong> blocks, ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            Bits.Keep(blocks, _blocks.AsSpan(Hash(text[i - 1], text[i]) * _words, _words));
        }
    }

    private static int Hash(char first, char second) => (int)(((first * 0x9E3779B1u) ^ (second * 0x85EBCA77u)) >> (32 - HashBits));
}
