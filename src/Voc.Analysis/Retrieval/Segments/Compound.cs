using System.Runtime.InteropServices;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>A word of a text that is several of its terms.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Compound
{
    private const int CountBits = 8;

    private readonly int _place;

    private Compound(int word, int place) => (Word, _place) = (word, place);

    /// <summary>The word's ordinal.</summary>
    public int Word { get; }

    /// <summary>Place of its first term among those of the text.</summary>
    public int First => _place >>> CountBits;

    /// <summary>How many terms it is; at least 1.</summary>
    public int Count => _place & ((1 << CountBits) - 1);

    /// <summary>Place of the term behind its last.</summary>
    public int End => First + Count;

    /// <summary>Makes one; false where it is too long, or too far from the beginning of its text, to be kept.</summary>
    public static bool TryMake(int word, int first, int count, out Compound compound)
    {
        var isKept = count is > 0 and < (1 << CountBits) && first < 1 << (31 - CountBits);
        compound = isKept ? new Compound(word, (first << CountBits) | count) : default;
        return isKept;
    }
}
