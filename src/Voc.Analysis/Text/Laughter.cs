namespace Voc.Analysis.Text;

/// <summary>Recognises written laughter.</summary>
internal static class Laughter
{
    /// <summary>
    /// Where a run of w that starts at a place ends, if it is laughter: it follows Japanese, a mark or nothing and no Latin
    /// letter, digit or part of an address follows. −1 otherwise.
    /// </summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var before = start > 0 ? text[start - 1] : '\0';
        if (Scripts.IsLatin(before) || before is '.' or '/' or '@' or '-' or '_' or '&' or '\'')
        {
            return -1;
        }

        var end = start;
        while (end < text.Length && text[end] is 'w' or 'W' or 'ｗ' or 'Ｗ')
        {
            end++;
        }

        var after = end < text.Length ? text[end] : '\0';
        var isPartOfWord = Scripts.IsLatin(after) || after is '.' or '/' or '@' or '-' or '_' or '\'';
        var mayBeLetter = end - start == 1 && !Scripts.IsJapanese(before) && before is not ('!' or '?' or '！' or '？' or '。');
        return end == start || isPartOfWord || mayBeLetter ? -1 : end;
    }

    /// <summary>Whether the 笑 at a place stands for laughter: in brackets, or at the end of what is said.</summary>
    public static bool IsWritten(ReadOnlySpan<char> text, int at)
    {
        var before = at > 0 ? text[at - 1] : '\0';
        var after = at + 1 < text.Length ? text[at + 1] : '\0';
        return (before is '(' or '（' && after is ')' or '）')
            || (!Scripts.IsKanji(before) && before != '\0' && (after is '\0' or '\n' or '。' or '笑' or '!' or '！' or ' ' or '　'));
    }
}
