namespace Voc.Analysis.Opinions;

/// <summary>Nouns and verbs that say a thing is not there, as ない does: 臭みゼロ, 恐怖と無縁, 清潔感に欠ける, 傘いらず.</summary>
internal static class Absence
{
    private const int Reach = 4;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = TailReader.Set("ゼロ", "0", "皆無", "無縁", "無用", "解放", "おさらば", "フリー", "レス", "知らず");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lacking = TailReader.Set("欠ける", "かける", "乏しい", "劣る", "程遠い", "ほど遠い", "足りる", "及ぶ", "値する", "達する", "届く");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = TailReader.Set("が", "は", "も", "に", "と", "から", "とは", "には", "の");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Needs = TailReader.Set("いる", "要る", "知る");

    /// <summary>Whether the noun before a token is said to be lacking; the tail then ends behind that.</summary>
    public static bool Read(Passage p, int from, int limit, ref Tail tail)
    {
        var i = from;
        while (i < Math.Min(limit, from + Reach) && p.IsAny(i, Marks))
        {
            i++;
        }

        if (p.IsAny(i, Words) && !(p.Is(i, "0") && i == from))
        {
            tail = TailReader.Read(p, i + 1, limit);
            return !tail.Negated;
        }

        if (i == from || !(p.Is(from, "に") || p.Is(from, "と") || p.Is(from, "とは") || p.Is(from, "には") || p.Is(from, "から")) || !p.IsBaseAny(i, Lacking))
        {
            return false;
        }

        // What one reaches only when it is not denied: 期待に及ばない.
        var reaches = p.Base(i) is "足りる" or "及ぶ" or "値する" or "達する" or "届く";
        if (p.Is(i, "かける"))
        {
            return false;
        }

        tail = TailReader.Read(p, i + 1, limit);
        var lacks = reaches ? tail.Negated : !tail.Negated;
        tail.Negations = 0;
        return lacks;
    }

    /// <summary>Whether a verb says that the noun right before it is not needed: 傘いらず, 印鑑いらず.</summary>
    public static bool IsNeedless(Passage p, int i) =>
        p.IsBaseAny(i, Needs) && p.Is(i + 1, "ず") && p.Class(i - 1) is WordClass.Noun or WordClass.VerbalNoun or WordClass.NounSuffix;
}
