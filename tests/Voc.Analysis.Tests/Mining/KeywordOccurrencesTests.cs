using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Mining;

public sealed class KeywordOccurrencesTests
{
    private static readonly IndexTerms Terms = Shipped.Analyzer.Terms;
    private static readonly QueryAnalyzer Analyzer = new(Terms, Shipped.Analyzer.Taxonomy);

    [Theory]
    [InlineData("落ちる", "また落ちました。落ちる。", "落ち|落ちる")]
    [InlineData("アプリ", "ｱﾌﾟﾘがアプリでアプリ", "ｱﾌﾟﾘ|アプリ|アプリ")]
    [InlineData("はい", "はいはい、はい", "はい|はい|はい")]
    [InlineData("\"配送が遅い\"", "配送が遅い。配送は早い。配送 遅い", "配送が遅い|配送 遅い")]
    [InlineData("\"遅い 配送\"~2", "配送が遅い", "配送が遅い")]
    [InlineData("\"遅い 配送\"~1", "配送が遅い", "")]
    [InlineData("zq*", "ＺＱ－１Ｘ２９９とZQ", "ＺＱ－１Ｘ２９９|ZQ")]
    [InlineData("'送が'", "配送が遅い。配送がまだ。", "送が|送が")]
    [InlineData("'ああ'", "あああああ", "ああ|ああ")]
    [InlineData("'株式会社'", "㍿と株式会社", "㍿|株式会社")]
    [InlineData("'ガス'", "ｶﾞｽとカ\u3099スとガス", "ｶﾞｽ|カ\u3099ス|ガス")]
    [InlineData("'fi'", "ﬁn", "ﬁ")]
    [InlineData("配送 -遅い channel:review", "配送が遅い", "配送")]
    [InlineData("配送 OR 遅い", "配送が遅い", "配送|遅い")]
    public void Each_place_is_found_as_it_stands_in_the_text(string query, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Find(query).In(text, Terms).Select(s => s.Of(text).ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("channel:review")]
    [InlineData("-配送")]
    public void Without_a_word_that_is_asked_for_there_is_nothing_to_find(string query) => Assert.True(Find(query).IsEmpty);

    [Fact]
    public void Exact_strings_are_found_in_any_text_as_often_as_in_its_normalised_form_and_in_order()
    {
        foreach (var wanted in new[] { "ない", "カ", "ー", "w", "3.5", "...", "か\u3099".Normalize(), "電源が" })
        {
            AnyText.Always(text =>
            {
                var (found, normal) = (KeywordOccurrences.Of(new ExactMatch(wanted)).In(text, Terms), ExactText.Normalize(text));
                var end = 0;
                foreach (var span in found)
                {
                    if (span.Start < end || span.Length < 1 || span.End > text.Length || !ExactText.Normalize(span.Of(text).ToString()).Contains(wanted, StringComparison.Ordinal))
                    {
                        return false;
                    }
                    end = span.End;
                }
                // Two that share one character of the original, such as the dots of an ellipsis, are one.
                return found.Count > 0 == normal.Contains(wanted, StringComparison.Ordinal) && found.Count <= normal.Split(wanted).Length - 1;
            });
        }
    }

    [Fact]
    public void Words_are_found_in_any_text_as_often_as_it_has_the_term()
    {
        AnyText.Always(text =>
        {
            var terms = Terms.Locate(text);
            return terms.Select(t => t.Term).Distinct().All(term =>
            {
                var spans = terms.Where(t => t.Term == term).Select(t => t.Span).Distinct().ToList();
                return KeywordOccurrences.Of(new TermsMatch([term], false)).In(text, Terms).Count == spans.Count;
            });
        });
    }

    private static KeywordOccurrences Find(string query) => KeywordOccurrences.Of(Analyzer.Analyze(QueryParser.Parse(query)));
}
