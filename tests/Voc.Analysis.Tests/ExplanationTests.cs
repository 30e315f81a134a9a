namespace Voc.Analysis.Tests;

public sealed class ExplanationTests
{
    [Theory]
    [InlineData("先週注文した本が今朝届きましたが、梱包が最悪でした。", "最悪", -1)]
    [InlineData("水曜日に二人で行きました。接客が素晴らしかったです。", "素晴らし", 1)]
    [InlineData("会議で使うために買いましたが、全く満足できませんでした。", "満足", -1)]
    public void The_phrase_that_decides_comes_first_with_the_sign_it_has(string text, string phrase, int sign)
    {
        var strongest = Shipped.Analyzer.Explain(text).Contributions[0];

        Assert.Contains(phrase, strongest.Expression, StringComparison.Ordinal);
        Assert.Equal(sign, Math.Sign(strongest.Weight));
    }

    [Fact]
    public void What_speaks_for_and_what_speaks_against_have_opposite_signs()
    {
        var contributions = Shipped.Analyzer.Explain("接客は素晴らしいのですが、朝食がまずいです。").Contributions;

        Assert.True(Of("素晴らしい") > 0);
        Assert.True(Of("まずい") < 0);

        double Of(string phrase) => contributions.First(c => c.Expression.Contains(phrase, StringComparison.Ordinal)).Weight;
    }

    [Fact]
    public void A_contribution_has_no_marks_at_its_end()
    {
        var contributions = Shipped.Analyzer.Explain("接客は素晴らしい！でも、朝食がまずかった…。").Contributions;

        Assert.NotEmpty(contributions);
        Assert.All(contributions, c => Assert.DoesNotContain(c.Expression[^1], "！、。…」"));
    }

    [Fact]
    public void A_weight_is_by_how_much_the_score_differs_without_the_phrase()
    {
        const string Text = "駅から近くて、接客が最高でした。";
        var strongest = Shipped.Analyzer.Explain(Text).Contributions[0];

        var without = Shipped.Analyzer.Analyze(Text.Remove(strongest.Start, strongest.Length)).Sentiment.Score;

        Assert.Equal(Shipped.Analyzer.Analyze(Text).Sentiment.Score - without, strongest.Weight, 2e-3);
    }

    [Fact]
    public void Words_come_in_order_and_leave_out_nothing_but_spaces()
    {
        const string Text = "ｻｰﾋﾞｽ が　最悪ｗｗｗ\n料金も高い①";
        var tokens = Shipped.Analyzer.Explain(Text).Tokens;

        Assert.Equal("ｻｰﾋﾞｽが最悪ｗｗｗ料金も高い①", string.Concat(tokens.Select(t => Text.Substring(t.Start, t.Length))));
        Assert.Equal(("サービス", "サービス"), (tokens[0].BaseForm, tokens[0].Reading));
        Assert.StartsWith("名詞", tokens[0].PartOfSpeech, StringComparison.Ordinal);
        Assert.Equal([(0, 1), (1, 1), (2, 1)], Shipped.Analyzer.Explain("㍻の㌖").Tokens.Select(t => (t.Start, t.Length)));
    }

    [Fact]
    public void Every_offset_lies_inside_the_text_as_it_was_given()
    {
        AnyText.Always(text =>
        {
            var explanation = Shipped.Analyzer.Explain(text);
            return explanation.Contributions.All(c => text.Substring(c.Start, c.Length) == c.Expression && c.Weight is >= -2 and <= 2)
                && explanation.Tokens.All(t => t.Start >= 0 && t.Length > 0 && t.Start + t.Length <= text.Length)
                && explanation.Tokens.Zip(explanation.Tokens.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start);
        });
    }

    [Fact]
    public void A_long_text_gives_the_twelve_strongest_and_all_its_words()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i}番の席は最高で、{i}番の棚は最悪でした。"));

        var explanation = Shipped.Analyzer.Explain(text);

        Assert.InRange(explanation.Contributions.Count, 0, 12);
        Assert.Equal(explanation.Contributions.OrderByDescending(c => Math.Abs(c.Weight)).ThenBy(c => c.Start), explanation.Contributions);
        Assert.Equal(text, string.Concat(explanation.Tokens.Select(t => text.Substring(t.Start, t.Length))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("　\n")]
    [InlineData("。")]
    public void A_text_that_says_nothing_has_nothing_that_moved_it(string text) => Assert.Empty(Shipped.Analyzer.Explain(text).Contributions);
}
