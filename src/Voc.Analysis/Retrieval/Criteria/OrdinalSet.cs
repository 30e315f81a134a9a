namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>A set of ordinals.</summary>
internal sealed class OrdinalSet
{
    private readonly ulong[] _bits;

    public OrdinalSet(ReadOnlySpan<int> ordinals)
    {
        var last = -1;
        foreach (var ordinal in ordinals)
        {
            last = Math.Max(last, ordinal);
        }
        _bits = new ulong[(last + 64) >> 6];
        foreach (var ordinal in ordinals)
        {
            _bits[ordinal >> 6] |= 1UL << ordinal;
        }
    }

    public bool Contains(int ordinal) => (uint)ordinal >> 6 is var word && word < (uint)_bits.Length && (_bits[word] >> ordinal & 1) != 0;
}
