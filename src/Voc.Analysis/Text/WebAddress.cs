namespace Voc.Analysis.Text;

/// <summary>Addresses of the web and of mail, whose marks do not end sentences.</summary>
internal static class WebAddress
{
    private static readonly string[] Starts = ["http://", "https://", "www."];

    /// <summary>Where the web address that starts at a place ends, without marks at its end; −1 where none does.</summary>
    public static int EndAt(string text, int at)
    {
        if (text[at] is not ('h' or 'H' or 'w' or 'W') || (at > 0 && Scripts.IsLatin(text[at - 1])))
        {
            return -1;
        }

        var start = Array.Find(Starts, s => string.Compare(text, at, s, 0, s.Length, StringComparison.OrdinalIgnoreCase) == 0);
        if (start is null)
        {
            return -1;
        }

        var end = at + start.Length;
        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        while (end > at && text[end - 1] is '.' or ',' or '!' or '?' or ':' or ';' or ')' or ']' or '\'')
        {
            end--;
        }

        return end;
    }

    private static bool IsPart(char c) => c is > ' ' and < '\u007F' and not ('"' or '<' or '>');
}
