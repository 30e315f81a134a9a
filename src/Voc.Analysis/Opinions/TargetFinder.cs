namespace Voc.Analysis.Opinions;

/// <summary>
/// Finds what a predicate is said of: its argument with が, は, も or を, else the noun it stands before, else one with に, で or
/// から, else the topic of the sentence.
/// </summary>
internal static class TargetFinder
{
    private const int Reach = 24;
    private const int LongestNoun = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SubjectMarks = TailReader.Set("が", "は", "も", "を", "って", "こそ", "すら", "さえ", "だけ", "まで");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ObliqueMarks = TailReader.Set("に", "で", "から", "へ", "への", "との", "には", "では");

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

        if (Feeling.Is(p, predicate))
        {
            return Felt(p, predicate, tailEnd, sentence);
        }

        var modified = Modified(p, predicate, tailEnd, sentence.End);
        if (modified.IsEmpty && !argument.IsEmpty && p.Is(argument.End, "も") && SentenceTopic.Named(p, sentence.Start, argument.Start) is { IsEmpty: false } named)
        {
            return named;
        }

        return !modified.IsEmpty ? modified
            : !argument.IsEmpty ? argument
            : takesOblique && !oblique.IsEmpty ? oblique
            : p.Is(predicate.End, "は") ? TokenRange.None : SentenceTopic.Before(p, sentence.Start, predicate.Start) is { IsEmpty: false } topic ? topic
            : SentenceTopic.EarlierSubject(p, sentence.Start, predicate.Start);
    }

    // 機能に満足, 感謝している仕組み
    private static TokenRange Felt(Passage p, TokenRange predicate, int tailEnd, TokenRange sentence)
    {
        var modified = Modified(p, predicate, tailEnd, sentence.End);
        if (!modified.IsEmpty)
        {
            return modified;
        }

        var before = predicate.Start - 1;
        before -= p.Class(before) is WordClass.Adverb ? 1 : 0;
        var particle = p.Class(before) == WordClass.TopicParticle ? before - 1 : before;
        return p.Is(particle, "に") && p.Class(particle) == WordClass.CaseParticle && particle > sentence.Start
            ? NounPhrase.Before(p, particle, sentence.Start)
            : SentenceTopic.Before(p, sentence.Start, predicate.Start);
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
            return NounPhrase.EndingAt(p, before, sentence.Start);
        }

        return p.Class(before) == WordClass.GenitiveParticle && before > sentence.Start ? NounPhrase.EndingAt(p, before - 1, sentence.Start) : TokenRange.None;
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
                var noun = NounPhrase.Before(p, i, sentenceStart);
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

    /// <summary>The noun a predicate stands before: 使いやすいアプリ, 便利なサイト, 動かないドア.</summary>
    public static TokenRange Modified(Passage p, TokenRange predicate, int tailEnd, int limit, bool mayBeVague = false)
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
        while (end < limit && end < at + LongestNoun && (p.Class(end).IsNominal() || p.Class(end) == WordClass.Prefix))
        {
            end++;
        }

        // 嫌な顔ひとつせず
        while (end > at + 1 && p.Class(end - 1) is WordClass.TimeNoun or WordClass.Counter or WordClass.Number)
        {
            end--;
        }

        return end == at ? TokenRange.None : mayBeVague ? new(at, end) : NounPhrase.EndingAt(p, end - 1, at);
    }

    // て and で only link; the other conjunctive particles and a comma that does not follow a topic end the clause.
    private static bool IsBoundary(Passage p, int i) => p.Class(i) switch
    {
        WordClass.ClauseParticle => !(p.Is(i, "て") || p.Is(i, "で") || p.Is(i, "ちゃ")),
        WordClass.Comma => p.Class(i - 1) is not (WordClass.TopicParticle or WordClass.CaseParticle or WordClass.ClauseParticle or WordClass.Adjective or WordClass.Adverb or WordClass.Auxiliary),
        WordClass.Stop => true,
        _ => false,
    };
}
