namespace Voc.Analysis.Opinions;

/// <summary>
/// Tells what a writer feels from what a thing is like. A feeling is about what stands right before it (機能に満足), about the
/// noun it modifies or about the topic; the subject of the clause that gives its reason is not its target.
/// </summary>
internal static class Feeling
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = TailReader.Set(
        "嬉しい", "うれしい", "助かる", "たすかる", "安心", "困る", "満足", "大満足", "納得", "心配", "不安", "誇らしい", "感謝", "ありがたい", "有難い", "有り難い",
        "怖い", "悲しい", "萎える", "幸せ", "後悔", "がっかり", "驚く", "感動", "感激", "ほっと", "ホッと", "好感", "イライラ", "いらいら", "つらい", "辛い", "しんどい",
        "恥ずい", "恥ずかしい", "惚れる", "惚れ直す", "救う", "救われる", "助ける", "信頼", "気に入る", "眠れる", "慌てる", "焦る", "疲れる", "飽きる", "迷う", "冷や汗", "楽しみ", "重宝", "不満", "文句", "ストレス", "うんざり", "げんなり", "呆れる");

    /// <summary>Whether an expression says what somebody feels.</summary>
    public static bool Is(Passage p, TokenRange words) => p.IsBaseAny(words.End - 1, Words) || p.IsBaseAny(words.Start, Words);
}
