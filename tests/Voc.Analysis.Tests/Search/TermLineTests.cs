using System.Text;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class TermLineTests
{
    [Theory]
    [InlineData("炊飯器の説明書", "炊飯器|炊飯|器 説明書|説明|書")]
    [InlineData("ZQ-1X299が壊れた", "zq-1x299|zq-1x299|zq|1x299 壊れる")]
    [InlineData("配送が遅い", "配送 遅い")]
    [InlineData("再起動してもご対応いただけず", "再起動|再|起動 ご 対応 いただける")]
    [InlineData("購入後の安全性", "購入 後 安全性|安全|性")]
    [InlineData("東京都の田中さんたち", "東京都|東京|都 田中 さん たち")]
    [InlineData("具体的な返品手続き", "具体的|具体|的 返品 手続き")]
    [InlineData("二十五個", "二 十 五 個")]
    [InlineData("関西国際空港で迷った", "関西国際空港|関西|国際|空港 迷う")]
    [InlineData("😊", "")]
    public void A_word_of_several_terms_is_kept_in_front_of_them(string text, string line)
    {
        var terms = Shipped.Analyzer.Terms.Read(text);
        var written = TermLine.Write(terms.Terms, terms.Compounds);

        Assert.Equal(line, Encoding.UTF8.GetString(written).Replace((char)TermLine.Joint, '|'));
        Assert.Equal(terms.Terms, TermLine.Terms(written));
    }

    [Fact]
    public void The_terms_of_an_earlier_version_are_read_as_they_were() =>
        Assert.Equal(["炊飯", "器", "壊れる"], TermLine.Terms("炊飯 器 壊れる"u8));

    [Fact]
    public void The_words_of_a_text_are_found_as_they_stand_in_it()
    {
        const string Text = "この炊飯器、ＺＱ－１の炊飯が遅い";
        var words = Shipped.Analyzer.Terms.LocateWords(Text).Words();

        Assert.Equal(["炊飯器", "ＺＱ－１", "炊飯", "遅い"], words.Select(w => w.Span.Of(Text).ToString()));
        Assert.Equal(["炊飯器", "zq-1", "炊飯", "遅い"], words.Select(w => w.Term));
    }
}
