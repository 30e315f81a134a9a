namespace Voc.Analysis.Opinions;

/// <summary>Reads what a noun is the subject of when that only says whether it is there: 問題はない, 不満は感じません, エラーが出た.</summary>
internal static class NounDenial
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = TailReader.Set("が", "は", "も", "で", "じゃ", "の", "など", "等", "を", "や", "とか", "って", "というのは", "さえ", "すら", "に", "と", "感", "音", "点");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Existence = TailReader.Set("ある", "ござる", "見る", "見られる", "みる", "見当たる", "見受ける", "感じる", "感じられる", "起こる", "起きる", "出る", "発生", "見つかる", "確認", "受ける", "覚える", "生じる", "いる", "持つ", "残る", "与える", "掛ける", "かける", "かかる", "ありえる", "当たる", "遭う", "出会う", "する", "出す", "見せる");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotOne = TailReader.Set("ひとつ", "一つ", "一切", "何一つ", "一度", "微塵", "欠片", "かけら");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Occasions = TailReader.Set("こと", "場面", "点", "ところ", "瞬間", "機会", "日", "部分", "箇所");
    private const int Reach = 6;

    /// <summary>Whether the noun before <paramref name="from"/> is said not to be there; <paramref name="tail"/> then ends behind that.</summary>
    public static bool Read(Passage p, int from, int limit, ref Tail tail)
    {
        var i = from;
        var marked = false;
        if (Absence.Read(p, from, limit, ref tail))
        {
            return true;
        }

        while (i < limit && i < from + Reach && (p.IsAny(i, Marks) || p.IsAny(i, NotOne) || p.Class(i) == WordClass.Adverb || p.Class(i) is WordClass.Number or WordClass.Counter || p.Class(i) == WordClass.TimeNoun || p.Is(i, "特に") || p.Is(i, "しか")))
        {
            if (p.Is(i, "しか"))
            {
                return false;
            }

            marked |= p.IsAny(i, Marks) || p.IsAny(i, NotOne);
            i++;
        }

        if (TailReader.IsNegative(p, i) && (marked || i == from))
        {
            tail = TailReader.Read(p, i, limit);
            return tail.Negated;
        }

        if (!marked || p.Class(i) is not (WordClass.Verb or WordClass.VerbalNoun))
        {
            return false;
        }

        // 言いなりにならずに済んだ
        var verb = TailReader.Read(p, i + 1, limit);
        if (!p.IsBaseAny(i, Existence))
        {
            tail = verb.Relief ? verb : tail;
            return verb.Relief;
        }

        tail = verb;
        return tail.Negated || tail.Relief || Occasion(p, tail.End, limit, ref tail);
    }

    // 不便を感じる場面が一度もない
    private static bool Occasion(Passage p, int i, int limit, ref Tail tail)
    {
        if (!p.IsAny(i, Occasions))
        {
            return false;
        }

        i++;
        while (i < limit && (p.IsAny(i, Marks) || p.IsAny(i, NotOne) || p.Class(i) is WordClass.Number or WordClass.Counter or WordClass.Adverb))
        {
            i++;
        }

        if (!TailReader.IsNegative(p, i))
        {
            return false;
        }

        tail = TailReader.Read(p, i, limit);
        return tail.Negated;
    }
}
