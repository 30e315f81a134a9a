namespace Voc.Analysis.Tests.Sentiment;

public sealed class SentimentSpecTests
{
    public static IEnumerable<object[]> Sentences => SpecTable.Rows("Sentiment/Specs/Sentences.md");

    public static IEnumerable<object[]> Negation => SpecTable.Rows("Sentiment/Specs/Negation.md");

    [Theory]
    [MemberData(nameof(Sentences))]
    [MemberData(nameof(Negation))]
    public void A_text_has_the_label_of_the_table(string text, string label)
    {
        var sentiment = Shipped.Analyzer.Analyze(text).Sentiment;

        Assert.True(label == sentiment.Label.Name(), $"{text} → {sentiment}");
    }
}
