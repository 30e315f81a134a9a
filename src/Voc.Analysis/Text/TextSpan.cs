namespace Voc.Analysis.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset of the first UTF-16 unit after it.</summary>
    public int End => Start + Length;

    /// <summary>The stretch of a text.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
