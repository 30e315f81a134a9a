namespace Voc.Ingest.Masking;

/// <summary>The numbers of an address: 1-2-3, 1丁目2番3号, 123番地.</summary>
/// <param name="End">Offset after them.</param>
/// <param name="Parts">How many numbers there are.</param>
/// <param name="HasUnit">Whether a word such as 丁目 stands among them.</param>
/// <param name="Next">What follows, folded.</param>
internal readonly record struct BlockNumber(int End, int Parts, bool HasUnit, char Next)
{
    private const int MaxDigits = 5;
    private const int MaxParts = 6;
    private static readonly string[] Units = ["丁目", "番地の", "番地", "番", "号"];

    /// <summary>Two numbers or a unit, and nothing counted.</summary>
    public bool IsStreet => (HasUnit || Parts >= 2) && !Script.IsCounter(Next);

    /// <summary>Three numbers or a unit, for places where two might be a score or a range.</summary>
    public bool IsSurelyStreet => (HasUnit || Parts >= 3) && !Script.IsCounter(Next);

    /// <summary>A number with nothing after it that could give it another sense.</summary>
    public bool StandsAlone => Next is '\0' or ' ' or '\n' or '\r' or '、' or '。' or ',' or ')' or '」';

    public static BlockNumber? Read(FoldedText text, int start)
    {
        if (!char.IsAsciiDigit(text.At(start)) && !Script.IsKanjiNumeral(text.At(start)))
        {
            return null;
        }

        int end = start, parts = 0, unitParts = 0;
        while (parts < MaxParts && NumberEnd(text, end, ref unitParts) is > 0 and var number)
        {
            parts++;
            end = number;
            var separator = SeparatorLength(text, end, ref unitParts);
            if (separator == 0)
            {
                break;
            }

            var dash = text.At(end) is '-' or 'の' or 'ノ';
            if (dash && !char.IsAsciiDigit(text.At(end + 1)))
            {
                break;
            }

            end += separator;
        }

        return parts == 0 ? null : new(end, parts, unitParts > 0, text.At(end));
    }

    /// <summary>The end of a number; a number in kanji counts only before a unit, for they are part of town names too.</summary>
    private static int NumberEnd(FoldedText text, int start, ref int unitParts)
    {
        var end = start;
        while (end - start < MaxDigits && char.IsAsciiDigit(text.At(end)))
        {
            end++;
        }

        if (end > start)
        {
            return char.IsAsciiDigit(text.At(end)) ? -1 : end;
        }

        while (end - start < MaxDigits && end < text.Length && Script.IsKanjiNumeral(text.Original[end]))
        {
            end++;
        }

        var units = unitParts;
        return end > start && (text.Has("丁目", end) || (units > 0 && (text.Has("番", end) || text.Has("号", end)))) ? end : -1;
    }

    private static int SeparatorLength(FoldedText text, int at, ref int unitParts)
    {
        foreach (var unit in Units)
        {
            if (text.Has(unit, at) && (!unit.EndsWith('の') || char.IsAsciiDigit(text.At(at + unit.Length))))
            {
                unitParts++;
                return unit.Length;
            }
        }

        return text.At(at) is '-' or 'の' or 'ノ' ? 1 : 0;
    }
}
