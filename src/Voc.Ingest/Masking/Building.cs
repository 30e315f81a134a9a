namespace Voc.Ingest.Masking;

/// <summary>The building and room after the number of a street.</summary>
internal static class Building
{
    private const int MaxName = 30;
    private const int MaxRoom = 4;
    private static readonly string[] Words = ["マンション", "ビル", "ハイツ", "コーポ", "アパート", "メゾン", "タワー", "レジデンス", "ハイム", "荘", "団地", "コート", "パレス", "ヒルズ", "棟"];
    private static readonly string[] Rooms = ["号室", "号", "階", "F", "室"];
    private static readonly string[] OtherFields = ["電話", "携帯", "TEL", "FAX", "℡", "氏名", "名前", "〒"];

    /// <summary>Where the building ends that follows a street's number, or the offset itself where none follows.</summary>
    public static int End(FoldedText text, int streetEnd)
    {
        var start = text.At(streetEnd) == ' ' ? streetEnd + 1 : streetEnd;
        var end = streetEnd;
        var (digits, hiragana) = (0, false);
        for (var i = start; i < text.Length && i - start < MaxName && (IsPart(text, i) || (i > start && Script.IsHiragana(text.Original[i]))); i++)
        {
            hiragana |= Script.IsHiragana(text.Original[i]);
            digits = char.IsAsciiDigit(text.Folded[i]) ? digits + 1 : 0;
            if (digits > MaxRoom)
            {
                return end > i - digits ? streetEnd : end;
            }

            // Hiragana belong to the name of a building, not to the text after it, only where a word for a building follows.
            var isNamed = EndsWithWord(text, i + 1, start);
            hiragana &= !isNamed;
            end = isNamed ? i + 1
                : digits > 0 && i - start >= 2 && !hiragana ? RoomEnd(text, i + 1, end)
                : end;
        }

        return end;
    }

    private static bool IsPart(FoldedText text, int at)
    {
        var c = text.Folded[at];
        return (Script.IsNameScript(text.Original[at]) || char.IsAsciiLetterOrDigit(c) || c is '-' or ' ' or '・') && !StartsOtherField(text, at);
    }

    private static bool StartsOtherField(FoldedText text, int at)
    {
        foreach (var field in OtherFields)
        {
            if (text.Folded[at..].StartsWith(field, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithWord(FoldedText text, int at, int start)
    {
        foreach (var word in Words)
        {
            if (at - start >= word.Length && text.EndsBefore(word, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The end of a room whose digits end here, or what was found before where they are no room.</summary>
    private static int RoomEnd(FoldedText text, int at, int before)
    {
        foreach (var room in Rooms)
        {
            if (text.Folded[at..].StartsWith(room))
            {
                return at + room.Length;
            }
        }

        var next = text.At(at);
        return next == '-' || char.IsAsciiLetterOrDigit(next) || Script.IsNameScript(next) || Script.IsCounter(next) ? before : at;
    }
}
