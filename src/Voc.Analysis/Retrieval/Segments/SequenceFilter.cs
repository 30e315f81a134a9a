namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Tells in which blocks of 64 texts a string may be: a bit for each block and each hash of two, and of three, characters that follow
/// each other. Pairs alone let most blocks pass, since those of a common phrase are in nearly all of them.
/// </summary>
internal sealed class SequenceFilter
{
    private const int PairBits = 13;
    private const int TripleBits = 14;

    private readonly ulong[] _pairs;
    private readonly ulong[] _triples;
    private readonly int _words;

    public SequenceFilter(int blocks)
    {
        _words = Bits.Words(blocks);
        _pairs = new ulong[_words << PairBits];
        _triples = new ulong[_words << TripleBits];
    }

    /// <summary>Notes what a text of a block consists of.</summary>
    public void Add(int block, ReadOnlySpan<char> text)
    {
        var (word, bit) = (block >> 6, 1UL << block);
        for (var i = 1; i < text.Length; i++)
        {
            _pairs[(Pair(text, i) * _words) + word] |= bit;
        }
        for (var i = 2; i < text.Length; i++)
        {
            _triples[(Triple(text, i) * _words) + word] |= bit;
        }
    }

    /// <summary>Keeps of a set of blocks those in which a string may be.</summary>
    public void Keep(Span<ulong> blocks, ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            Bits.Keep(blocks, _pairs.AsSpan(Pair(text, i) * _words, _words));
        }
        for (var i = 2; i < text.Length; i++)
        {
            Bits.Keep(blocks, _triples.AsSpan(Triple(text, i) * _words, _words));
        }
    }

    private static int Pair(ReadOnlySpan<char> text, int end) => (int)(Hash(text[end - 1], text[end]) >> (32 - PairBits));

    private static int Triple(ReadOnlySpan<char> text, int end) =>
        (int)((Hash(text[end - 1], text[end]) ^ (text[end - 2] * 0xC2B2AE3Du)) * 0x9E3779B1u >> (32 - TripleBits));

    private static uint Hash(char first, char second) => (first * 0x9E3779B1u) ^ (second * 0x85EBCA77u);
}
