using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class ReadingScoresTests
{
    [Fact]
    public void Each_kind_of_label_is_measured_on_the_texts_that_bear_it()
    {
        var scores = ReadingScores.Measure(Readings.Untrained,
        [
            new("最高でした。", SentimentLabel.Positive),
            new("最悪でした。", SentimentLabel.Positive),
            new("パスワードを忘れてログインできない", Topics: ["app.login", "app"]),
            new("部屋が狭くてベッドが硬い", Topics: ["travel.meal"]),
            new("日曜日も営業していますか？", Intents: ["question"]),
        ]);

        Assert.Equal((2, 0.5), (scores.Sentiment!.Texts, scores.Sentiment.Accuracy.Value));
        Assert.Equal((2, 0.5), (scores.Topics!.Texts, scores.Topics.Accuracy.Value));
        Assert.Equal((1, "question", 1), (scores.Intents!.Texts, Assert.Single(scores.Intents.Labels).Label, scores.Intents.Labels[0].Recall));
        Assert.Equal(1, scores.Sentiment.Confusions()[2][0]);
    }

    [Fact]
    public void What_no_text_bears_is_not_measured()
    {
        var scores = ReadingScores.Measure(Readings.Untrained, [new("最高でした。"), new("荷物が届かない", Topics: [])]);

        Assert.Equal((null, null, null), (scores.Sentiment, scores.Intents, scores.Topics));
    }

    [Fact]
    public void The_model_that_ships_reads_texts_by_authors_it_never_learned_from()
    {
        var scores = ReadingScores.Measure(Shipped.Analyzer, LabelledCorpus.Load(ShippedData.Folder("corpus")).HeldOut);

        Assert.InRange(scores.Sentiment!.MacroF1.Value, 0.75, 1);
        Assert.InRange(scores.Intents!.MacroF1.Value, 0.78, 1);
        Assert.InRange(scores.Topics!.Accuracy.Value, 0.35, 1);
    }
}
