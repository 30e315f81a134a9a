using Voc.Analysis.Morphology;

namespace Voc.Analysis.Search;

/// <summary>
/// Terms of codes such as ZQ-1X299 and iPhone15, which segmentation cuts differently by context: the code as a whole, then its
/// parts between the hyphens.
/// </summary>
internal static class CodeTerms
{
    private const int Longest = 64;

    /// <summary>First token behind the code that begins at a token; the token itself where none begins.</summary>
    public static int EndAt(string text, List<Token> tokens, int start)
    {
        if (!char.IsAsciiLetterOrDigit(text[tokens[start].Start]))
        {
            return start;
        }

        var from = tokens[start].Start;
        var end = from;
        while (end < text.Length && end - from < Longest && (char.IsAsciiLetterOrDigit(text[end]) || IsJoint(text, end)))
        {
            end++;
        }

        var next = start;
        while (next < tokens.Count && tokens[next].End <= end)
        {
            next++;
        }

        return next;
    }

    /// <summary>Adds the terms of the code between two offsets.</summary>
    public static void Add(string text, int start, int end, Action<string, int, int> add)
    {
        add(text[start..end].ToLowerInvariant(), start, end - start);
        if (text.AsSpan(start, end - start).IndexOfAny('-', '_', '.') < 0)
        {
            return;
        }

        for (var from = start; from < end;)
        {
            var to = from;
            while (to < end && char.IsAsciiLetterOrDigit(text[to]))
            {
                to++;
            }

            if (to > from)
            {
                add(text[from..to].ToLowerInvariant(), from, to - from);
            }

            from = to + 1;
        }
    }

    private static bool IsJoint(string text, int at) =>
        text[at] is '-' or '_' or '.' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]);
}
