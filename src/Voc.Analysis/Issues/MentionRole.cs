using System.Buffers;

namespace Voc.Analysis.Issues;

/// <summary>
/// How much a clause is about something it mentions, told by what follows the word, as a reader of Japanese does: ブレーキの不具合 and
/// ブレーキが効かない are about the brakes, while ブレーキを踏むとエンジンが止まる only tells what was done when the engine failed.
/// </summary>
internal static class MentionRole
{
    /// <summary>What is said to have failed.</summary>
    private const float Failing = 2;

    /// <summary>What something is said of, and what something comes from.</summary>
    private const float Subject = 1.5f;

    /// <summary>What the next word is a part or a quality of.</summary>
    private const float Whole = 1.2f;

    private const float Plain = 1;

    /// <summary>Where it happened, or by what.</summary>
    private const float Place = 0.6f;

    /// <summary>What somebody handled in passing.</summary>
    private const float Handled = 0.3f;

    /// <summary>Characters that may stand between the object and what is done to it: を強く踏む.</summary>
    private const int MaxBetween = 3;
    private const int LongestWord = 6;

    private static readonly string[] Failures =
    [
        "不良", "故障", "異常", "不具合", "破損", "損傷", "漏れ", "亀裂", "折損", "断線", "異音", "不調", "欠陥", "劣化", "固着", "摩耗", "腐食", "破裂", "脱落", "緩み", "焼損",
        "誤作動", "作動不良",
    ];

    private static readonly SearchValues<string> Failed = SearchValues.Create(
        [.. Failures, .. Failures.Select(f => "の" + f), "の問題", "が原因", "に亀裂", "に不具合", "に異常", "から異音"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Handling = SearchValues.Create(
        [
            "踏", "切", "回", "入れ", "かけ", "掛け", "押", "開", "閉", "操作", "始動", "引", "放", "離", "使", "握", "戻", "倒", "動か", "止め", "点け", "つけ", "消", "on", "off",
            "オン", "オフ", "乗", "外", "降", "走行", "運転", "停車", "停止", "発進", "繋", "つな", "締", "緩", "抜", "差", "接続",
        ],
        StringComparison.Ordinal);

    /// <summary>What a mention counts, 1 where nothing is known.</summary>
    /// <param name="after">What follows the word in its clause, in NFKC form and lower case.</param>
    public static float Prominence(ReadOnlySpan<char> after)
    {
        // ブレーキ and its ブレーキワイヤー have the same role: it is told behind the whole compound.
        var compound = after.IndexOfAnyExceptInRange('ァ', 'ー');
        after = compound < 0 ? [] : after[compound..];
        if (after.IsEmpty)
        {
            return Plain;
        }
        if (after[..Math.Min(LongestWord, after.Length)].IndexOfAny(Failed) == 0)
        {
            return Failing;
        }
        return after[0] switch
        {
            'が' or 'は' or 'も' => Subject,
            'か' when after.StartsWith("から", StringComparison.Ordinal) => Subject,
            'の' => Whole,
            'を' when after[1..].IndexOfAny(Handling) is >= 0 and <= MaxBetween => Handled,
            'に' or 'で' or 'へ' => Place,
            _ => Plain,
        };
    }
}
