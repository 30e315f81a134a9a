namespace Voc.Analysis.Opinions;

/// <summary>
/// Finds what a predicate is said of: its argument with が, は, も or を, else the noun it stands before, else one with に, で or
/// から, else the topic of the sentence.
/// </summary>
internal static class TargetFinder
{
    private const int Reach = 24;
    private const int LongestCompound = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SubjectMarks = TailReader.Set("が", "は", "も", "を", "って", "こそ", "すら", "さえ");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ObliqueMarks = TailReader.Set("に", "で", "から", "へ", "への", "との", "には", "では");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Times = TailReader.Set("時", "後", "中", "前", "間", "頃", "際", "以降", "以来", "目", "毎", "ごと", "ごろ", "以上", "程度", "くらい", "ぐらい");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Vague = TailReader.Set("人", "方", "場合", "時間帯", "状態", "状況", "感じ", "気", "本当", "点", "他", "ほか", "事", "物", "者", "自体", "全体", "部分", "理由", "結果", "原因", "意味", "形", "友人", "友達", "家族", "主人", "母", "父", "妻", "夫", "娘", "息子", "子供", "子ども", "客");

    /// <summary>The noun phrase a predicate is said of, empty where the text leaves it out.</summary>
    public static TokenRange Find(Passage p, TokenRange predicate, int tailEnd, TokenRange sentence)
    {
        var compound = BeforeNoun(p, predicate, sentence);
        if (!compound.IsEmpty)
        {
            return compound;
        }

        var argument = Argument(p, predicate.Start, sentence.Start, out var oblique, out var isNear);
        if (isNear)
        {
            return argument;
        }

        var modified = Modified(p, predicate, tailEnd, sentence.End);
        return !modified.IsEmpty ? modified
            : !argument.IsEmpty ? argument
            : !oblique.IsEmpty ? oblique
            : Topic(p, sentence.Start, predicate.Start);
    }

    /// <summary>The compound noun that ends at a token, empty where it says nothing: a pronoun, a time, a number.</summary>
    public static TokenRange Compound(Passage p, int last, int first)
    {
        var c = p.Class(last);
        if (!c.IsNominal() || c is WordClass.TimeNoun or WordClass.Counter or WordClass.Number || p.IsAny(last, Times))
        {
            return TokenRange.None;
        }

        var start = last;
        first = Math.Max(first, last - LongestCompound + 1);
        while (start > first && (p.Class(start - 1).IsNominal() || p.Class(start - 1) == WordClass.Prefix || IsMiddleDot(p, start - 1)))
        {
            start--;
        }

        while (start < last && (p.Class(start) is WordClass.TimeNoun or WordClass.Counter or WordClass.Number || IsMiddleDot(p, start) || IsPolitePrefix(p, start)))
        {
            start++;
        }

        return start == last && (p.IsAny(last, Vague) || c == WordClass.NounSuffix) ? TokenRange.None : new(start, last + 1);
    }

    // ログインエラー, ドアの異音, 対応の悪さ
    private static TokenRange BeforeNoun(Passage p, TokenRange predicate, TokenRange sentence)
    {
        var before = predicate.Start - 1;
        if (before < sentence.Start)
        {
            return TokenRange.None;
        }

        var isNoun = p.Class(predicate.End - 1).IsNominal() || p.Class(predicate.End) == WordClass.NounSuffix;
        if (isNoun && p.Class(before).IsNominal())
        {
            return Compound(p, before, sentence.Start);
        }

        return p.Class(before) == WordClass.GenitiveParticle && before > sentence.Start ? Compound(p, before - 1, sentence.Start) : TokenRange.None;
    }

    private static TokenRange Argument(Passage p, int predicate, int sentenceStart, out TokenRange oblique, out bool isNear)
    {
        oblique = TokenRange.None;
        isNear = false;
        var near = true;
        for (var i = predicate - 1; i > Math.Max(sentenceStart, predicate - Reach); i--)
        {
            var c = p.Class(i);
            if (IsBoundary(p, i))
            {
                break;
            }

            if (c is WordClass.CaseParticle or WordClass.TopicParticle or WordClass.Particle)
            {
                var noun = NounBefore(p, i, sentenceStart);
                if (!noun.IsEmpty && p.IsAny(i, SubjectMarks))
                {
                    isNear = near;
                    return noun;
                }

                if (!noun.IsEmpty && oblique.IsEmpty && p.IsAny(i, ObliqueMarks))
                {
                    oblique = noun;
                }
            }

            near &= c is WordClass.Adverb or WordClass.CaseParticle or WordClass.TopicParticle or WordClass.Particle or WordClass.Comma or WordClass.Space;
        }

        return TokenRange.None;
    }

    // 「部屋には」「梱包だけは」「価格のほうが」
    private static TokenRange NounBefore(Passage p, int particle, int sentenceStart)
    {
        var i = particle - 1;
        while (i > sentenceStart && p.Class(i) is WordClass.CaseParticle or WordClass.Particle or WordClass.TopicParticle)
        {
            i--;
        }

        if (i > sentenceStart + 1 && (p.Is(i, "ほう") || p.Is(i, "方") || p.Is(i, "こと") || p.Is(i, "点") || p.Is(i, "部分") || p.Is(i, "自体")) && p.Class(i - 1) == WordClass.GenitiveParticle)
        {
            i -= 2;
        }

        return i < sentenceStart ? TokenRange.None : Compound(p, i, sentenceStart);
    }

    // 使いやすいアプリ, 便利なサイト, 動かないドア
    private static TokenRange Modified(Passage p, TokenRange predicate, int tailEnd, int limit)
    {
        var at = tailEnd;
        if (p.Class(at) == WordClass.GenitiveParticle && p.Class(predicate.End - 1) is WordClass.AdjectivalNoun or WordClass.Noun && at == predicate.End)
        {
            at++;
        }
        else if (at == predicate.End && p.Class(at - 1) is not (WordClass.Verb or WordClass.Adjective or WordClass.DependentAdjective or WordClass.DependentVerb))
        {
            return TokenRange.None;
        }
        else if (p.Class(at - 1) is WordClass.ClauseParticle or WordClass.FinalParticle || p.Tokens[at - 1].Word.ConjugationForm is "連用形" or "連用テ接続" or "連用タ接続" or "仮定形")
        {
            return TokenRange.None;
        }

        var end = at;
        while (end < limit && end < at + LongestCompound && (p.Class(end).IsNominal() || p.Class(end) == WordClass.Prefix))
        {
            end++;
        }

        return end > at ? Compound(p, end - 1, at) : TokenRange.None;
    }

    private static TokenRange Topic(Passage p, int start, int end)
    {
        for (var i = start + 1; i < Math.Min(end, start + (2 * Reach)); i++)
        {
            if ((p.Is(i, "は") || p.Is(i, "って")) && p.Class(i) is WordClass.TopicParticle or WordClass.CaseParticle or WordClass.Particle)
            {
                var noun = NounBefore(p, i, start);
                if (!noun.IsEmpty)
                {
                    return noun;
                }
            }
        }

        return TokenRange.None;
    }

    // て and で only link; the other conjunctive particles and a comma that does not follow a topic end the clause.
    private static bool IsBoundary(Passage p, int i) => p.Class(i) switch
    {
        WordClass.ClauseParticle => !(p.Is(i, "て") || p.Is(i, "で") || p.Is(i, "ちゃ")),
        WordClass.Comma => p.Class(i - 1) is not (WordClass.TopicParticle or WordClass.CaseParticle or WordClass.ClauseParticle or WordClass.Adjective or WordClass.Adverb or WordClass.Auxiliary),
        WordClass.Stop => true,
        _ => false,
    };

    private static bool IsMiddleDot(Passage p, int i) => p.Is(i, "・");

    private static bool IsPolitePrefix(Passage p, int i) => p.Class(i) == WordClass.Prefix && (p.Is(i, "ご") || p.Is(i, "御"));
}
