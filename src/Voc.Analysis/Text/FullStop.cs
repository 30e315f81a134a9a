namespace Voc.Analysis.Text;

/// <summary>Whether a full stop of the Latin script ends a sentence.</summary>
internal static class FullStop
{
    private static readonly string[] Abbreviations = ["Mr", "Mrs", "Ms", "Dr", "No", "vs", "e.g", "i.e", "Inc", "Ltd", "Co", "St", "Jr", "Sr", "Fig", "approx", "Ver", "ver", "Vol", "vol"];

    /// <summary>Whether the one full stop at a place ends the sentence that began at <paramref name="start"/>.</summary>
    public static bool Ends(string text, int start, int at)
    {
        var before = at > start ? text[at - 1] : '\0';
        var after = at + 1 < text.Length ? text[at + 1] : '\n';
        if (Scripts.IsLatin(before) && Scripts.IsLatin(after))
        {
            return false;
        }

        if (Scripts.IsDigit(before) && IsItemNumber(text.AsSpan(start, at - start)))
        {
            return false;
        }

        if (!Scripts.IsLatin(before))
        {
            return before != '\0' && !Scripts.IsLatin(after);
        }

        var isFollowedBySpace = char.IsWhiteSpace(after) || Brackets.Closes(after);
        return Scripts.IsDigit(before) || text[at] == '．' ? isFollowedBySpace || !Scripts.IsDigit(after) : isFollowedBySpace && !IsAbbreviation(text, start, at);
    }

    private static bool IsItemNumber(ReadOnlySpan<char> before)
    {
        if (before.Length > 3)
        {
            return false;
        }

        foreach (var c in before)
        {
            if (!Scripts.IsDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAbbreviation(string text, int start, int at)
    {
        var word = at;
        while (word > start && at - word < 8 && (Scripts.IsLatin(text[word - 1]) || text[word - 1] == '.'))
        {
            word--;
        }

        var found = text[word..at];
        return Array.Exists(Abbreviations, a => a == found) || (found.Length == 1 && char.IsAsciiLetterUpper(found[0]) && found != "I");
    }
}
