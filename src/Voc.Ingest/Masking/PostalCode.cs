namespace Voc.Ingest.Masking;

/// <summary>Postal codes. Three digits, a dash and four are also how parts and products are numbered, so a bare one needs a reason.</summary>
internal static class PostalCode
{
    private const int LabelWindow = 10;

    public static bool IsPostalCode(FoldedText text, ReadOnlySpan<DigitGroup> groups)
    {
        var marked = MarkStart(text, groups[0].Start) < groups[0].Start;
        return groups.Length switch
        {
            1 => (marked && groups[0].Length is 7 or 3) || (groups[0].Length == 7 && (IsLabelled(text, groups[0].Start) || IsBeforeAddress(text, groups[0].End))),
            2 => groups[0].Length == 3 && groups[1].Length == 4 && (marked || IsLabelled(text, groups[0].Start) || IsBeforeAddress(text, groups[1].End)),
            _ => false,
        };
    }

    /// <summary>Where the mark 〒 before an offset stands, or the offset where there is none.</summary>
    public static int MarkStart(FoldedText text, int start)
    {
        var mark = text.At(start - 1) == ' ' ? start - 2 : start - 1;
        return text.At(mark) is '〒' or '〶' ? mark : start;
    }

    private static bool IsLabelled(FoldedText text, int start)
    {
        var before = text.Original[Math.Max(0, start - LabelWindow)..start];
        return before.Contains("郵便番号", StringComparison.Ordinal) || before.Contains("住所", StringComparison.Ordinal);
    }

    private static bool IsBeforeAddress(FoldedText text, int end)
    {
        while (text.At(end) is ' ' or '\n' or '\r' or '、' or ',')
        {
            end++;
        }

        return Prefecture.LengthAt(text.Original[end..]) > 0 || AddressFinder.StartsAt(text, end);
    }
}
