namespace Voc.Ingest.Masking;

/// <summary>Finds mail addresses, also in full-width letters, in the loose forms that Japanese carriers gave out, and with the at sign or the dots written out.</summary>
internal static class EmailFinder
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 253;
    private static readonly string[] AtSigns = ["@", "(at)", "[at]", "{at}", "<at>", "(@)", "[@]", "(a)", "★", "☆", "●", "◎", "■", "アットマーク", "あっとまーく", "アット", "あっと", " at "];
    private static readonly string[] Dots = ["(dot)", "[dot]", "[.]", "(.)", "ドット", "どっと", " dot ", "。"];

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        foreach (var sign in AtSigns)
        {
            for (var at = text.Folded.IndexOf(sign, StringComparison.OrdinalIgnoreCase); at >= 0;)
            {
                var start = LocalStart(text, BackOverSpace(text, at, sign));
                var end = start < at ? DomainEnd(text, OverSpace(text, at + sign.Length), sign == "@") : at;
                if (end > at && start < at)
                {
                    found.Add(new(PersonalDataKind.Email, start, end - start));
                }

                var next = text.Folded[(at + 1)..].IndexOf(sign, StringComparison.OrdinalIgnoreCase);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
    }

    /// <summary>One space may stand around an at sign, but not where it would take the word before into the address.</summary>
    private static int BackOverSpace(FoldedText text, int at, string sign) => text.At(at - 1) == ' ' && sign != " at " ? at - 1 : at;

    private static int OverSpace(FoldedText text, int at) => text.At(at) == ' ' ? at + 1 : at;

    private static int LocalStart(FoldedText text, int at)
    {
        var start = at;
        while (start > 0 && at - start < MaxLocal && IsLocal(text.Folded[start - 1]))
        {
            start--;
        }

        while (start < at && !char.IsAsciiLetterOrDigit(text.Folded[start]) && text.Folded[start] != '_')
        {
            start++;
        }

        return start;
    }

    /// <summary>The end of a domain that starts here, or −1 where there is none: it needs a dot and a last label of two letters.</summary>
    private static int DomainEnd(FoldedText text, int start, bool bare)
    {
        var (end, last, dots) = (start, -1, 0);
        while (end < text.Length && end - start < MaxDomain)
        {
            var label = LabelEnd(text, end);
            if (label == end)
            {
                break;
            }

            end = label;
            last = dots > 0 && IsTopLabel(text, end) ? end : last;
            var dot = text.At(end) == '.' ? 1 : WrittenDot(text, end);
            if (dot == 0)
            {
                break;
            }

            dots++;
            end += dot;
        }

        return last > 0 ? last : bare ? JapaneseDomainEnd(text, start) : -1;
    }

    private static int LabelEnd(FoldedText text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxLocal && (char.IsAsciiLetterOrDigit(text.Folded[end]) || text.Folded[end] is '-' or '_'))
        {
            end++;
        }

        return end;
    }

    private static bool IsTopLabel(FoldedText text, int end) => char.IsAsciiLetter(text.At(end - 1)) && char.IsAsciiLetter(text.At(end - 2));

    private static int WrittenDot(FoldedText text, int at)
    {
        foreach (var dot in Dots)
        {
            if (text.Folded[at..].StartsWith(dot, StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetter(text.At(at + dot.Length)))
            {
                return dot.Length;
            }
        }

        return 0;
    }

    /// <summary>The end of a domain whose name is Japanese, such as 会社.jp.</summary>
    private static int JapaneseDomainEnd(FoldedText text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxLocal && (Script.IsNameScript(text.Original[end]) || Script.IsHiragana(text.Original[end])))
        {
            end++;
        }

        var top = end > start && text.At(end) == '.' ? LabelEnd(text, end + 1) : end;
        return top > end + 2 && IsTopLabel(text, top) ? top : -1;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '/' or '?' or '!' or '#' or '$' or '&' or '*' or '~';
}
