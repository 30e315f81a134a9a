namespace Voc.Analysis.Opinions;

/// <summary>Reads the auxiliaries, particles and light verbs behind a predicate.</summary>
internal static class TailReader
{
    private const int Longest = 16;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Negatives = Set("ない", "無い", "ぬ", "ん", "へん", "ひん", "まい", "ず", "ねえ");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Favours = Set("くれる", "もらえる", "貰える", "いただける", "頂ける", "もらう", "貰う", "いただく", "頂く", "くださる", "下さる");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Regrets = Set("しまう", "ちゃう", "じゃう", "仕舞う", "ちまう");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LightVerbs = Set("する", "いたす", "致す", "なさる", "できる", "出来る", "なる", "くださる", "下さる", "すぎる", "過ぎる", "いる", "おる");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Welcome = Set("いい", "良い", "よい", "嬉しい", "うれしい", "助かる", "ありがたい", "有難い", "幸い", "最高", "満足", "完璧", "文句");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> HardOnes = Set("にくい", "難い", "づらい", "辛い", "がたい", "ずらい");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EasyOnes = Set("やすい", "易い");

    /// <summary>Reads from the first token behind the predicate.</summary>
    public static Tail Read(Passage p, int from, int limit)
    {
        var tail = default(Tail);
        var i = from;
        tail.Negations = from > 0 && Contractions.HoldsNegation(p, from - 1) ? 1 : 0;
        limit = Math.Min(limit, from + Longest);
        while (i < limit)
        {
            var taken = TailPatterns.Match(p, i, limit, ref tail);
            if (taken == 0)
            {
                taken = Word(p, i, from, limit, ref tail);
            }

            if (taken == 0)
            {
                break;
            }

            i += taken;
        }

        tail.End = i;
        return tail;
    }

    internal static bool IsNegative(Passage p, int i) =>
        p.Class(i) is WordClass.Auxiliary or WordClass.Adjective or WordClass.DependentAdjective && p.IsBaseAny(i, Negatives) || Contractions.IsRoughNegation(p, i);

    internal static bool IsWelcome(Passage p, int i) => p.IsBaseAny(i, Welcome);

    internal static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static int Word(Passage p, int i, int from, int limit, ref Tail tail) => p.Class(i) switch
    {
        WordClass.Auxiliary => Auxiliary(p, i, ref tail),
        WordClass.DependentVerb => DependentVerb(p, i, ref tail),
        WordClass.Verb => LightVerb(p, i, from, ref tail),
        WordClass.DependentAdjective or WordClass.Adjective => Adjective(p, i, from, ref tail),
        WordClass.ClauseParticle => Continues(p, i, limit) ? 1 : 0,
        WordClass.CaseParticle => p.Is(i, "に") && p.IsBase(i + 1, "なる") || IsAbility(p, i, from) ? 1 : 0,
        WordClass.TopicParticle or WordClass.Particle => IsAbility(p, i, from) ? 1 : Inner(p, i),
        WordClass.DependentNoun => FormalNouns.Read(p, i, ref tail),
        WordClass.FinalParticle => Final(p, i, ref tail),
        WordClass.NounSuffix or WordClass.AdjectivalNoun => FormalNouns.Suffix(p, i, ref tail),
        WordClass.Stop => Mark(p, i, ref tail),
        _ => 0,
    };

    private static int Auxiliary(Passage p, int i, ref Tail tail)
    {
        if (p.IsBaseAny(i, Negatives))
        {
            tail.Negations += Contractions.IsOneNegation(p, i) ? 0 : 1;
        }
        else if (p.IsBase(i, "たい"))
        {
            tail.Desire = true;
        }
        else if (p.IsBase(i, "らしい"))
        {
            tail.Hearsay = true;
        }
        else if (p.Is(i, "たら") || p.Is(i, "だら") || p.Is(i, "なら"))
        {
            tail.Hypothetical = true;
        }
        else if (p.IsBase(i, "た"))
        {
            tail.Past = true;
        }

        return 1;
    }

    private static int DependentVerb(Passage p, int i, ref Tail tail)
    {
        if (p.Is(i, "下さい") || p.Is(i, "ください") || p.Is(i, "くれ") && !IsNegative(p, i + 1) && p.Class(i + 1) is not (WordClass.Auxiliary or WordClass.ClauseParticle or WordClass.DependentVerb))
        {
            tail.Wish = true;
        }
        else if (p.IsBaseAny(i, Favours))
        {
            tail.Favour = true;
        }
        else if (p.IsBaseAny(i, Regrets))
        {
            tail.Regret = true;
        }
        else if (p.IsBase(i, "すぎる") || p.IsBase(i, "過ぎる"))
        {
            tail.Excess = true;
        }
        else if (p.IsBase(i, "られる") || p.IsBase(i, "れる"))
        {
            tail.Passive = true;
        }

        return 1;
    }

    private static int LightVerb(Passage p, int i, int from, ref Tail tail)
    {
        if (p.IsBase(i, "ある") || p.IsBase(i, "ござる"))
        {
            return IsPoliteNegative(p, i + 1) ? 1 : 0;
        }

        if (!p.IsBaseAny(i, LightVerbs))
        {
            return 0;
        }

        var able = p.IsBase(i, "できる") || p.IsBase(i, "出来る");
        if (able)
        {
            if (i != from && !IsAbility(p, i - 1, from))
            {
                return 0;
            }

            tail.Ability = true;
        }

        tail.Became |= p.IsBase(i, "なる");
        tail.Wish |= p.Is(i, "下さい") || p.Is(i, "ください");
        tail.Excess |= p.IsBase(i, "すぎる") || p.IsBase(i, "過ぎる");
        return 1;
    }

    private static int Adjective(Passage p, int i, int from, ref Tail tail)
    {
        var isFirst = i == from || i == from + 1 && p.IsBase(from, "する");
        if (isFirst && p.IsBaseAny(i, HardOnes) && p.Class(i) == WordClass.DependentAdjective)
        {
            tail.Hard = true;
        }
        else if (isFirst && p.IsBaseAny(i, EasyOnes) && p.Class(i) == WordClass.DependentAdjective)
        {
            tail.Easy = true;
        }
        else if (p.IsBase(i, "ほしい") || p.IsBase(i, "欲しい"))
        {
            tail.Wish = true;
            tail.Missed |= p.IsBase(i + 1, "た");
        }
        else if (p.IsBaseAny(i, Negatives))
        {
            tail.Negations++;
        }
        else
        {
            return 0;
        }

        return 1;
    }

    // て, で and ちゃ belong to the predicate only where an auxiliary verb or a negation follows.
    private static bool Continues(Passage p, int i, int limit)
    {
        if (!(p.Is(i, "て") || p.Is(i, "で") || p.Is(i, "ちゃ") || p.Is(i, "じゃ")))
        {
            return false;
        }

        var next = i + 1 < limit && p.Class(i + 1) is WordClass.TopicParticle ? i + 2 : i + 1;
        return next < limit && (p.Class(next) is WordClass.DependentVerb or WordClass.DependentAdjective or WordClass.Auxiliary
            || p.IsBase(next, "ほしい") || p.IsBase(next, "欲しい") || IsNegative(p, next));
    }

    private static int Inner(Passage p, int i)
    {
        var inside = p.Is(i, "は") || p.Is(i, "も") || p.Is(i, "じゃ") || p.Is(i, "って");
        return p.Is(i, "たり") || inside && (IsNegative(p, i + 1) || p.IsBase(i + 1, "ある") && IsPoliteNegative(p, i + 2)
            || p.IsBase(i + 1, "ござる") && IsPoliteNegative(p, i + 2) || p.IsBase(i + 1, "いる") || p.IsBase(i + 1, "する")) ? 1 : 0;
    }

    private static bool IsPoliteNegative(Passage p, int i) => p.IsBase(i, "ます") && p.Is(i + 1, "ん");

    // 返品ができない, おすすめはできない
    private static bool IsAbility(Passage p, int i, int from) =>
        i == from && p.Class(i - 1) == WordClass.VerbalNoun && (p.Is(i, "が") || p.Is(i, "は") || p.Is(i, "も")) && (p.IsBase(i + 1, "できる") || p.IsBase(i + 1, "出来る"));

    private static int Final(Passage p, int i, ref Tail tail)
    {
        tail.Negations += Contractions.IsRoughNegation(p, i) ? 1 : 0;
        tail.Question |= !tail.Conjecture && Questions.Asks(p, i);
        return 1;
    }

    private static int Mark(Passage p, int i, ref Tail tail)
    {
        tail.Question |= !tail.Conjecture && Questions.IsMark(p, i);
        return 0;
    }
}
