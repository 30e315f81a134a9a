namespace Voc.Ingest.Masking;

/// <summary>Finds dates of birth: a date with its day after 生年月日 or before 生まれ, by the Gregorian calendar or by eras. A year alone stays, as analysis needs it.</summary>
internal static class BirthDateFinder
{
    private const int MaxDate = 20;
    private const int MaxGap = 10;
    private static readonly string[] Labels = ["生年月日", "誕生日", "お誕生日", "生まれは", "出生日", "Birthday", "birthday", "DOB", "Date of birth", "date of birth", "バースデー"];
    private static readonly string[] Births = ["生まれ", "うまれ", "産まれ", "生れ", "生"];
    private static readonly string[] Eras = ["明治", "大正", "昭和", "平成", "令和", "M", "T", "S", "H", "R"];

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        foreach (var label in Labels)
        {
            for (var at = text.Original.IndexOf(label); at >= 0; at = Next(text, label, at))
            {
                AfterLabel(text, at + label.Length, found);
            }
        }

        foreach (var birth in Births)
        {
            for (var at = text.Original.IndexOf(birth); at >= 0; at = Next(text, birth, at))
            {
                BeforeBirth(text, at, birth, found);
            }
        }
    }

    private static int Next(FoldedText text, string word, int at)
    {
        var next = text.Original[(at + 1)..].IndexOf(word);
        return next < 0 ? -1 : at + 1 + next;
    }

    private static void AfterLabel(FoldedText text, int from, List<PersonalData> found)
    {
        for (var start = from; start < text.Length && start - from <= MaxGap; start++)
        {
            if (DateEnd(text, start, true) is > 0 and var end)
            {
                found.Add(new(PersonalDataKind.BirthDate, start, end - start));
                return;
            }

            if (text.At(start) is '。' or '\n' && start > from)
            {
                return;
            }
        }
    }

    private static void BeforeBirth(FoldedText text, int at, string birth, List<PersonalData> found)
    {
        if (birth == "生" && Script.IsKanji(text.At(at + 1)))
        {
            return;
        }

        var last = text.At(at - 1) == ' ' ? at - 1 : at;
        for (var start = Math.Max(0, last - MaxDate); start < last; start++)
        {
            if (!char.IsAsciiLetterOrDigit(text.At(start - 1)) && DateEnd(text, start, false) == last)
            {
                found.Add(new(PersonalDataKind.BirthDate, start, last - start));
                return;
            }
        }
    }

    /// <summary>The end of a date with month and day that starts at an offset, or −1; beside a label it may be written without signs or without its year.</summary>
    private static int DateEnd(FoldedText text, int start, bool labelled)
    {
        var at = start;
        foreach (var era in Eras)
        {
            at = text.Folded[start..].StartsWith(era, StringComparison.OrdinalIgnoreCase) ? start + era.Length : at;
        }

        var hasEra = at > start;
        at = hasEra && text.At(at) is '.' or ' ' ? at + 1 : at;
        var year = text.At(at) == '元' && hasEra ? at + 1 : Digits(text, at, 8);
        if (year - at == 8 && labelled && !char.IsAsciiDigit(text.At(year)))
        {
            return year;
        }

        var width = year - at;
        if (width is < 1 or > 4 || (!hasEra && width == 3))
        {
            return -1;
        }

        var month = Part(text, year, "年");
        var day = month < 0 ? -1 : Part(text, month, "月");
        if (day > 0)
        {
            return hasEra || width == 4 || labelled ? AfterSign(text, day, "日") : -1;
        }

        // Month and day alone, only beside a label.
        var only = labelled && !hasEra && width <= 2 ? Part(text, year, "月") : -1;
        return only > 0 && text.Has("月", year) ? AfterSign(text, only, "日") : -1;
    }

    private static int AfterSign(FoldedText text, int at, string sign) => text.Has(sign, at) ? at + sign.Length : at;

    /// <summary>The end of the one or two digits after a sign between parts of a date.</summary>
    private static int Part(FoldedText text, int at, string sign)
    {
        var start = text.Has(sign, at) ? at + sign.Length : text.At(at) is '/' or '-' or '.' or '・' ? at + 1 : -1;
        start = start > 0 && text.At(start) == ' ' ? start + 1 : start;
        var end = start < 0 ? -1 : Digits(text, start, 2);
        return end > start ? end : -1;
    }

    private static int Digits(FoldedText text, int start, int most)
    {
        var end = start;
        while (end - start < most && (char.IsAsciiDigit(text.At(end)) || (most == 2 && Script.IsKanjiNumeral(text.At(end)))))
        {
            end++;
        }

        return end;
    }
}
