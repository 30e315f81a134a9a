using Voc.Analysis.Sentiment;
using Voc.Analysis.Tests.Learning;

namespace Voc.Analysis.Tests.Sentiment;

public sealed class SentimentModelTests
{
    [Fact]
    public void Odds_are_a_softmax_that_stays_finite()
    {
        var odds = SentimentOdds.Of(0, Math.Log(2), Math.Log(5));

        Assert.Equal((0.125, 0.25, 0.625), (Math.Round(odds.Negative, 5), Math.Round(odds.Neutral, 5), Math.Round(odds.Positive, 5)));
        Assert.Equal((0.5f, SentimentLabel.Positive, 0.625f), (odds.Score, odds.Label, odds.Confidence));
        Assert.Equal(new(1, 0, 0), SentimentOdds.Of(2000, -2000, 0));
    }

    [Fact]
    public void As_much_for_as_against_is_neutral()
    {
        Assert.Equal(SentimentLabel.Neutral, new SentimentOdds(0.45f, 0.1f, 0.45f).Label);
        Assert.Equal(SentimentLabel.Neutral, new SentimentOdds(0.4f, 0.41f, 0.19f).Label);
        Assert.Equal(SentimentLabel.Negative, new SentimentOdds(0.42f, 0.4f, 0.18f).Label);
    }

    [Fact]
    public void A_sharpened_blend_is_surer_of_the_same_label()
    {
        var blend = new SentimentBlend(1, 0.5f, 3, 0.3f, 0.6f);
        var odds = blend.Of([0.1f, 0, 0.4f], [0, 0, 0.2f], 0.3, 0);
        var sharpened = blend.Sharpened(2).Of([0.1f, 0, 0.4f], [0, 0, 0.2f], 0.3, 0);

        Assert.Equal((SentimentLabel.Positive, SentimentLabel.Positive), (odds.Label, sharpened.Label));
        Assert.Equal(2 * Math.Log(odds.Positive / odds.Negative), Math.Log(sharpened.Positive / sharpened.Negative), 1e-4);
        Assert.Equal(0.6f, blend.Sharpened(2).Opposed);
    }

    [Fact]
    public void What_is_said_for_and_against_in_one_breath_leans_to_neutral()
    {
        var blend = new SentimentBlend(1, 0.5f, 3, 0.3f, 0.6f);

        Assert.True(blend.Of([0.4f, 0, 0.1f], [0, 0, 0], -0.1, 0.6).Neutral > blend.Of([0.4f, 0, 0.1f], [0, 0, 0], -0.1, 0).Neutral);
    }

    [Fact]
    public void The_last_sentence_counts_more_than_those_before_it() =>
        Assert.True(Score("部屋は最悪でした。食事は最高でした。") > Score("食事は最高でした。部屋は最悪でした。"));

    [Fact]
    public void Sentences_that_say_nothing_hardly_dilute_those_that_do()
    {
        var read = Readings.Untrained.Analyze("昨日注文しました。色は青です。本当に最高でした。荷物は箱です。");

        Assert.Equal(SentimentLabel.Positive, read.Sentiment.Label);
        Assert.Equal([0, 0, 1, 0], read.Sentences.Select(s => (int)s.Label));
    }

    [Fact]
    public void Praise_and_blame_in_one_text_speak_for_neutral()
    {
        var (good, bad, both) = (Score("食事は最高でした。"), Score("部屋は最悪でした。"), Score("食事は最高でした。部屋は最悪でした。"));

        Assert.InRange(both, bad / 2, good / 2);
    }

    private static double Score(string text) => Readings.Untrained.Analyze(text).Sentiment.Score;
}
