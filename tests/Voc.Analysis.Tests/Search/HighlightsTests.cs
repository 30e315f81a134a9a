using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class HighlightsTests
{
    private static readonly IndexTerms Terms = Shipped.Analyzer.Terms;
    private static readonly QueryAnalyzer Analyzer = new(Terms, Shipped.Analyzer.Taxonomy);

    [Theory]
    [InlineData("アプリ", "このアプリ、ｱﾌﾟﾘとして最悪", "アプリ ｱﾌﾟﾘ")]
    [InlineData("落ちる", "また落ちました", "落ち")]
    [InlineData("\"配送が遅い\"", "配送が遅い。配送は早い。遅い。", "配送が遅い")]
    [InlineData("配送 OR 遅い", "配送が遅い", "配送 遅い")]
    [InlineData("ZQ-1X299", "型番ＺＱ－１Ｘ２９９です", "ＺＱ－１Ｘ２９９")]
    [InlineData("配送 -遅い", "配送が早い", "配送")]
    [InlineData("channel:review 配送", "配送が遅い", "配送")]
    [InlineData("channel:review", "配送が遅い", "")]
    [InlineData("配*", "配送と配達", "配送 配達")]
    [InlineData("'送が'", "配送が遅い、発送が早い", "送が 送が")]
    [InlineData("'ガス'", "ｶﾞｽ代、ガス会社", "ｶﾞｽ ガス")]
    [InlineData("'(株)'", "㈱ホシの(株)です", "㈱ (株)")]
    [InlineData("'株'", "㈱ホシ", "㈱")]
    [InlineData("'aa'", "aaa", "aaa")]
    [InlineData("'配送' 遅い", "配送も配達も遅い", "配送 遅い")]
    [InlineData("-'配送' 遅い", "配達が遅い", "遅い")]
    [InlineData("\"遅い 配送\"~3", "配送がとても遅い。配送は早くない。", "配送 遅い 配送")]
    [InlineData("\"配送 遅い\"~1", "配送がとても遅い、安い", "配送 遅い")]
    [InlineData("\"配送 安い\"~1", "配送がとても遅い、安い", "")]
    public void What_the_query_asked_for_is_marked_where_it_stands(string query, string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(query, text).Select(h => h.Of(text).ToString())));

    [Fact]
    public void Highlights_are_inside_any_text_in_order_and_apart()
    {
        foreach (var query in new[] { "電源", "電源 OR パソコン", "\"関西国際空港 スマートフォンケース\"", "a* OR 空* OR 笑" })
        {
            AnyText.Always(text =>
            {
                var end = -1;
                foreach (var highlight in Of(query, text))
                {
                    if (highlight.Start <= end || highlight.Length < 1 || highlight.End > text.Length)
                    {
                        return false;
                    }
                    end = highlight.End;
                }
                return true;
            });
        }
    }

    private static IReadOnlyList<Analysis.Text.TextSpan> Of(string query, string text) =>
        Highlights.Of(Analyzer.Analyze(QueryParser.Parse(query)), text, Terms);
}
