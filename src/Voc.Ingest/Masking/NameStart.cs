namespace Voc.Ingest.Masking;

/// <summary>Where a name starts that ends at an offset, in any script; −1 where none ends there.</summary>
internal static class NameStart
{
    private const int MaxRest = 3;
    private const int MaxRoman = 24;
    private static readonly System.Buffers.SearchValues<char> NoGivenName = System.Buffers.SearchValues.Create("屋店社市県区町駅院校園館課部署所局号丸山川");
    private static readonly HashSet<string> NoKana = ["たく", "みな", "おく", "おきゃく", "かみ", "おじ", "おば", "おう", "ごくろう", "かか", "どな", "なに", "おに", "おね", "むすこ", "むすめ", "いもうと", "おとうと", "とう", "かあ", "にい", "ねえ", "じい", "ばあ", "トヨタ", "ホンダ", "マツダ", "カワサキ", "ヤマハ", "ヤマダ電機"];

    /// <summary>By surname and perhaps given name, in kanji, kana or Latin letters.</summary>
    public static int Of(FoldedText text, NameBook book, int end)
    {
        var last = text.At(end - 1);
        return Script.IsKanji(last) ? OfKanji(text, book, end)
            : Script.IsHiragana(last) || Script.IsKatakana(last) ? OfKana(text, book, end)
            : char.IsAsciiLetter(last) ? OfRoman(text, book, end)
            : -1;
    }

    /// <summary>By a given name alone, which a text has before ちゃん and くん, and in katakana before さん.</summary>
    public static int OfGivenName(FoldedText text, NameBook book, int end)
    {
        if (!Script.IsKanji(text.At(end - 1)))
        {
            return OfKanaGivenName(text, book, end);
        }

        var start = end;
        while (start > 0 && end - start <= MaxRest && Script.IsKanji(text.Original[start - 1]))
        {
            start--;
        }

        return start < end && book.IsOnlyGivenName(text.Original[start..end]) ? start : -1;
    }

    private static int OfKanaGivenName(FoldedText text, NameBook book, int end)
    {
        var hiragana = Script.IsHiragana(text.At(end - 1));
        var start = end;
        while (start > 0 && end - start < Kana.MaxName && IsKana(text.Original[start - 1], hiragana))
        {
            start--;
        }

        var name = text.Original[start..end];
        return name.Length < 2 || Script.IsKanji(text.At(start - 1)) ? -1
            : hiragana ? (book.IsHiraganaGivenName(name) ? start : -1)
            : book.IsGivenNameReading(Kana.ToKatakana(name)) && !book.IsWord(name) ? start : -1;
    }

    private static int OfKanji(FoldedText text, NameBook book, int end)
    {
        var start = NameRun.Start(text, end);
        var run = text.Original[start..end];
        for (var from = 0; from < run.Length; from++)
        {
            for (var length = Math.Min(5, run.Length - from); length > 0; length--)
            {
                var surname = run.Slice(from, length);
                var isAlone = length > 1 || run.Length == 1 || (from > 0 && !Script.IsKanji(run[from - 1]));
                if (isAlone && book.IsSurname(surname) && (from == 0 || book.IsCommonSurname(surname) || (book.IsWord(run[..from]) && !surname.EndsWith("屋"))) && IsRest(book, surname, run[(from + length)..]))
                {
                    return start + from;
                }
            }
        }

        return run.IndexOfAny(NoGivenName) < 0 || run.Length < 3 ? UnknownSurname(book, run, start) : -1;
    }

    /// <summary>A run that is no word and looks like a surname, perhaps with a given name after it.</summary>
    private static int UnknownSurname(NameBook book, ReadOnlySpan<char> run, int start)
    {
        for (var length = Math.Min(3, run.Length); length > 1; length--)
        {
            var rest = run[length..].TrimStart(" 　");
            if (book.LooksLikeSurname(run[..length]) && !book.IsWord(run) && (rest.IsEmpty || book.IsGivenName(rest)))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsRest(NameBook book, ReadOnlySpan<char> surname, ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" 　");
        return rest.IsEmpty || (rest.Length <= MaxRest && rest.IndexOfAny(NoGivenName) < 0 && (book.IsCommonSurname(surname) ? !book.IsWord(rest) || book.IsGivenName(rest) : book.IsGivenName(rest)));
    }

    private static int OfKana(FoldedText text, NameBook book, int end)
    {
        var hiragana = Script.IsHiragana(text.Original[end - 1]);
        var start = end;
        while (start > 0 && end - start < Kana.MaxName && IsKana(text.Original[start - 1], hiragana))
        {
            start--;
        }

        if (IsName(book, text.Original[start..end]))
        {
            return start > 1 && text.At(start - 1) is ' ' or '・' && OfKana(text, book, start - 1, hiragana) is >= 0 and var before ? before : start;
        }

        if (start > 1 && text.At(start - 1) is ' ' or '・' && book.IsGivenNameReading(Kana.ToKatakana(text.Original[start..end])) && OfKana(text, book, start - 1, hiragana) is >= 0 and var surname)
        {
            return surname;
        }

        return hiragana ? AfterParticle(text, book, start, end) : -1;
    }

    private static int OfKana(FoldedText text, NameBook book, int end, bool hiragana)
    {
        var start = end;
        while (start > 0 && end - start < Kana.MaxName && IsKana(text.Original[start - 1], hiragana))
        {
            start--;
        }

        return start < end && IsSurname(book, text.Original[start..end]) ? start : hiragana && start < end ? AfterParticle(text, book, start, end) : -1;
    }

    private static int AfterParticle(FoldedText text, NameBook book, int from, int end)
    {
        for (var start = from + 1; start <= end - 2; start++)
        {
            if ("はのがにとでもをやたゃ".Contains(text.Original[start - 1], StringComparison.Ordinal) && (end - start > 2 || text.Original[start - 1] == 'の') && IsName(book, text.Original[start..end]))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsKana(char c, bool hiragana) => c == 'ー' || (hiragana ? Script.IsHiragana(c) : Script.IsKatakana(c));

    private static bool IsSurname(NameBook book, ReadOnlySpan<char> kana)
    {
        if (kana.IsEmpty || NoKana.Contains(kana.ToString()))
        {
            return false;
        }

        var katakana = Kana.ToKatakana(kana);
        return book.IsSurnameReading(katakana) || (Script.IsKatakana(kana[0]) && book.IsAnySurnameReading(katakana) && !book.IsWord(kana));
    }

    /// <summary>A surname, or a surname and a given name without a space.</summary>
    private static bool IsName(NameBook book, ReadOnlySpan<char> kana)
    {
        if (kana.Length < 2)
        {
            return false;
        }

        if (IsSurname(book, kana))
        {
            return true;
        }

        var katakana = Kana.ToKatakana(kana);
        return KanaNames.IsFullName(book, katakana);
    }

    private static int OfRoman(FoldedText text, NameBook book, int end)
    {
        var start = RomanNames.WordStart(text, end);
        var isName = RomanNames.IsPart(book, text.Folded[start..end]);
        if (text.At(start - 1) is ' ' && start >= 3 && end - start < MaxRoman)
        {
            var before = RomanNames.WordStart(text, start - 1);
            if (before < start - 1 && RomanNames.IsPart(book, text.Folded[before..(start - 1)]))
            {
                return before;
            }
        }

        return isName ? start : -1;
    }
}
