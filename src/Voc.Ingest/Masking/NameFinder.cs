namespace Voc.Ingest.Masking;

/// <summary>
/// Finds names: where the text says that they are names (after 氏名：, before と申します, before an honorific), and full names in kanji, kana
/// and Latin letters wherever they stand.
/// </summary>
internal static class NameFinder
{
    private static readonly string[] Labels = ["氏名", "名前", "姓名", "フリガナ", "ふりがな", "契約者名", "会員名", "名義人", "宛名", "受取人"];
    private static readonly string[] Holders = ["担当者", "担当", "名義", "契約者", "申込者", "代表者", "保護者", "責任者", "差出人", "送り主", "対応者"];
    private static readonly string[] Honorifics = ["様", "さん", "さま", "氏", "殿", "君", "くん", "ちゃん", "先生", "店長", "部長", "課長", "係長", "主任", "社長", "支店長", "所長", "医師"];
    private static readonly string[] SelfIntroductions = ["と申します", "と申す者", "と申しまして", "ともうします", "と申しました", "という者", "というもの", "といいます", "と言います", "と名乗", "でございます", "っていいます", "って言います", "って言う", "っていう", "という名"];
    private static readonly string[] Copulas = ["です", "だけど", "ですが", "だが", "ですけど"];
    private static readonly string[] NoNames = ["不明", "なし", "無し", "匿名", "非公開", "未記入", "未入力", "同上", "何", "誰", "なん", "この", "その", "家内", "本人", "主人", "下記", "以下", "法人", "同じ", "別", "わたし"];
    private static readonly string[] AfterSama = ["々", "子", "式", "相", "態", "変"];
    private static readonly string[] Me = ["私は", "わたしは", "名前は", "担当は", "担当者は", "当方", "。", "\n", "「", "の", "ます、", "ません、"];
    private const string Places = "中野 渋谷 品川 千葉 福島 宮城 石川 福井 長野 山口 福岡 長崎 宮崎 川崎 秋田 富山 岡山 大分 目黒 豊島 町田 立川 和泉 神戸 大津 宇都宮 水戸 山形 広島 東 西 南 北 原 中 森 林 星 今";

    public static void Find(FoldedText text, NameBook book, List<PersonalData> found)
    {
        FindEach(text, book, Labels, found, AfterLabel);
        FindEach(text, book, Holders, found, AfterHolder);
        FindEach(text, book, SelfIntroductions, found, BeforeIntroduction);
        FindEach(text, book, Honorifics, found, BeforeHonorific);
        FindEach(text, book, Copulas, found, BeforeCopula);
        FullNames.Find(text, book, found);
        KanaNames.Find(text, book, found);
        RomanNames.Find(text, book, found);
    }

    private delegate (int Start, int End) Rule(FoldedText text, NameBook book, int at, string word);

    private static void FindEach(FoldedText text, NameBook book, string[] words, List<PersonalData> found, Rule rule)
    {
        foreach (var word in words)
        {
            for (var at = text.Original.IndexOf(word); at >= 0;)
            {
                var (start, end) = rule(text, book, at, word);
                if (end > start && start >= 0 && !IsNoName(text.Original[start..end]))
                {
                    found.Add(new(PersonalDataKind.Name, start, end - start));
                }

                var next = text.Original[(at + 1)..].IndexOf(word);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
    }

    private static (int Start, int End) AfterLabel(FoldedText text, NameBook book, int at, string word)
    {
        if (word == "名前" && at > 0 && text.Original[at - 1] is not ('お' or '\n' or ' ' or '　' or '【' or '、' or '。' or '「' or '・' or '■' or '●'))
        {
            return default;
        }

        var (start, spoken) = ValueStart(text, at + word.Length);
        if (start < 0)
        {
            return default;
        }

        var end = NameRun.End(text, start, spoken);
        return !spoken || text.Has("です", end) || text.Has("と申", end) || text.Has("でござ", end) ? (start, end) : default;
    }

    /// <summary>After words that stand before others than people too, only what is a surname.</summary>
    private static (int Start, int End) AfterHolder(FoldedText text, NameBook book, int at, string word)
    {
        var (start, spoken) = ValueStart(text, at + word.Length);
        if (start < 0)
        {
            return default;
        }

        var end = NameRun.End(text, start, spoken);
        return end > start && NameStart.Of(text, book, end) == start ? (start, end) : default;
    }

    /// <summary>Where the value of a label starts, and whether は stands between them; −1 where there is none.</summary>
    private static (int Start, bool Spoken) ValueStart(FoldedText text, int i)
    {
        while (text.At(i) is ' ' or '】' or ']' or ')')
        {
            i++;
        }

        var spoken = text.At(i) == 'は';
        if (!spoken && text.At(i) is not (':' or '=' or '\t'))
        {
            return (-1, false);
        }

        do
        {
            i++;
        }
        while (text.At(i) is ' ');
        return (i, spoken);
    }

    private static (int Start, int End) BeforeIntroduction(FoldedText text, NameBook book, int at, string word)
    {
        if (text.At(at + word.Length) is 'か' or '？' or '?' && text.At(at + word.Length + 1) != 'ら')
        {
            return default;
        }

        var (start, end) = Bracketed(text, at);
        var name = NameStart.Of(text, book, end);
        if (name >= 0)
        {
            return (name, at);
        }

        if (!word.StartsWith("と申", StringComparison.Ordinal) && word != "ともうします")
        {
            return default;
        }

        start = NameRun.Start(text, end);
        start = start < end ? start : NameRun.HiraganaStart(text, end);
        return start < end ? (start, at) : char.IsAsciiLetter(text.At(end - 1)) ? (RomanNames.WordStart(text, end), at) : default;
    }

    /// <summary>The reading in brackets after a name belongs to it: 田中（たなか）と申します.</summary>
    private static (int Start, int End) Bracketed(FoldedText text, int at)
    {
        if (text.At(at - 1) != ')')
        {
            return (at, at);
        }

        var open = text.Folded[..at].LastIndexOf('(');
        return open > 0 && at - open <= Kana.MaxName * 2 ? (open, open) : (at, at);
    }

    private static (int Start, int End) BeforeHonorific(FoldedText text, NameBook book, int at, string word)
    {
        if (at == 0 || (word == "氏" && text.Has("氏名", at)) || (word == "様" && IsPartOfWord(text, at + 1)))
        {
            return default;
        }

        var end = NameRun.WithoutTitle(text, at);
        end = text.At(end - 1) == ' ' ? end - 1 : end;
        var start = NameStart.Of(text, book, end);
        if (start < 0 && word is "くん" or "ちゃん" or "君" or "さん" or "様" or "さま")
        {
            start = NameStart.OfGivenName(text, book, end);
        }

        // These follow words in hiragana too often.
        var loose = word is "氏" or "殿" or "君" && Script.IsHiragana(text.At(end - 1));
        return start < 0 || loose ? default : (start, end);
    }

    private static bool IsPartOfWord(FoldedText text, int after)
    {
        foreach (var word in AfterSama)
        {
            if (text.Has(word, after))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>田中です at the start of a sentence or after 私は or の; in kana and Latin letters at the start alone.</summary>
    private static (int Start, int End) BeforeCopula(FoldedText text, NameBook book, int at, string word)
    {
        if (at > 0 && !Script.IsKanji(text.Original[at - 1]))
        {
            var other = at > 2 ? NameStart.Of(text, book, at) : -1;
            return other >= 0 && at - other > 2 && (other == 0 || text.At(other - 1) is '「' or 'の' || text.EndsBefore("私は", other)) && !book.IsWord(text.Original[other..at]) ? (other, at) : default;
        }

        var start = at;
        while (start > 0 && at - start < 6 && Script.IsKanji(text.Original[start - 1]))
        {
            start--;
        }

        var name = text.Original[start..at];
        if (name.Length < 2 || !book.IsCommonSurname(name) || Places.AsSpan().IndexOf(name) >= 0)
        {
            return default;
        }

        if (start == 0)
        {
            return (0, at);
        }

        foreach (var before in Me)
        {
            if (text.EndsBefore(before, start))
            {
                return (start, at);
            }
        }

        return default;
    }

    private static bool IsNoName(ReadOnlySpan<char> name)
    {
        foreach (var word in NoNames)
        {
            if (name.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }
}
