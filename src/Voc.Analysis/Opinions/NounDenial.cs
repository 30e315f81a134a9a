namespace Voc.Analysis.Opinions;

/// <summary>Reads what a noun is the subject of when that only says whether it is there: 問題はない, 不満は感じません, エラーが出た.</summary>
internal static class NounDenial
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = TailReader.Set("が", "は", "も", "で", "じゃ", "の", "など", "等", "を", "や", "とか", "って", "というのは", "さえ", "すら", "に", "と", "感", "音", "点");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Existence = TailReader.Set("ある", "ござる", "見る", "見られる", "みる", "見当たる", "見受ける", "感じる", "感じられる", "起こる", "起きる", "出る", "発生", "見つかる", "確認", "受ける", "覚える", "生じる", "いる", "持つ", "残る", "与える", "掛ける", "かける", "かかる", "ありえる");
    private const int Reach = 6;

    /// <summary>Whether the noun before <paramref name="from"/> is said not to be there; <paramref name="tail"/> then ends behind that.</summary>
    public static bool Read(Passage p, int from, int limit, ref Tail tail)
    {
        var i = from;
        var marked = false;
        while (i < limit && i < from + Reach && (p.IsAny(i, Marks) || p.Class(i) == WordClass.Adverb || p.Class(i) == WordClass.TimeNoun || p.Is(i, "特に") || p.Is(i, "しか")))
        {
            if (p.Is(i, "しか"))
            {
                return false;
            }

            marked |= p.IsAny(i, Marks);
            i++;
        }

        if (TailReader.IsNegative(p, i) && (marked || i == from))
        {
            tail = TailReader.Read(p, i, limit);
            return tail.Negated;
        }

        if (!marked || !p.IsBaseAny(i, Existence))
        {
            return false;
        }

        var existence = TailReader.Read(p, i + 1, limit);
        tail = existence;
        return existence.Negated;
    }
}
