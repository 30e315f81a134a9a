namespace Voc.Analysis.Opinions;

/// <summary>
/// Tells what a writer says from what the writer only names: the fault in 障害の報告, what was expected before a contrast, what
/// others are quoted with, the measure in 怖いくらい早い.
/// </summary>
internal static class Mentions
{
    private const double Expected = 0.2;
    private const int Reach = 14;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Measures = TailReader.Set("くらい", "ぐらい", "ほど", "位", "程");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Expecting = TailReader.Set("思う", "思いきや", "覚悟", "予想", "心配", "疑う", "聞く", "イメージ", "印象", "不安", "身構える", "見える", "敬遠", "期待", "想像", "迷う", "半信半疑");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Rumours = TailReader.Set("評判", "声", "噂", "うわさ", "口コミ", "話", "イメージ", "レビュー", "意見");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Persons = TailReader.Set("父", "母", "祖父", "祖母", "夫", "妻", "主人", "娘", "息子", "子", "子ども", "子供", "孫", "私", "人", "者", "親", "両親", "友人", "自分");

    /// <summary>Marks the findings of a sentence that are no opinions of the writer.</summary>
    public static void Mark(Passage p, TokenRange sentence, List<Finding> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (finding.IsCue)
            {
                continue;
            }

            var next = i + 1 < findings.Count ? findings[i + 1] : null;
            if (IsMeasure(p, finding, next) || IsDegree(p, finding))
            {
                (finding.IsMention, finding.Weight) = (true, 0);
            }
            else if (finding.Strength < 0 && (IsConceded(p, finding) || next is not null && IsExpectation(p, finding, sentence, findings[^1])))
            {
                (finding.IsMention, finding.Weight) = (true, finding.Weight * Expected);
            }
            else
            {
                finding.IsMention = IsQuoted(p, finding, sentence) || IsOfPerson(p, finding) || IsPartOfName(p, finding) || IsRumour(p, finding) || IsPlainAttribute(p, finding);
            }
        }
    }

    // 怖いくらい早い, 過剰なくらい厳重
    private static bool IsMeasure(Passage p, Finding finding, Finding? next) =>
        next is { IsCue: false } && p.IsAny(finding.End, Measures) && next.Words.Start - finding.End <= 4;

    // 満足度が低い, 故障率が高い
    private static bool IsDegree(Passage p, Finding finding) =>
        finding.End == finding.Words.End && (p.Is(finding.End, "度") || p.Is(finding.End, "率"));

    // 高いと思っていたが納得した, 期待していなかったけど旨い, 狭いと覚悟していた部屋
    private static bool IsExpectation(Passage p, Finding finding, TokenRange sentence, Finding last)
    {
        var expected = p.IsBaseAny(finding.Words.End - 1, Expecting);
        for (var i = finding.Words.End; i < Math.Min(sentence.End, finding.End + Reach) && i < last.Words.Start; i++)
        {
            expected |= p.IsBaseAny(i, Expecting);
            var happened = p.Class(i - 1) is WordClass.Auxiliary or WordClass.Verb or WordClass.DependentVerb;
            if (SentenceStructure.IsContrast(p, i) || p.Is(i, "たら") || p.Is(i, "や") && p.Is(i - 1, "き"))
            {
                return expected && happened;
            }

            if (expected && p.IsBase(i - 1, "た") && p.Class(i).IsNominal() && last.Strength > 0)
            {
                return true;
            }
        }

        return false;
    }

    // 冷めても硬くならない, 値上げされても使い続ける
    private static bool IsConceded(Passage p, Finding finding) =>
        p.Is(finding.End, "て") && p.Is(finding.End + 1, "も") || p.Is(finding.End, "ても") || p.Is(finding.End, "でも");

    // 障害の報告, リコールの連絡, エラー行: the fault only names something else.
    private static bool IsPartOfName(Passage p, Finding finding)
    {
        if (finding.Entry is not { } entry || finding.Negated || finding.End != finding.Words.End || finding.End >= p.Count)
        {
            return false;
        }

        var last = p.Class(finding.Words.End - 1);
        if (last is not (WordClass.Noun or WordClass.VerbalNoun) || entry.Group is "general" or "idioms" or "slang" && entry.Plain is not { Strength: < 0 })
        {
            return false;
        }

        var next = p.Surface(finding.End) is "ー" or "w" or "草" or "笑" ? WordClass.Symbol : p.Class(finding.End);
        return next is WordClass.Noun or WordClass.VerbalNoun || next == WordClass.NounSuffix && !p.Is(finding.End, "感") && !p.Is(finding.End, "さ") && !p.Is(finding.End, "的")
            || next == WordClass.GenitiveParticle && p.Class(finding.End + 1) is WordClass.Noun or WordClass.VerbalNoun;
    }

    // 「まだ換えなくて大丈夫ですよ」と言ってくれた
    private static bool IsQuoted(Passage p, Finding finding, TokenRange sentence)
    {
        var (open, close) = Quotes.Around(p, finding, sentence);
        return open >= 0 && (p.Is(close + 1, "と") || p.Is(close + 1, "って") || p.Is(close + 1, "という") || p.Is(close + 1, "の") && p.Is(close + 2, "一言"));
    }

    // 腰の悪い父が: says who it is.
    private static bool IsOfPerson(Passage p, Finding finding) =>
        finding.Strength < 0 && finding.End == finding.Words.End && p.Class(finding.End - 1) == WordClass.Adjective && p.IsAny(finding.End, Persons);

    // 「不満という声を聞くが」
    private static bool IsRumour(Passage p, Finding finding) =>
        p.Is(finding.End, "という") && p.IsAny(finding.End + 1, Rumours) || p.Is(finding.End, "と") && p.Is(finding.End + 1, "評判");

    // 新しい機種が, 古い端末でも: which one it is, rather than what it is like.
    private static bool IsPlainAttribute(Passage p, Finding finding) =>
        finding.Entry is { Senses: [{ Target: not null }, ..] or [{ Strength: <= 0.2 and >= -0.3 }] } && finding.IsPlain
        && finding.Target.Start == finding.End && finding.Words.End == finding.End
        && p.Class(finding.Words.End - 1) == WordClass.Adjective
        && p.Class(finding.Target.End) is WordClass.CaseParticle or WordClass.TopicParticle or WordClass.GenitiveParticle;
}
