using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Voc.Ingest.Reviews;

namespace Voc.Ingest.Tests.Reviews;

[Collection(Alone.Name)]
public sealed class HostilePageTests
{
    private static readonly ReviewProfile Profile = new() { Item = "div > p, li", Text = ". , span b", Next = "a" };

    [Theory]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<rt>x<rp>")]
    [InlineData("<form>")]
    public void A_page_nested_too_deeply_is_refused_quickly(string tag)
    {
        var (extraction, time) = Timed("<html>" + string.Concat(Enumerable.Repeat(tag, 90_000)), null);

        Assert.Contains("256", Assert.Single(extraction.Problems).En, StringComparison.Ordinal);
        Assert.True(time < TimeSpan.FromSeconds(20), time.ToString());
    }

    [Theory]
    [InlineData("<b><i></b></i>")]
    [InlineData("<p>x")]
    [InlineData("<li>x<div>y</div>")]
    [InlineData("</b>")]
    [InlineData("<x y=\"")]
    [InlineData("<!--")]
    [InlineData("<br>&amp;&#x26")]
    [InlineData("<a rel=next>")]
    [InlineData("<script type=application/ld+json>{</script>")]
    public void A_hostile_page_takes_time_linear_in_its_length(string piece)
    {
        Assert.Empty(Profile.Check());
        var html = "<html>" + string.Concat(Enumerable.Repeat(piece, Math.Min(2_000_000 / piece.Length, 290_000 / piece.Count('<'))));

        var (_, time) = Timed(html, Profile);
        var (_, described) = Timed(html, null);

        // On an idle machine each takes a second; time growing with the square of the length would take minutes.
        Assert.True(time < TimeSpan.FromSeconds(40) && described < TimeSpan.FromSeconds(40), $"{time} {described}");
    }

    [Fact]
    public void Reviews_inside_each_other_do_not_multiply_the_page()
    {
        const int Depth = 100;
        var open = "<div itemscope itemtype=https://schema.org/Review><div itemprop=reviewBody>";
        var html = string.Concat(Enumerable.Repeat(open, Depth)) + new string('あ', 90_000) + string.Concat(Enumerable.Repeat("</div></div>", Depth));

        Assert.True(Pages.Extract(html).Reviews.Sum(review => (long)review.Text.Length) <= 10_000_000);
    }

    [Fact]
    public void A_page_of_nothing_but_tags_is_refused_before_it_fills_the_memory() =>
        Assert.Contains("too many tags", Assert.Single(Pages.Extract(string.Concat(Enumerable.Repeat("<p>", 1_000_000))).Problems).En, StringComparison.Ordinal);

    [Fact]
    public void A_page_over_five_megabytes_is_refused() =>
        Assert.Contains("5 MB", Assert.Single(ReviewExtractor.Extract(new byte[(5 * 1024 * 1024) + 1], null, null).Problems).En, StringComparison.Ordinal);

    [Fact]
    public void Json_nested_too_deeply_is_reported_and_not_followed()
    {
        var json = string.Concat(Enumerable.Repeat("{\"review\":", 5_000)) + "1" + new string('}', 5_000);

        Assert.Contains(Pages.Extract(Pages.JsonLd(json)).Problems, problem => problem.En.Contains("JSON-LD script 1", StringComparison.Ordinal));
    }

    [Fact]
    public void No_mix_of_markup_makes_the_reader_fail()
    {
        string[] pieces =
        [
            "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<%", "%>", "<?xml", "?>", "\"", "'", "=", "&", "&#", "&#xD800;", "&#x110000;", "\0", "\uD800", "<p", "<li>", "</li>",
            "<div itemscope itemtype=Review>", "<span itemprop=reviewBody>", "</span>", "</div>", "<script type='application/ld+json'>", "</script>", "{\"@type\":\"Review\",\"reviewBody\":", "\"x\"}",
            "[", "]", "<table>", "<td>", "</table>", "<option>", "<form>", "</form>", "<br/>", "<a rel=next href=", "あ", " ", "\n", "<x:y>", "<0>", "<a b c=d e='f' g>", "<svg>", "<textarea>", "<title>",
        ];
        var pages = Gen.Choose(0, 60).SelectMany(length => Gen.Elements(pieces).ListOf(length)).Select(string.Concat).ToArbitrary();

        Prop.ForAll(pages, html =>
        {
            Pages.Read(html);
            Pages.Read("<html>" + html, Profile);
            HtmlText.Of(html);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    private static (ReviewExtraction Extraction, TimeSpan Time) Timed(string html, ReviewProfile? profile)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        var clock = Stopwatch.StartNew();
        return (ReviewExtractor.Extract(bytes, null, profile), clock.Elapsed);
    }
}
