namespace Voc.Ingest.Masking;

/// <summary>Finds full names in kanji inside sentences, with or without a space: 田中太郎, 林 真理子, 佐藤さくら.</summary>
internal static class FullNames
{
    private const int MaxSurname = 5;
    private const int MaxGivenName = 3;
    private const int MaxPrefix = 10;
    private const int MaxRun = 24;

    /// <summary>What stands before a name in the same run of kanji.</summary>
    private static readonly string[] Roles =
    [
        "担当", "担当者", "店員", "社員", "職員", "駅員", "係員", "販売員", "営業", "営業担当", "窓口", "受付", "部長", "課長", "係長", "店長", "社長", "主任", "医師", "弁護士", "先生", "代表", "責任者", "会社",
        "会員", "名義", "名義人", "契約者", "契約者名", "本人", "夫", "妻", "母", "父", "娘", "息子", "長男", "長女", "次男", "次女", "弟", "妹", "兄", "姉", "祖母", "祖父", "義母", "義父", "友人", "同僚", "上司", "部下", "氏名", "名前", "姓名",
        "宛", "宛名", "旧姓", "受取人", "申込者", "患者", "利用者", "店", "支店", "部", "課", "係", "室", "科", "所", "様", "者", "名",
    ];

    /// <summary>What goes on after a name in the same run of kanji.</summary>
    private static readonly string[] Suffixes = ["名義", "宛", "様", "氏", "殿", "君", "先生", "本人", "店長", "部長", "課長", "係長", "主任", "社長", "名", "方", "医師", "選手", "容疑", "担当", "印", "行", "御中", "生年", "住所", "電話", "会員"];

    public static void Find(FoldedText text, NameBook book, List<PersonalData> found)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Script.IsKanji(text.Original[at]))
            {
                at++;
                continue;
            }

            var end = RunEnd(text, at);
            var name = InRun(text, book, at, end);
            if (name.End > 0)
            {
                found.Add(new(PersonalDataKind.Name, name.Start, name.End - name.Start));
            }

            at = Math.Max(name.End, end);
        }
    }

    private static (int Start, int End) InRun(FoldedText text, NameBook book, int start, int end)
    {
        for (var from = start; from < end && from - start <= MaxPrefix; from++)
        {
            if (from > start && !EndsWithRole(text, start, from))
            {
                continue;
            }

            for (var length = Math.Min(MaxSurname, end - from); length > 0; length--)
            {
                var name = book.IsSurname(text.Original.Slice(from, length)) ? GivenEnd(text, book, from, from + length, end) : -1;
                if (name > 0)
                {
                    return (from, name);
                }
            }
        }

        return default;
    }

    private static int GivenEnd(FoldedText text, NameBook book, int from, int surnameEnd, int runEnd)
    {
        var spaced = surnameEnd == runEnd && text.At(runEnd) == ' ';
        var start = spaced ? runEnd + 1 : surnameEnd;
        if (start >= text.Length)
        {
            return -1;
        }

        var surname = text.Original[from..surnameEnd];
        var c = text.Original[start];
        return Script.IsKanji(c) ? KanjiEnd(text, book, surname, start, spaced ? RunEnd(text, start) : runEnd, spaced)
            : surname.Length < 2 || !book.IsCommonSurname(surname) ? -1
            : Script.IsHiragana(c) ? HiraganaEnd(text, book, start, spaced)
            : Script.IsKatakana(c) ? KatakanaEnd(text, book, start, spaced)
            : -1;
    }

    private static int KanjiEnd(FoldedText text, NameBook book, ReadOnlySpan<char> surname, int start, int runEnd, bool spaced)
    {
        for (var length = Math.Min(MaxGivenName, runEnd - start); length > 0; length--)
        {
            var end = start + length;
            var bounded = end == runEnd || StartsWithSuffix(text, end);
            var given = text.Original[start..end];
            if (bounded && book.IsGivenName(given) && (spaced ? IsSpaced(book, surname, given) : IsJoined(text, book, surname, given, end)))
            {
                return end;
            }
        }

        return -1;
    }

    private static bool IsSpaced(NameBook book, ReadOnlySpan<char> surname, ReadOnlySpan<char> given) =>
        book.IsCommonSurname(surname) || (surname.Length > 1 && (!book.IsWord(surname) || book.IsOnlyGivenName(given)));

    private static bool IsJoined(FoldedText text, NameBook book, ReadOnlySpan<char> surname, ReadOnlySpan<char> given, int end)
    {
        if (surname.Length == 1)
        {
            return book.IsCommonSurname(surname) && book.IsOnlyGivenName(given) && !book.IsWord(text.Original[(end - given.Length - 1)..end]);
        }

        var next = text.At(end);
        var common = book.IsCommonSurname(surname);
        return given.Length == 1
            ? common && (!Script.IsHiragana(next) || Script.IsParticle(next)) && !book.IsWord(text.Original[(end - given.Length - surname.Length)..end])
            : common || book.IsOnlyGivenName(given);
    }

    private static int HiraganaEnd(FoldedText text, NameBook book, int start, bool spaced)
    {
        var runEnd = Kana.RunEnd(text, start);
        for (var end = Math.Min(runEnd, start + 5); end >= start + 2; end--)
        {
            var bounded = end == runEnd || Script.IsParticle(text.Original[end]);
            var given = text.Original[start..end];
            if (bounded && (book.IsHiraganaGivenName(given) || (spaced && end == runEnd && book.IsGivenNameReading(Kana.ToKatakana(given)))))
            {
                return end;
            }
        }

        return -1;
    }

    private static int KatakanaEnd(FoldedText text, NameBook book, int start, bool spaced)
    {
        var end = Kana.RunEnd(text, start);
        return end - start >= (spaced ? 2 : 3) && book.IsGivenNameReading(Kana.ToKatakana(text.Original[start..end])) ? end : -1;
    }

    private static bool EndsWithRole(FoldedText text, int start, int end)
    {
        foreach (var role in Roles)
        {
            if (end - start >= role.Length && text.EndsBefore(role, end))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithSuffix(FoldedText text, int at)
    {
        foreach (var suffix in Suffixes)
        {
            if (text.Has(suffix, at))
            {
                return true;
            }
        }

        return false;
    }

    private static int RunEnd(FoldedText text, int start)
    {
        var most = Math.Min(text.Length, start + MaxRun);
        while (start < most && (Script.IsKanji(text.Original[start]) || (text.Original[start] is 'ヶ' or 'ケ' or 'ノ' or '之' && start + 1 < text.Length && Script.IsKanji(text.Original[start + 1]))))
        {
            start++;
        }

        return start;
    }
}
