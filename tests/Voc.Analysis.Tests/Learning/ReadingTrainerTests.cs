using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class ReadingTrainerTests
{
    private static readonly Analyzer Trained = Readings.With(Readings.Trained);

    [Theory]
    [InlineData("丸い部屋がとても良かったです。", SentimentLabel.Positive, "praise", "travel.room")]
    [InlineData("夜の朝食がひどすぎます。", SentimentLabel.Negative, "complaint", "travel.meal")]
    [InlineData("四月の請求書について教えてください。", SentimentLabel.Neutral, "question", "price.billing")]
    public void Texts_like_those_learned_from_are_read_like_them(string text, SentimentLabel sentiment, string intent, string topic)
    {
        var read = Trained.Analyze(text);

        Assert.Equal((sentiment, intent, topic), (read.Sentiment.Label, read.Intents[0].Label, read.Topics[0].Label));
    }

    [Fact]
    public void The_same_texts_give_the_same_model()
    {
        var again = ReadingTrainer.Train(Readings.Untrained, Readings.All, origin: "tests");

        Assert.Equal(Readings.Bytes(Readings.Trained), Readings.Bytes(again));
    }

    [Fact]
    public void What_reads_already_does_not_change_what_is_learned()
    {
        var again = ReadingTrainer.Train(Trained, Readings.All, origin: "tests");

        Assert.Equal(Readings.Bytes(Readings.Trained), Readings.Bytes(again));
    }

    [Fact]
    public void A_correction_changes_how_a_text_like_it_is_read()
    {
        const string Text = "丸い部屋は屋上でした。";
        LabelledText[] corrections = [.. new[] { "昨日の", "今日の", "", "奥の" }.Select(o => new LabelledText(o + "部屋は屋上でした。", SentimentLabel.Negative, ["complaint"], ["price.billing"]))];

        var corrected = Readings.With(ReadingTrainer.Train(Readings.Untrained, Readings.All, corrections)).Analyze(Text);

        var before = Trained.Analyze(Text);
        Assert.Equal((SentimentLabel.Neutral, false), (before.Sentiment.Label, before.Intents.Any(i => i.Label == "complaint")));
        Assert.Equal((SentimentLabel.Negative, true, "price.billing"), (corrected.Sentiment.Label, corrected.Intents.Any(i => i.Label == "complaint"), corrected.Topics[0].Label));
        Assert.All(Readings.All, t => Assert.Equal(t.Sentiment, Trained.Analyze(t.Text).Sentiment.Label));
    }

    [Fact]
    public void A_correction_counts_as_much_as_three_texts()
    {
        var once = new LabelledText("部屋は屋上でした。", SentimentLabel.Negative);
        LabelledText[] others = [.. Enumerable.Repeat(once with { Sentiment = SentimentLabel.Positive }, 2)];

        var text = Readings.With(ReadingTrainer.Train(Readings.Untrained, [.. Readings.All, .. others, once])).Analyze(once.Text);
        var correction = Readings.With(ReadingTrainer.Train(Readings.Untrained, [.. Readings.All, .. others], [once])).Analyze(once.Text);

        Assert.True(text.Sentiment.Score > 0, text.Sentiment.ToString());
        Assert.True(correction.Sentiment.Score < 0, correction.Sentiment.ToString());
    }

    [Fact]
    public void Labels_nobody_looked_at_are_not_learned()
    {
        LabelledText[] unlabelled = [.. Readings.All.Select(t => new LabelledText(t.Text))];
        LabelledText[] silent = [.. unlabelled, .. unlabelled, .. unlabelled];

        var model = ReadingTrainer.Train(Readings.Untrained, silent);
        var mixed = Readings.With(ReadingTrainer.Train(Readings.Untrained, [.. Readings.All, .. silent]));

        Assert.All(Readings.All, t => Assert.Equal(Readings.Json(Readings.Untrained, t.Text), Readings.Json(Readings.With(model), t.Text)));
        Assert.All(Readings.All, t => Assert.Equal(Readings.Json(Trained, t.Text), Readings.Json(mixed, t.Text)));
    }

    [Fact]
    public void Sentiment_alone_can_be_learned()
    {
        var model = ReadingTrainer.Train(Readings.Untrained, [.. Readings.All.Select(t => new LabelledText(t.Text, t.Sentiment))]);
        var read = Readings.With(model).Analyze("荷物の梱包が最悪でした。");

        Assert.Equal(Trained.Analyze("荷物の梱包が最悪でした。").Sentiment, read.Sentiment);
        Assert.Equal(Readings.Untrained.Analyze("荷物の梱包が最悪でした。").Intents, read.Intents);
    }

    [Fact]
    public void A_topic_of_two_texts_is_too_rare_to_learn_and_one_of_a_correction_is_not()
    {
        LabelledText[] rare = [.. new[] { "昨日の", "今日の" }.Select(o => new LabelledText(o + "ふとんです。", Topics: ["app.login"]))];

        Assert.DoesNotContain("app.login", ReadingTrainer.Train(Readings.Untrained, [.. Readings.All, .. rare]).Topics.Labels);
        Assert.Contains("app.login", ReadingTrainer.Train(Readings.Untrained, Readings.All, rare).Topics.Labels);
    }

    [Fact]
    public void Progress_rises_to_the_end_and_training_can_be_stopped()
    {
        var told = new List<double>();
        ReadingTrainer.Train(Readings.Untrained, Readings.All, progress: new Told(told));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1], 1e-6);

        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ReadingTrainer.Train(Readings.Untrained, Readings.All, cancellationToken: stop.Token));
    }

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
