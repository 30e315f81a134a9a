namespace Voc.Analysis.Tests.Classification;

public sealed class ClassificationSpecTests
{
    public static IEnumerable<object[]> Intents => SpecTable.Rows("Classification/Specs/Intents.md");

    public static IEnumerable<object[]> Topics => SpecTable.Rows("Classification/Specs/Topics.md");

    [Theory]
    [MemberData(nameof(Intents))]
    public void A_text_has_the_intents_of_the_table(string text, string intents)
    {
        var found = Shipped.Analyzer.Analyze(text).Intents.Select(i => i.Label).ToHashSet();

        Assert.All(intents.Split(' '), i => Assert.True(i[0] == '!' ? !found.Contains(i[1..]) : found.Contains(i), $"{text} → {string.Join(' ', found)}, expected {intents}"));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_text_has_the_topic_of_the_table(string text, string topic)
    {
        var found = Shipped.Analyzer.Analyze(text).Topics;

        Assert.True(topic == (found.Count == 0 ? "" : found[0].Label), $"{text} → {string.Join(' ', found)}");
    }

    [Theory]
    [InlineData("ドアミラーの格納ボタンを押しても、ドアミラーが動きません。販売店に連絡しました。", "ドアミラー")]
    [InlineData("通信速度が遅い。通信速度の改善を希望します。", "通信速度")]
    public void The_phrase_a_text_is_most_about_comes_first(string text, string phrase) =>
        Assert.Equal(phrase, Shipped.Analyzer.Analyze(text).Keyphrases[0]);

    [Fact]
    public void There_are_at_most_three_topics_and_eight_keyphrases_most_confident_first()
    {
        var read = Shipped.Analyzer.Analyze("配送が三日も遅れました。朝食は冷めていました。アプリのログインができません。請求金額も違います。通信速度が遅くて動画が止まります。");

        Assert.InRange(read.Topics.Count, 2, 3);
        Assert.InRange(read.Keyphrases.Count, 5, 8);
        Assert.Equal(read.Topics.OrderByDescending(t => t.Confidence), read.Topics);
    }
}
