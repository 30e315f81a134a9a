namespace Voc.Analysis.Opinions;

/// <summary>Expressions of several words behind a predicate whose negation or conditional does not mean what it says.</summary>
internal static class TailPatterns
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Obliged = TailReader.Set("なる", "いける", "いく", "だめ", "ダメ", "駄目", "困る", "いかん", "あかん");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Holders = TailReader.Set("わけ", "訳", "の", "ん", "ほど", "こと", "もの", "もん", "はず", "筈", "つもり", "どころ");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Sayings = TailReader.Set("言える", "いえる", "言う", "いう", "思う", "思える", "限る", "感じる", "呼べる");

    /// <summary>How many tokens a pattern takes, 0 where none begins.</summary>
    public static int Match(Passage p, int i, int limit, ref Tail tail)
    {
        var taken = Perhaps(p, i, ref tail);
        taken = taken > 0 ? taken : ReliefPatterns.Match(p, i, ref tail);
        taken = taken > 0 ? taken : Obligation(p, i, ref tail);
        taken = taken > 0 ? taken : NotOnly(p, i);
        taken = taken > 0 ? taken : Rhetorical(p, i, ref tail);
        taken = taken > 0 ? taken : Denial(p, i, limit, ref tail);
        taken = taken > 0 ? taken : Saying(p, i, ref tail);
        taken = taken > 0 ? taken : Possibility(p, i, ref tail);
        taken = taken > 0 ? taken : Wish(p, i, ref tail);
        return taken > 0 ? taken : Report(p, i, ref tail);
    }

    /// <summary>かもしれない, に違いない, に過ぎない.</summary>
    private static int Perhaps(Passage p, int i, ref Tail tail)
    {
        if (p.Is(i, "かも"))
        {
            tail.Conjecture = true;
            return p.IsBase(i + 1, "しれる") || p.IsBase(i + 1, "知れる") ? NegativeEnd(p, i + 2) - i : 1;
        }

        return p.Is(i, "に") && (p.Is(i + 1, "違い") || p.IsBase(i + 1, "すぎる") || p.IsBase(i + 1, "過ぎる")) ? NegativeEnd(p, i + 2) - i : 0;
    }

    /// <summary>なければならない, なくてはいけない, ないと困る: says that it must be, not that it is not.</summary>
    private static int Obligation(Passage p, int i, ref Tail tail)
    {
        if (p.Is(i, "なきゃ") || p.Is(i, "なくちゃ"))
        {
            tail.Wish = true;
            tail.Missed = TailReader.IsWelcome(p, i + 1) && p.IsBase(i + 2, "た");
            return tail.Missed ? 2 : 1;
        }

        if (!TailReader.IsNegative(p, i))
        {
            return 0;
        }

        var next = p.Is(i + 1, "ば") || p.Is(i + 1, "と") || p.Is(i + 1, "ちゃ") ? i + 2
            : p.Is(i + 1, "て") && p.Is(i + 2, "は") ? i + 3
            : -1;
        if (next < 0 || !p.IsBaseAny(next, Obliged))
        {
            return 0;
        }

        tail.Wish = true;
        return NegativeEnd(p, next + 1) - i;
    }

    /// <summary>だけでなく, ばかりでなく, だけじゃなく.</summary>
    private static int NotOnly(Passage p, int i)
    {
        if (!(p.Is(i, "だけ") || p.Is(i, "ばかり") || p.Is(i, "のみ")))
        {
            return 0;
        }

        var next = p.Is(i + 1, "じゃ") ? i + 2 : p.Is(i + 1, "で") ? p.Is(i + 2, "は") ? i + 3 : i + 2 : -1;
        return next > 0 && TailReader.IsNegative(p, next) ? next + 1 - i : 0;
    }

    /// <summary>じゃないですか, のではないか, ひどくない？, 高すぎん？: asks for consent, denies nothing.</summary>
    private static int Rhetorical(Passage p, int i, ref Tail tail)
    {
        var next = i;
        next += p.Is(next, "の") || p.Is(next, "ん") && !Questions.IsMark(p, next + 1) ? 1 : 0;
        next = p.Is(next, "じゃ") ? next + 1 : p.Is(next, "で") && p.Is(next + 1, "は") ? next + 2 : IsGraded(p, i - 1) ? i : -1;
        if (next < 0 || !(TailReader.IsNegative(p, next) || next == i && (p.Is(i, "ん") || p.Is(i, "ね") && Questions.IsMark(p, i + 1))))
        {
            return 0;
        }

        next++;
        next += p.IsBase(next, "です") || p.Is(next, "でしょう") ? 1 : 0;
        next += p.Is(next, "う") ? 1 : 0;
        if (!p.Is(next, "か") && p.Class(next) != WordClass.Stop)
        {
            return 0;
        }

        if (p.Class(next) == WordClass.Stop && p.Surface(next)[0] is not ('?' or '？'))
        {
            return 0;
        }

        tail.Conjecture = true;
        return next + (p.Is(next, "か") ? 1 : 0) - i;
    }

    // What has degrees: ひどく, 使いにくく, 高すぎ.
    private static bool IsGraded(Passage p, int i) =>
        i >= 0 && (p.Class(i) is WordClass.Adjective or WordClass.DependentAdjective && p.Tokens[i].Word.ConjugationForm == "連用テ接続" || p.Is(i, "すぎ") || p.Is(i, "過ぎ"));

    /// <summary>わけではない, のではない, ほどではない, ことはない, はずがない.</summary>
    private static int Denial(Passage p, int i, int limit, ref Tail tail)
    {
        var next = p.Is(i, "という") || p.Is(i, "って") ? i + 1 : i;
        if (p.Is(next, "どころか"))
        {
            tail.Negations++;
            return next + 1 - i;
        }

        if (!p.IsAny(next, Holders) || next + 1 >= limit)
        {
            return 0;
        }

        if (p.Is(next, "どころ") && p.Is(next + 1, "か"))
        {
            tail.Negations++;
            return next + 2 - i;
        }

        next++;
        next += p.Is(next, "で") || p.Is(next, "に") ? 1 : 0;
        next += p.Is(next, "は") || p.Is(next, "も") || p.Is(next, "が") || p.Is(next, "じゃ") ? 1 : 0;
        while (next < limit && p.Class(next) is WordClass.Number or WordClass.Counter or WordClass.Adverb || p.Is(next, "一切") || p.Is(next - 1, "度") && p.Is(next, "も") || p.Is(next - 1, "回") && p.Is(next, "も"))
        {
            // ことが一度もない
            next++;
        }

        if (p.IsBase(next, "ある") || p.IsBase(next, "ござる") || p.IsBase(next, "いく") || p.IsBase(next, "いける"))
        {
            next++;
        }

        next += p.IsBase(next, "ます") ? 1 : 0;
        if (!TailReader.IsNegative(p, next))
        {
            return 0;
        }

        tail.Negations++;
        return next + 1 - i;
    }

    /// <summary>とは言えない, とは限らない, とは思わない.</summary>
    private static int Saying(Passage p, int i, ref Tail tail)
    {
        if (!p.Is(i, "と") && !p.Is(i, "とは"))
        {
            return 0;
        }

        var next = p.Is(i + 1, "は") || p.Is(i + 1, "も") ? i + 2 : i + 1;
        if (p.Is(next, "言い") && (p.IsBase(next + 1, "がたい") || p.IsBase(next + 1, "難い") || p.IsBase(next + 1, "にくい") || p.IsBase(next + 1, "づらい")))
        {
            tail.Negations++;
            return next + 2 - i;
        }

        if (!p.IsBaseAny(next, Sayings))
        {
            return 0;
        }

        var thought = p.IsBase(next, "思う");
        next++;
        next += p.IsBase(next, "れる") || p.IsBase(next, "られる") ? 1 : 0;
        next += p.IsBase(next, "ます") ? 1 : 0;
        if (!TailReader.IsNegative(p, next))
        {
            return 0;
        }

        // 「とは思わない」 denies; 「とは思わなかった」 is surprised that it is so.
        var surprised = thought && (p.Is(next + 1, "た") || p.Is(next + 1, "でし"));
        tail.Negations += surprised ? 0 : 1;
        return next + 1 - i;
    }

    /// <summary>ことができる, ことがある, ことがない.</summary>
    private static int Possibility(Passage p, int i, ref Tail tail)
    {
        if (!p.Is(i, "こと") || !(p.Is(i + 1, "が") || p.Is(i + 1, "は") || p.Is(i + 1, "も")))
        {
            return 0;
        }

        if (p.IsBase(i + 2, "できる") || p.IsBase(i + 2, "出来る"))
        {
            tail.Ability = true;
            return 3;
        }

        return p.IsBase(i + 2, "ある") ? 3 : 0;
    }

    /// <summary>ばいいのに, たら嬉しい, と助かります; てほしい is read word by word.</summary>
    private static int Wish(Passage p, int i, ref Tail tail)
    {
        if (!(p.Is(i, "ば") || p.Is(i, "たら") || p.Is(i, "だら") || p.Is(i, "と") || p.Is(i, "ときゃ")) || !TailReader.IsWelcome(p, i + 1))
        {
            return 0;
        }

        // 「〜たらいいですか」 asks what to do.
        tail.Wish = true;
        tail.Missed |= p.IsBase(i + 2, "た") && !p.Is(i, "と");
        return 2;
    }

    /// <summary>とのこと, と聞いた, と言われた.</summary>
    private static int Report(Passage p, int i, ref Tail tail)
    {
        if (p.Is(i, "と") && (p.Is(i + 1, "の") && p.Is(i + 2, "こと") || p.IsBase(i + 1, "聞く") || p.IsBase(i + 1, "聞い")))
        {
            tail.Hearsay = true;
            return p.Is(i + 1, "の") ? 3 : 2;
        }

        return 0;
    }

    private static int NegativeEnd(Passage p, int i)
    {
        i += p.IsBase(i, "ます") ? 1 : 0;
        return TailReader.IsNegative(p, i) ? i + 1 : i;
    }
}
