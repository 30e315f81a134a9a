namespace Voc.Analysis.Tests.Opinions;

public sealed class OpinionSpecTests
{
    public static IEnumerable<object[]> Table => SpecTable.Rows("Opinions/Specs/Opinions.md");

    public static IEnumerable<object[]> Dialect => SpecTable.Rows("Opinions/Specs/Dialect.md");

    public static IEnumerable<object[]> Targets => SpecTable.Rows("Opinions/Specs/Targets.md");

    [Theory]
    [MemberData(nameof(Targets))]
    [MemberData(nameof(Table))]
    [MemberData(nameof(Dialect))]
    public void A_text_has_the_opinions_of_the_table(string text, string opinions)
    {
        Assert.Equal(opinions, string.Join("; ", Shipped.Analyzer.Analyze(text).Opinions.Select(Written)));
    }

    [Fact]
    public void The_span_of_an_opinion_holds_the_expression_with_its_negation()
    {
        const string Text = "昨日から、ミラーが全く格納できません。";

        var opinion = Assert.Single(Shipped.Analyzer.Analyze(Text).Opinions);

        Assert.Equal("格納できません", Text.Substring(opinion.Start, opinion.Length));
    }

    private static string Written(Opinion o) =>
        $"{o.Target ?? "_"}:{o.Expression}{(o.Negated ? "!" : "")} {(o.Polarity > 0 ? '+' : o.Polarity < 0 ? '-' : '0')}{(o.Modality == "fact" ? "" : " " + o.Modality)}";
}
