namespace Voc.Ingest.Masking;

/// <summary>A run of digits within a number that is written in groups.</summary>
/// <param name="Start">Offset of the first digit.</param>
/// <param name="Length">Digits in the group.</param>
internal readonly record struct DigitGroup(int Start, int Length)
{
    /// <summary>Most digits of any number looked for; longer ones are none of them.</summary>
    public const int MaxDigits = 19;

    private const int MaxSeparators = 3;

    public int End => Start + Length;

    /// <summary>Reads the groups from an offset on; returns how many there are, at least one and at most as many as fit.</summary>
    public static int Read(FoldedText text, int start, Span<DigitGroup> groups)
    {
        var count = 0;
        while (count < groups.Length)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text.Folded[end]))
            {
                end++;
            }

            groups[count++] = new(start, end - start);
            start = AfterSeparators(text, end);
            if (start < 0)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>Puts the digits of all groups together; returns how many, or 0 where they are more than any number has.</summary>
    public static int Join(FoldedText text, ReadOnlySpan<DigitGroup> groups, Span<char> digits)
    {
        var length = 0;
        foreach (var group in groups)
        {
            if (length + group.Length > MaxDigits)
            {
                return 0;
            }

            text.Folded.Slice(group.Start, group.Length).CopyTo(digits[length..]);
            length += group.Length;
        }

        return length;
    }

    private static int AfterSeparators(FoldedText text, int end)
    {
        var next = end;
        while (next < text.Length && next - end < MaxSeparators && text.Folded[next] is '-' or ' ' or '(' or ')' or '.')
        {
            next++;
        }

        return next > end && next < text.Length && char.IsAsciiDigit(text.Folded[next]) ? next : -1;
    }
}
