namespace Voc.Analysis.Text;

/// <summary>Pairs of brackets and quotes.</summary>
internal static class Brackets
{
    private const string Opening = "「『（(【〈《〔［[“‘｢\"";
    private const string Closing = "」』）)】〉》〕］]”’｣\"";

    // A bracket that is not closed within this many units on its line is taken for a stray one.
    private const int LongestInside = 200;

    /// <summary>Where the pair that opens at a place ends, or −1.</summary>
    public static int EndAt(string text, int at)
    {
        var kind = Opening.IndexOf(text[at], StringComparison.Ordinal);
        if (kind < 0)
        {
            return -1;
        }

        var depth = 0;
        var limit = Math.Min(text.Length, at + LongestInside);
        for (var i = at + 1; i < limit && text[i] is not ('\n' or '\r'); i++)
        {
            if (text[i] == Closing[kind] && depth-- == 0)
            {
                return i + 1;
            }

            depth += text[i] == Opening[kind] ? 1 : 0;
        }

        return -1;
    }

    /// <summary>Whether a character closes a pair.</summary>
    public static bool Closes(char c) => Closing.Contains(c);
}
