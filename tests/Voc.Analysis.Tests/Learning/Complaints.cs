using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

/// <summary>Short complaints put together by a seed: each label has its own things and troubles, all share how people write around them.</summary>
internal static class Complaints
{
    private static readonly Dictionary<string, (string[] Things, string[] Troubles)> Kinds = new()
    {
        ["配送"] = (["荷物", "箱", "宅配便", "商品の到着"], ["が遅れています", "が届きません", "が潰れていました", "の連絡がありません"]),
        ["電池"] = (["バッテリー", "充電", "電源", "アダプター"], ["がすぐ切れます", "ができません", "が熱くなります", "が膨らみました"]),
        ["画面"] = (["画面", "液晶", "表示", "タッチパネル"], ["が暗いです", "が割れました", "に線が出ます", "が反応しません"]),
        ["請求"] = (["請求書", "料金", "引き落とし", "領収書"], ["が間違っています", "が二重です", "が高すぎます", "の名前が違います"]),
    };

    private static readonly string[] Openings = ["", "先週買った品ですが、", "お世話になっております。", "二回目の問い合わせです。", "急いでいるのに、"];
    private static readonly string[] Closings = ["。", "。確認してください。", "。どうすればいいですか。", "。とても困っています。", "！"];

    public static List<TrainingText> Draw(int count, int seed, double noise = 0)
    {
        var random = new Random(seed);
        var labels = Kinds.Keys.ToArray();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var label = labels[random.Next(labels.Length)];
            var (things, troubles) = Kinds[random.NextDouble() < noise ? labels[random.Next(labels.Length)] : label];
            return new TrainingText(Openings[random.Next(5)] + things[random.Next(4)] + troubles[random.Next(4)] + Closings[random.Next(5)], label);
        })];
    }
}
