using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class IndexTermsTests
{
    private static readonly IndexTerms Terms = Shipped.Analyzer.Terms;

    [Theory]
    [InlineData("アプリが落ちました", "アプリ 落ちる")]
    [InlineData("ﾛｸﾞｲﾝできなかった", "ログイン できる")]
    [InlineData("関西国際空港", "関西 国際 空港")]
    [InlineData("これはペンです。", "ペン")]
    [InlineData("ZQ-1X299が壊れた", "zq-1x299 zq 1x299 壊れる")]
    [InlineData("iPhone15 Pro", "iphone15 pro")]
    [InlineData("再起動しても直らない", "再 起動 直る")]
    [InlineData("😊！？（）", "")]
    [InlineData("", "")]
    public void Terms_are_base_forms_of_content_words(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Terms.From(text)));

    [Theory]
    [InlineData("保証期間", "商品の保証期間はいつまでですか")]
    [InlineData("ZQ-1X299", "型番はＺＱ－１Ｘ２９９です")]
    [InlineData("ログインエラー", "昨日からログインエラーが出る")]
    [InlineData("壊れる", "すぐに壊れてしまった")]
    public void The_words_of_a_query_give_the_terms_they_give_in_a_text(string query, string text) =>
        Assert.Contains(' ' + string.Join(' ', Terms.From(query)) + ' ', ' ' + string.Join(' ', Terms.From(text)) + ' ', StringComparison.Ordinal);

    [Fact]
    public void A_term_knows_its_place_in_the_text_as_it_was_given()
    {
        const string Text = "　ﾛｸﾞｲﾝ画面が、落ちました";

        Assert.Equal(["ﾛｸﾞｲﾝ", "画面", "落ち"], Terms.Locate(Text).Select(t => t.Span.Of(Text).ToString()));
    }

    [Fact]
    public void The_terms_of_an_analysed_text_are_those_of_the_index() =>
        Assert.Equal(Terms.From("配送が遅れて困ります"), Shipped.Analyzer.Analyze("配送が遅れて困ります").Terms);
}
