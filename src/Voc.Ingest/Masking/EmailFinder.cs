namespace Voc.Ingest.Masking;

/// <summary>Finds mail addresses, also in full-width letters and in the loose forms that Japanese carriers gave out.</summary>
internal static class EmailFinder
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 253;

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        var at = text.Folded.IndexOf('@');
        while (at >= 0)
        {
            var start = LocalStart(text, at);
            var end = start < at ? DomainEnd(text, at + 1) : at;
            if (end > at)
            {
                found.Add(new(PersonalDataKind.Email, start, end - start));
            }

            var next = text.Folded[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static int LocalStart(FoldedText text, int at)
    {
        var start = at;
        while (start > 0 && at - start < MaxLocal && IsLocal(text.Folded[start - 1]))
        {
            start--;
        }

        while (start < at && !char.IsAsciiLetterOrDigit(text.Folded[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>The end of a domain that starts here, or the start where there is none: it needs a dot and a last label of two letters.</summary>
    private static int DomainEnd(FoldedText text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxDomain && IsDomain(text.Folded[end]))
        {
            end++;
        }

        while (end > start && !char.IsAsciiLetter(text.Folded[end - 1]))
        {
            end--;
        }

        var dot = text.Folded[start..end].LastIndexOf('.');
        return dot > 0 && end - start - dot > 2 ? end : start - 1;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '/' or '?';

    private static bool IsDomain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-';
}
