namespace Voc.Ingest.Masking;

/// <summary>
/// Finds names where the text says that they are names: after 氏名：, before と申します, and a common surname before an honorific.
/// A name inside a sentence without such a sign is not found.
/// </summary>
internal static class NameFinder
{
    private static readonly string[] Labels = ["氏名", "名前", "姓名", "フリガナ", "ふりがな", "契約者名", "会員名"];
    private static readonly string[] Honorifics = ["様", "さん", "さま", "氏", "殿"];
    private static readonly string[] SelfIntroductions = ["と申します", "と申す者", "と申しまして", "といいます", "と言います"];
    private static readonly string[] NoNames = ["不明", "なし", "無し", "匿名", "非公開", "未記入", "未入力", "同上", "何", "誰", "なん", "この", "その"];

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        FindEach(text, Labels, found, AfterLabel);
        FindEach(text, SelfIntroductions, found, BeforeIntroduction);
        FindEach(text, Honorifics, found, BeforeHonorific);
    }

    private delegate (int Start, int End) Rule(FoldedText text, int at, string word);

    private static void FindEach(FoldedText text, string[] words, List<PersonalData> found, Rule rule)
    {
        foreach (var word in words)
        {
            for (var at = text.Original.IndexOf(word); at >= 0;)
            {
                var (start, end) = rule(text, at, word);
                if (end > start && !IsNoName(text.Original[start..end]))
                {
                    found.Add(new(PersonalDataKind.Name, start, end - start));
                }

                var next = text.Original[(at + 1)..].IndexOf(word);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
    }

    private static (int Start, int End) AfterLabel(FoldedText text, int at, string word)
    {
        if (word == "名前" && at > 0 && text.Original[at - 1] is not ('お' or '\n' or ' ' or '　' or '【' or '、' or '。' or '「' or '・' or '■' or '●'))
        {
            return default;
        }

        var i = at + word.Length;
        while (text.At(i) is ' ' or '】' or ']' or ')')
        {
            i++;
        }

        var spoken = text.At(i) == 'は';
        if (!spoken && text.At(i) is not (':' or '=' or '\t'))
        {
            return default;
        }

        do
        {
            i++;
        }
        while (text.At(i) is ' ');

        var end = NameRun.End(text, i, spoken);
        return !spoken || text.Has("です", end) || text.Has("と申", end) || text.Has("でござ", end) ? (i, end) : default;
    }

    private static (int Start, int End) BeforeIntroduction(FoldedText text, int at, string word)
    {
        if (text.At(at + word.Length) is 'か' or '？' or '?' && text.At(at + word.Length + 1) != 'ら')
        {
            return default;
        }

        var start = NameRun.Start(text, at);
        var surname = Surnames.StartIn(text.Original[start..at]);
        return surname >= 0 ? (start + surname, at)
            : word.StartsWith("と申", StringComparison.Ordinal) ? (start < at ? start : NameRun.HiraganaStart(text, at), at)
            : default;
    }

    private static (int Start, int End) BeforeHonorific(FoldedText text, int at, string word)
    {
        var end = NameRun.WithoutTitle(text, at);
        var start = NameRun.Start(text, end);
        var surname = Surnames.StartIn(text.Original[start..end]);
        return surname < 0 || (word == "氏" && text.Has("氏名", at)) ? default : (start + surname, end);
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
