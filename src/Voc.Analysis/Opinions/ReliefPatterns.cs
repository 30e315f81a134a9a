namespace Voc.Analysis.Opinions;

/// <summary>Patterns behind a verb that say it need not be, is avoided, or happens no more.</summary>
internal static class ReliefPatterns
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Enough = TailReader.Set("済む", "すむ", "いい", "良い", "よい", "ええ", "OK", "大丈夫");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = TailReader.Set("なくなる", "無くなる", "減る", "消える", "激減");

    /// <summary>How many tokens a pattern takes, 0 where none begins.</summary>
    public static int Match(Passage p, int i, ref Tail tail)
    {
        var taken = Spared(p, i, ref tail);
        return taken > 0 ? taken : NoMore(p, i, ref tail);
    }

    /// <summary>ずに済む, なくていい, んでええ.</summary>
    private static int Spared(Passage p, int i, ref Tail tail)
    {
        if (!TailReader.IsNegative(p, i) || !(p.Is(i + 1, "に") || p.Is(i + 1, "て") || p.Is(i + 1, "で")))
        {
            return 0;
        }

        var next = p.Is(i + 2, "も") ? i + 3 : i + 2;
        if (!p.IsBaseAny(next, Enough) || p.Is(i + 1, "に") && !(p.IsBase(next, "済む") || p.IsBase(next, "すむ")))
        {
            return 0;
        }

        tail.Relief = true;
        return next + 1 - i;
    }

    /// <summary>ことがなくなった, ことも減った.</summary>
    private static int NoMore(Passage p, int i, ref Tail tail)
    {
        if (!p.Is(i, "こと") || !(p.Is(i + 1, "が") || p.Is(i + 1, "は") || p.Is(i + 1, "も")) || !p.IsBaseAny(i + 2, Ends))
        {
            return 0;
        }

        tail.Ceased = true;
        return 3;
    }
}
