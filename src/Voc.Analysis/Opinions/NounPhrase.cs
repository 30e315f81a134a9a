using Voc.Analysis.Text;

namespace Voc.Analysis.Opinions;

/// <summary>Finds the noun phrases that opinions are about.</summary>
internal static class NounPhrase
{
    private const int Longest = 8;
    private const int Reach = 16;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = TailReader.Set("時", "後", "中", "前", "間", "頃", "際", "以降", "以来", "目", "毎", "ごと", "ごろ", "以上", "程度", "くらい", "ぐらい");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Vague = TailReader.Set("人", "方", "場合", "時間帯", "状態", "状況", "感じ", "気", "本当", "点", "他", "ほか", "事", "物", "者", "自体", "全体", "部分", "理由", "結果", "原因", "意味", "形", "友人", "友達", "家族", "主人", "母", "父", "妻", "夫", "娘", "息子", "子供", "子ども", "客", "個人的", "印象", "最後", "隅々", "細部", "隅", "細かいところ");

    /// <summary>The compound noun that ends at a token, empty where it says nothing: a pronoun, a time, a number.</summary>
    public static TokenRange EndingAt(Passage p, int last, int first)
    {
        var c = p.Class(last);
        if (IsNominalised(p, last))
        {
            return new(last, last + 1);
        }

        if (!c.IsNominal() || c is WordClass.TimeNoun or WordClass.Counter or WordClass.Number || p.IsAny(last, Times))
        {
            return TokenRange.None;
        }

        var surface = p.Surface(last);
        if (surface is "ー" or "w" or "W" || surface.Length == 1 && Scripts.IsKana(surface[0]))
        {
            return TokenRange.None;
        }

        var start = last;
        first = Math.Max(first, last - Longest + 1);
        while (start > first && (p.Class(start - 1).IsNominal() || p.Class(start - 1) == WordClass.Prefix || IsLink(p, start - 1)))
        {
            start--;
        }

        while (start < last && (p.Class(start) is WordClass.TimeNoun or WordClass.Counter or WordClass.Number || IsLink(p, start) || IsPolitePrefix(p, start)))
        {
            start++;
        }

        return start == last && (p.IsAny(last, Vague) || c == WordClass.NounSuffix) ? TokenRange.None : new(start, last + 1);
    }

    /// <summary>The noun phrase a particle marks, without what stands between: 「部屋には」「梱包だけは」「価格のほうが」「還元率1%は」「硬さが」.</summary>
    public static TokenRange Before(Passage p, int particle, int sentenceStart)
    {
        var i = particle - 1;
        sentenceStart = Math.Max(sentenceStart, particle - Reach);
        while (i > sentenceStart && p.Class(i) is WordClass.CaseParticle or WordClass.Particle or WordClass.TopicParticle)
        {
            i--;
        }

        if (i > sentenceStart + 1 && (p.Is(i, "ほう") || p.Is(i, "方") || p.Is(i, "こと") || p.Is(i, "点") || p.Is(i, "部分") || p.Is(i, "自体")) && p.Class(i - 1) == WordClass.GenitiveParticle)
        {
            i -= 2;
        }

        if (p.Is(i, "さ") && i > sentenceStart && p.Class(i - 1) is WordClass.Adjective or WordClass.DependentAdjective)
        {
            return new(i - 1, i + 1);
        }

        // The number itself is no thing, but 還元率1% is 還元率.
        while (i > sentenceStart && (p.Class(i) is WordClass.Number or WordClass.Counter || p.Is(i, "%") || p.Is(i, ".")))
        {
            i--;
        }

        return i < sentenceStart ? TokenRange.None : EndingAt(p, i, sentenceStart);
    }

    /// <summary>Whether a verb stands as a noun: the 減り of 減りが早い.</summary>
    public static bool IsNominalised(Passage p, int i) =>
        p.Class(i) == WordClass.Verb && p.Tokens[i].Word.ConjugationForm == "連用形" && p.Surface(i).Length > 1
        && p.Class(i + 1) is WordClass.CaseParticle or WordClass.TopicParticle && (p.Is(i + 1, "が") || p.Is(i + 1, "は") || p.Is(i + 1, "も") && !TailReader.IsNegative(p, i + 2) && !p.IsBase(i + 2, "する"))
        && !p.IsBase(i + 2, "する") && !p.IsBase(i + 2, "いたす");

    // 接客・料理, Wi-Fi
    private static bool IsLink(Passage p, int i) => p.Is(i, "・") || p.Is(i, "-") && p.Class(i - 1).IsNominal() && p.Class(i + 1).IsNominal();

    private static bool IsPolitePrefix(Passage p, int i) => p.Class(i) == WordClass.Prefix && (p.Is(i, "ご") || p.Is(i, "御"));
}
