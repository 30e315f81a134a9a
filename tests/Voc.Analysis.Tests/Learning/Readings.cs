using System.Text.Json;
using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

/// <summary>Short texts with all labels, put together in order, and what is learned from them.</summary>
internal static class Readings
{
    private static readonly (string Thing, string Topic)[] Things = [("部屋", "travel.room"), ("荷物の梱包", "delivery.packaging"), ("朝食", "travel.meal"), ("請求書", "price.billing")];

    private static readonly (string Said, SentimentLabel Sentiment, string[] Intents)[] Ends =
    [
        ("がとても良かったです。", SentimentLabel.Positive, ["praise"]),
        ("に大満足しています。", SentimentLabel.Positive, ["praise"]),
        ("が最悪でした。", SentimentLabel.Negative, ["complaint"]),
        ("がひどすぎます。", SentimentLabel.Negative, ["complaint"]),
        ("について教えてください。", SentimentLabel.Neutral, ["question"]),
        ("を追加してほしいです。", SentimentLabel.Neutral, ["request"]),
        ("は先週の分です。", SentimentLabel.Neutral, []),
    ];

    private static readonly string[] Openings = ["", "昨日の", "二回目の", "こちらの"];

    /// <summary>The analyzer that has learned nothing.</summary>
    public static Analyzer Untrained { get; } = Shipped.Analyzer.With(model: ReadingModel.Untrained);

    /// <summary>112 texts.</summary>
    public static IReadOnlyList<LabelledText> All { get; } =
    [
        .. from opening in Openings
           from end in Ends
           from thing in Things
           select new LabelledText(opening + thing.Thing + end.Said, end.Sentiment, end.Intents, [thing.Topic]),
    ];

    /// <summary>What was learned from all of them.</summary>
    public static ReadingModel Trained { get; } = ReadingTrainer.Train(Untrained, All, origin: "tests");

    public static Analyzer With(ReadingModel model) => Untrained.With(model: model);

    public static byte[] Bytes(ReadingModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    public static string Json(Analyzer analyzer, string text) => JsonSerializer.Serialize(analyzer.Analyze(text));
}
