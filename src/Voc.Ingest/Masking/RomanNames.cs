namespace Voc.Ingest.Masking;

/// <summary>Finds names in Latin letters: Taro Tanaka, TANAKA Taro, Mr. Tanaka, Tanaka-san.</summary>
internal static class RomanNames
{
    private const int MaxWord = 16;
    private static readonly string[] Titles = ["Mr. ", "Mr.", "Mr ", "Ms. ", "Ms.", "Ms ", "Mrs. ", "Mrs.", "Mrs ", "Miss ", "Dr. "];
    private static readonly string[] Suffixes = ["-san", "-sama", "-kun", "-chan", " san ", " sama "];

    public static void Find(FoldedText text, NameBook book, List<PersonalData> found)
    {
        for (var at = NextLetter(text, 0); at < text.Length; at = NextLetter(text, at))
        {
            var end = WordEnd(text, at);
            var isWhole = !IsInsideAddress(text, at - 1);
            var last = isWhole ? NameEnd(text, book, at, end) : -1;
            if (last > 0)
            {
                found.Add(new(PersonalDataKind.Name, at, last - at));
            }

            at = Math.Max(last, end);
        }
    }

    /// <summary>Where the word starts that ends at an offset.</summary>
    public static int WordStart(FoldedText text, int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxWord && IsLetter(text.Folded[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>Whether a word is a surname or a given name.</summary>
    public static bool IsPart(NameBook book, ReadOnlySpan<char> word)
    {
        var key = word.Length is > 2 and <= MaxWord ? RomanName.Key(word) : "";
        return key.Length > 1 && (book.IsRomanSurname(key) || book.IsRomanGivenName(key));
    }

    private static int NameEnd(FoldedText text, NameBook book, int start, int end)
    {
        if (end - start > MaxWord || !char.IsAsciiLetterUpper(text.Folded[start]))
        {
            return -1;
        }

        foreach (var title in Titles)
        {
            if (text.Folded[..start].EndsWith(title, StringComparison.Ordinal) && !char.IsAsciiLetter(text.At(start - title.Length - 1)))
            {
                return SecondWord(text, end) is > 0 and var second ? second : end;
            }
        }

        foreach (var suffix in Suffixes)
        {
            if (text.Folded[end..].StartsWith(suffix, StringComparison.OrdinalIgnoreCase) && IsPart(book, text.Folded[start..end]))
            {
                return end;
            }
        }

        var next = SecondWord(text, end);
        if (next < 0 || end - start < 2)
        {
            return -1;
        }

        var second2 = text.Folded[WordStart(text, next)..next];
        var (first, last) = (RomanName.Key(text.Folded[start..end]), RomanName.Key(second2));
        return (book.IsRomanSurname(first) && book.IsRomanGivenName(last)) || (book.IsRomanGivenName(first) && IsSurname(book, last)) ? next : -1;
    }

    /// <summary>A rare surname is sure enough where it is long.</summary>
    private static bool IsSurname(NameBook book, string key) => book.IsRomanSurname(key) || (key.Length > 4 && book.IsAnyRomanSurname(key));

    /// <summary>The end of the next word where that starts with a capital, or −1.</summary>
    private static int SecondWord(FoldedText text, int end)
    {
        var start = text.At(end) == ',' && text.At(end + 1) == ' ' ? end + 2 : text.At(end) is ' ' or '.' or '_' ? end + 1 : -1;
        if (start < 0 || !char.IsAsciiLetterUpper(text.At(start)))
        {
            return -1;
        }

        var last = WordEnd(text, start);
        return last - start is > 1 and <= MaxWord && !IsInsideAddress(text, last) ? last : -1;
    }

    private static bool IsInsideAddress(FoldedText text, int at) => text.At(at) is '@' or '/' or '_' or '#' or '-' || char.IsAsciiDigit(text.At(at));

    private static int NextLetter(FoldedText text, int from)
    {
        while (from < text.Length && !IsLetter(text.Folded[from]))
        {
            from++;
        }

        return from;
    }

    private static int WordEnd(FoldedText text, int start)
    {
        while (start < text.Length && IsLetter(text.Folded[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is 'ō' or 'Ō' or 'ū' or 'Ū' or 'ā' or '\'';
}
