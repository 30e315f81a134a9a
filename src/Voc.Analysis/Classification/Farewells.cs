using Voc.Analysis.Opinions;

namespace Voc.Analysis.Classification;

/// <summary>Finds where a writer leaves: もう泊まらない, 別の塾に変えます, 行かなくなった, これで最後にします.</summary>
internal static class Farewells
{
    private const double Never = 2.4;
    private const double Elsewhere = 2.2;
    private const double Ended = 2.0;
    private const int Reach = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Nevermore = TailReader.Set("もう", "二度と", "にどと", "今後", "金輪際", "次", "次回", "次は", "これから", "来年", "来月", "来期", "ここ", "絶対", "しばらく");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Dealings = TailReader.Set(
        "使う", "つかう", "買う", "かう", "行く", "いく", "来る", "くる", "頼む", "たのむ", "泊まる", "とまる", "通う", "かよう", "選ぶ", "乗る", "利用", "注文", "契約", "購入", "リピート", "リピ", "依頼", "予約", "更新", "継続", "お願い", "再訪", "続ける", "入る", "買い物");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = TailReader.Set("別", "他", "ほか", "よそ", "違う", "ちがう", "他の", "別の");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Rivals = TailReader.Set("他社", "他店", "他行", "他院", "他所", "他校", "競合");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Moves = TailReader.Set(
        "する", "行く", "いく", "変える", "かえる", "替える", "換える", "移す", "移る", "うつる", "探す", "さがす", "頼む", "使う", "買う", "作る", "通う", "決める", "申し込む", "乗り換える", "乗換える", "切り替える", "切替", "契約", "検討", "考える", "見る", "入る", "購入", "予約", "依頼", "注文", "利用", "取る", "出す", "持つ", "戻す", "流れる", "併用", "比べる");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = TailReader.Set("最後", "終わり", "おわり", "終了", "おしまい", "卒業", "さよなら", "さようなら", "見納め", "撤退");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = TailReader.Set("に", "へ", "を", "で", "も");

    /// <summary>How strongly a sentence says that its writer leaves.</summary>
    public static double In(Passage p, TokenRange sentence)
    {
        var most = 0.0;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (p.Class(i) is WordClass.CaseParticle or WordClass.TopicParticle or WordClass.GenitiveParticle or WordClass.ClauseParticle or WordClass.Auxiliary or WordClass.Comma or WordClass.Stop)
            {
                continue;
            }

            most = Math.Max(most, p.IsAny(i, Nevermore) ? NotAgain(p, i + 1, sentence.End) : 0);
            most = Math.Max(most, p.IsAny(i, Others) || p.IsAny(i, Rivals) ? ToOthers(p, i + 1, sentence.End) : 0);
            most = Math.Max(most, p.IsAny(i, Ends) && p.Is(i + 1, "に") ? Ended : 0);
            most = Math.Max(most, IsDealing(p, i) && TailReader.Read(p, i + 1, sentence.End) is { Negated: true, Became: true, Ability: false } ? Ended : 0);
        }

        return most;
    }

    private static double NotAgain(Passage p, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + Reach); i++)
        {
            if (IsDealing(p, i) && TailReader.Read(p, i + 1, end) is { Negated: true, Ability: false, Wish: false })
            {
                return Never;
            }
        }

        return 0;
    }

    private static double ToOthers(Passage p, int from, int end)
    {
        for (var i = from + 1; i < Math.Min(end, from + Reach); i++)
        {
            var linked = p.IsAny(i - 1, Links) || p.Class(i - 1).IsNominal();
            if (linked && p.IsBaseAny(i, Moves) && (!p.IsBase(i, "する") || p.Is(i - 1, "に")))
            {
                return TailReader.Read(p, i + 1, end) is { Negated: true } ? 0 : Elsewhere;
            }
        }

        return 0;
    }

    private static bool IsDealing(Passage p, int i) =>
        p.Class(i) is WordClass.Verb or WordClass.DependentVerb or WordClass.VerbalNoun or WordClass.Noun && p.IsBaseAny(i, Dealings);
}
