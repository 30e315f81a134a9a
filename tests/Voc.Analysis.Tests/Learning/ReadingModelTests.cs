using Voc.Analysis.Learning;
using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Tests.Learning;

public sealed class ReadingModelTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Learning", "Samples", "reading-model-v1.bin");

    [Fact]
    public void What_is_read_back_answers_as_what_was_saved()
    {
        using var stream = new MemoryStream();
        Readings.Trained.Save(stream);
        stream.WriteByte(42);
        stream.Position = 0;

        var back = ReadingModel.Load(stream, "memory");

        Assert.Equal(42, stream.ReadByte());
        Assert.Equal("tests", back.Origin);
        Assert.All(
            Readings.All.Select(t => t.Text + "また来ます。"),
            text => Assert.Equal(Readings.Json(Readings.With(Readings.Trained), text), Readings.Json(Readings.With(back), text)));
    }

    [Fact]
    public void A_model_of_version_1_is_read_and_written_as_it_is_in_the_golden_file()
    {
        var model = ReadingModel.Load(Golden);

        Assert.Equal("0123456789abcdef", model.Origin);
        Assert.Equal(new SentimentBlend(1.5f, 0.75f, 3, 0.25f, 0.5f), model.Sentiment.Blend);
        Assert.Equal([0.25f, 0.5f], model.IntentThresholds);
        Assert.Equal(["negative", "neutral", "positive"], model.Sentiment.Composition.Labels);
        Assert.Equal(["complaint", "praise"], model.Intents.Labels);
        Assert.Equal(["delivery", "travel.room"], model.Topics.Labels);
        Assert.Equal((true, false), (model.Intents.IsMultiLabel, model.Topics.IsMultiLabel));
        Assert.Equal([1f, 0, -1], model.Sentiment.Phrases.Weights(FeatureHash.Of(1, "破れ")).ToArray().Select(w => MathF.Round(w)));
        Assert.Equal(File.ReadAllBytes(Golden), Readings.Bytes(model));
    }

    [Fact]
    public void A_file_that_is_damaged_anywhere_is_refused_with_the_reason()
    {
        var bytes = File.ReadAllBytes(Golden);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x41;
            Assert.NotEmpty(Refused(damaged).Problem.Ja);
            Assert.NotEmpty(Refused(bytes[..i]).Problem.Ja);
        }
    }

    [Fact]
    public void Another_version_or_kind_is_named()
    {
        var bytes = File.ReadAllBytes(Golden);
        bytes[4] = 2;
        using var other = new MemoryStream();
        LinearTrainer.Train(Examples.Data(20), new()).Save(other);

        Assert.Contains("version 2; this program reads 1", Refused(bytes).Message, StringComparison.Ordinal);
        Assert.Contains("not a model file of the kind", Refused(other.ToArray()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_parts_do_not_fit_together_is_refused()
    {
        var (three, two) = (LinearModel.Empty(SentimentModel.Labels, multiLabel: false), LinearModel.Empty(["complaint", "praise"], multiLabel: true));
        var sentiment = new SentimentModel(three, three, SentimentBlend.LexiconOnly);

        Refused(Readings.Bytes(new(sentiment, two, [0.5f], three, "")));
        Refused(Readings.Bytes(new(sentiment, two, new float[7], three, "")));
        Refused(Readings.Bytes(new(new(two, three, SentimentBlend.LexiconOnly), two, [0.5f, 0.5f], three, "")));
        Refused(Readings.Bytes(new(new(three, two, SentimentBlend.LexiconOnly), two, [0.5f, 0.5f], three, "")));
        Assert.NotNull(ReadingModel.Load(new MemoryStream(Readings.Bytes(new(sentiment, two, [0.5f, 0.5f], three, ""))), "memory"));
    }

    [Theory]
    [InlineData("部屋が綺麗で最高でした。", SentimentLabel.Positive, "praise", "travel.room")]
    [InlineData("二重請求されていて最悪です。", SentimentLabel.Negative, "complaint", "price.billing")]
    [InlineData("パスワードの変更方法を教えてください。", SentimentLabel.Neutral, "question", "app.login")]
    public void Without_a_model_lexicon_cues_and_keywords_decide(string text, SentimentLabel sentiment, string intent, string topic)
    {
        var read = Readings.Untrained.Analyze(text);

        Assert.Equal((sentiment, intent, topic), (read.Sentiment.Label, read.Intents[0].Label, read.Topics[0].Label));
    }

    [Fact]
    public void Each_expert_on_sentiment_can_be_asked_alone()
    {
        const string Unknown = "掃除機がすぐ壊れて腹が立つ。";
        var all = Readings.Untrained.Analyze(Unknown).Sentiment;

        Assert.Equal(all, By(SentimentExperts.Lexicon, Unknown));
        Assert.Equal(SentimentLabel.Negative, By(SentimentExperts.Composition, Unknown).Label);
        Assert.Equal(SentimentLabel.Neutral, By(SentimentExperts.None, Unknown).Label);
        Assert.Equal(SentimentLabel.Negative, By(SentimentExperts.Phrases, "部屋が最悪でした。").Label);
        Assert.True(By(SentimentExperts.Phrases, Unknown).Score > By(SentimentExperts.Composition, Unknown).Score);
        Assert.Equal(Readings.With(Readings.Trained).Analyze(Unknown).Sentiment, By(SentimentExperts.All, Unknown));

        static Voc.Sentiment By(SentimentExperts experts, string text) => Readings.With(Readings.Trained.With(experts)).Analyze(text).Sentiment;
    }

    private static DataFileException Refused(byte[] bytes) =>
        Assert.Throws<DataFileException>(() => ReadingModel.Load(new MemoryStream(bytes), "m.model"));
}
