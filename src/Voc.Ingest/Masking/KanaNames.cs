namespace Voc.Ingest.Masking;

/// <summary>Finds full names in kana inside sentences: タナカ タロウ, たなか たろう, ﾀﾅｶ ﾀﾛｳ.</summary>
internal static class KanaNames
{
    private const int MinFullName = 5;
    private const int MinPart = 2;

    public static void Find(FoldedText text, NameBook book, List<PersonalData> found)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Script.IsHiragana(text.Original[at]) && !Script.IsKatakana(text.Original[at]))
            {
                at++;
                continue;
            }

            var end = Kana.RunEnd(text, at);
            var start = NameStartIn(text, book, at, end);
            var full = end - start > Kana.MaxName ? -1 : FullEnd(text, book, start, end);
            if (full > 0)
            {
                found.Add(new(PersonalDataKind.Name, start, full - start));
            }

            at = Math.Max(full, SkipRun(text, end));
        }
    }

    /// <summary>Whether a word is a surname and a given name without a space, and no word besides.</summary>
    public static bool IsFullName(NameBook book, ReadOnlySpan<char> katakana)
    {
        if (katakana.Length < MinFullName || katakana.Length > Kana.MaxName || book.IsWord(katakana))
        {
            return false;
        }

        for (var cut = MinPart; cut <= katakana.Length - MinPart; cut++)
        {
            if (book.IsSurnameReading(katakana[..cut]) && book.IsGivenNameReading(katakana[cut..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Before a space a surname in hiragana may follow a particle: 娘のよしだ りこ.</summary>
    private static int NameStartIn(FoldedText text, NameBook book, int start, int end)
    {
        if (text.At(end) != ' ' || !Script.IsHiragana(text.Original[start]))
        {
            return start;
        }

        for (var from = Math.Max(start + 1, end - 6); from <= end - MinPart; from++)
        {
            if (Script.IsParticle(text.Original[from - 1]) && book.IsSurnameReading(Kana.ToKatakana(text.Original[from..end])))
            {
                return from;
            }
        }

        return start;
    }

    private static int FullEnd(FoldedText text, NameBook book, int start, int end)
    {
        if (end - start < MinPart)
        {
            return -1;
        }

        var katakana = Kana.ToKatakana(text.Original[start..end]);
        if (text.At(end) is ' ' or '・' && end + 1 < text.Length && IsSameScript(text, start, end + 1) && (Script.IsKatakana(text.Original[start]) ? book.IsAnySurnameReading(katakana) : book.IsSurnameReading(katakana)))
        {
            return GivenEnd(text, book, end + 1);
        }

        // Without a space hiragana have too many other senses.
        return Script.IsKatakana(text.Original[start]) && IsFullName(book, katakana) ? end : -1;
    }

    /// <summary>A given name that is the whole run, or in hiragana goes up to a particle.</summary>
    private static int GivenEnd(FoldedText text, NameBook book, int start)
    {
        var end = Kana.RunEnd(text, start);
        if (book.IsGivenNameReading(Kana.ToKatakana(text.Original[start..end])))
        {
            return end;
        }

        for (var cut = end - 1; Script.IsHiragana(text.Original[start]) && cut >= start + MinPart; cut--)
        {
            if (Script.IsParticle(text.Original[cut]) && book.IsGivenNameReading(Kana.ToKatakana(text.Original[start..cut])))
            {
                return cut;
            }
        }

        return -1;
    }

    private static bool IsSameScript(FoldedText text, int a, int b) =>
        Script.IsHiragana(text.Original[a]) ? Script.IsHiragana(text.Original[b]) : Script.IsKatakana(text.Original[b]);

    private static int SkipRun(FoldedText text, int end)
    {
        while (end < text.Length && (Script.IsHiragana(text.Original[end]) || Script.IsKatakana(text.Original[end])) && Script.IsHiragana(text.Original[end]) == Script.IsHiragana(text.Original[end - 1]))
        {
            end++;
        }

        return end;
    }
}
