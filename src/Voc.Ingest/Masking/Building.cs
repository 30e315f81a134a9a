namespace Voc.Ingest.Masking;

/// <summary>The building and room after the number of a street.</summary>
internal static class Building
{
    private const int MaxName = 24;
    private static readonly string[] Words = ["マンション", "ビル", "ハイツ", "コーポ", "アパート", "メゾン", "タワー", "レジデンス", "ハイム", "荘", "団地", "コート", "パレス", "ヒルズ", "棟"];
    private static readonly string[] Rooms = ["号室", "号", "階", "F", "室"];

    /// <summary>Where the building ends that follows a street's number, or the offset itself where none follows.</summary>
    public static int End(FoldedText text, int streetEnd)
    {
        var start = text.At(streetEnd) == ' ' ? streetEnd + 1 : streetEnd;
        var end = start;
        while (end < text.Length && end - start < MaxName && IsName(text, end))
        {
            end++;
        }

        var name = text.Original[start..end];
        var room = RoomEnd(text, end);
        return name.Length >= 2 && (room > end || IsBuilding(name)) ? room
            : name.Length == 0 && start > streetEnd && room > end && text.Original[..room].EndsWith("号室") ? room
            : streetEnd;
    }

    private static bool IsName(FoldedText text, int at) =>
        Script.IsNameScript(text.Original[at]) || char.IsAsciiLetter(text.Folded[at]) || text.Original[at] is '・' or '　' or ' ';

    private static bool IsBuilding(ReadOnlySpan<char> name)
    {
        foreach (var word in Words)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int RoomEnd(FoldedText text, int start)
    {
        var end = start;
        while (end - start < 5 && char.IsAsciiDigit(text.At(end)))
        {
            end++;
        }

        if (end - start is 0 or 5 || text.At(end) is '-' || Script.IsCounter(text.At(end)))
        {
            return start;
        }

        foreach (var room in Rooms)
        {
            if (text.Folded[end..].StartsWith(room))
            {
                return end + room.Length;
            }
        }

        return end;
    }
}
