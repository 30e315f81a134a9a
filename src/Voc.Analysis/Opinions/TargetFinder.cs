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
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Vague = TailReader.Set("人", "方", "場合", "時間帯", "状態", "状況", "感じ", "気", "本当", "点", "他", "ほか", "事", "物", "者", "自体", "全体", "部分", "理由", "結果", "原因", "意味", "形", "友人", "友達", "家族", "主人", "母", "父", "妻", "夫", "娘", "息子", "子供", "子ども", "客", "個人的", "印象");

    // Nouns that stand before a predicate as adverbs do.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Stressing = TailReader.Set("マジ", "まじ", "ガチ", "ほんま", "ほんと", "ホント", "ばり", "バリ", "断然", "実際", "個人的", "基本", "意外", "案外", "結果", "一発", "連続", "途中", "次第", "逆", "割", "的", "中", "毎", "ごと", "以上", "超", "激");

    /// <summary>The noun phrase a predicate is said of, empty where the text leaves it out.</summary>
    /// <param name="p">The passage.</param>
    /// <param name="predicate">Its words.</param>
    /// <param name="tailEnd">First token behind it and its auxiliaries.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    /// <param name="takesOblique">Whether a noun with に, で or から may be it.</param>
    public static TokenRange Find(Passage p, TokenRange predicate, int tailEnd, TokenRange sentence, bool takesOblique = true)
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
        if (modified.IsEmpty && !argument.IsEmpty && p.Is(argument.End, "も") && Named(p, sentence.Start, argument.Start) is { IsEmpty: false } named)
        {
            return named;
        }

        return !modified.IsEmpty ? modified
            : !argument.IsEmpty ? argument
            : takesOblique && !oblique.IsEmpty ? oblique
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

        if (p.Surface(last) is "ー" or "w" or "W" or "ｗ")
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
        if (p.Class(before).IsNominal() && (isNoun || p.Class(predicate.Start) == WordClass.Symbol || IsBareSubject(p, before)))
        {
            return Compound(p, before, sentence.Start);
        }

        return p.Class(before) == WordClass.GenitiveParticle && before > sentence.Start ? Compound(p, before - 1, sentence.Start) : TokenRange.None;
    }

    // 壁薄すぎ, 対応ひどい, 電源入らん: speech leaves the particle out.
    private static bool IsBareSubject(Passage p, int i) =>
        p.Class(i) is WordClass.Noun or WordClass.VerbalNoun or WordClass.NounSuffix && !p.IsAny(i, Stressing);

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
                // 「弁当にはありがたい」: marked as a place or a person, it is not what is judged.
                var isOblique = p.Class(i - 1) == WordClass.CaseParticle && p.IsAny(i - 1, ObliqueMarks);
                if (!noun.IsEmpty && p.IsAny(i, SubjectMarks) && !isOblique)
                {
                    isNear = near;
                    return noun;
                }

                if (!noun.IsEmpty && oblique.IsEmpty && (isOblique || p.IsAny(i, ObliqueMarks)))
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

    /// <summary>The noun a predicate stands before: 使いやすいアプリ, 便利なサイト, 動かないドア.</summary>
    public static TokenRange Modified(Passage p, TokenRange predicate, int tailEnd, int limit)
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

        // 嫌な顔ひとつせず
        while (end > at + 1 && p.Class(end - 1) is WordClass.TimeNoun or WordClass.Counter or WordClass.Number)
        {
            end--;
        }

        return end > at ? Compound(p, end - 1, at) : TokenRange.None;
    }

    private static TokenRange Topic(Passage p, int start, int end)
    {
        var named = Named(p, start, end);
        if (!named.IsEmpty)
        {
            return named;
        }

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

    // 「予約アプリ、親の分もまとめて取れて便利」: a noun phrase before the first comma names what the sentence is about.
    private static TokenRange Named(Passage p, int start, int end)
    {
        for (var i = start; i < Math.Min(end, start + Reach); i++)
        {
            if (p.Class(i) == WordClass.Comma || p.Is(i, ":"))
            {
                return i > start ? Compound(p, i - 1, start) : TokenRange.None;
            }

            if (!(p.Class(i).IsNominal() || p.Class(i) is WordClass.GenitiveParticle or WordClass.Adnominal or WordClass.Prefix || IsMiddleDot(p, i)))
            {
                break;
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
