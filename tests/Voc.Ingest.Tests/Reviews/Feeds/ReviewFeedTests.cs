using System.Text;
using Voc.Ingest.Reviews;

namespace Voc.Ingest.Tests.Reviews.Feeds;

public sealed class ReviewFeedTests
{
    private const string Json = """
        {"feed":{"author":{"name":{"label":"iTunes Store"}},"entry":[
          {"im:name":{"label":"ホシゾラ天気"},"id":{"label":"https://apps.example.com/1"},"title":{"label":"ホシゾラ天気"}},
          {"author":{"uri":{"label":"https://example.com/u"},"name":{"label":"そらまめ"}},"updated":{"label":"2026-11-20T08:30:00-07:00"},
           "im:rating":{"label":"1"},"im:version":{"label":"3.2.0"},"id":{"label":"12001"},"title":{"label":"落ちます"},
           "content":{"label":"起動すると落ちます &amp; 直りません","attributes":{"type":"text"}}},
          {"author":{"name":{"label":"みかん"}},"updated":{"label":"2026-11-19T01:00:00-07:00"},"im:rating":{"label":"5"},"id":{"label":"12000"},
           "title":{"label":"最高"},"content":{"label":"最高の天気アプリ"}}],
         "link":[{"attributes":{"rel":"self","href":"https://itunes.example.com/1/json"}},{"attributes":{"rel":"next","href":"https://itunes.example.com/2/xml"}}]}}
        """;

    private const string Atom = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- reviews -->
        <feed xmlns:im="http://itunes.apple.com/rss" xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
          <link rel="next" href="https://itunes.example.com/2/xml"/>
          <entry>
            <updated>2026-11-20T08:30:00-07:00</updated><id>12001</id><title>落ちます</title>
            <content type="text">起動すると落ちます</content><im:rating>1</im:rating>
            <author><name>そらまめ</name></author>
            <content type="html">&lt;table&gt;&lt;tr&gt;&lt;td&gt;表の中&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</content>
          </entry>
        </feed>
        """;

    private const string Rss = """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>声の広場</title>
          <item><title>炊飯器の蓋が…</title><link>https://voices.example.jp/1</link><guid>voice-1</guid>
            <pubDate>Fri, 20 Nov 2026 18:05:00 +0900</pubDate><description><![CDATA[<p>炊飯器の蓋が<br>閉まりません</p>]]></description></item>
          <item><title>掃除機</title><link>https://voices.example.jp/2</link><pubDate>Fri, 20 Nov 2026 09:05:00 GMT</pubDate>
            <description>短い紹介</description><content:encoded><![CDATA[<p>音が静かで<b>満足</b>です</p>]]></content:encoded></item>
        </channel></rss>
        """;

    [Fact]
    public void Customer_reviews_of_the_App_Store_as_JSON_keep_rating_date_name_and_app()
    {
        var extraction = Extract(Json);

        Assert.Equal(2, extraction.Reviews.Count);
        Assert.Equal(
            new ExtractedReview { Id = "12001", Text = "落ちます\n起動すると落ちます & 直りません", Rating = 1, Date = "2026-11-20T08:30:00-07:00", Author = "そらまめ", Product = "ホシゾラ天気" },
            extraction.Reviews[0]);
        Assert.Equal("最高の天気アプリ", extraction.Reviews[1].Text);
        Assert.Equal("https://itunes.example.com/2/xml", extraction.Next);
    }

    [Fact]
    public void A_single_review_of_the_App_Store_is_no_array()
    {
        var extraction = Extract("""{"feed":{"entry":{"id":{"label":"1"},"title":{"label":"良い"},"content":{"label":"使いやすい"},"im:rating":{"label":"4"}}}}""");

        Assert.Equal("良い\n使いやすい", Assert.Single(extraction.Reviews).Text);
    }

    [Fact]
    public void Customer_reviews_of_the_App_Store_as_Atom_take_the_plain_text_of_the_two()
    {
        var extraction = Extract(Atom);

        Assert.Equal(
            new ExtractedReview { Id = "12001", Text = "落ちます\n起動すると落ちます", Rating = 1, Date = "2026-11-20T08:30:00-07:00", Author = "そらまめ" },
            Assert.Single(extraction.Reviews));
        Assert.Equal("https://itunes.example.com/2/xml", extraction.Next);
    }

    [Fact]
    public void Items_of_RSS_give_their_fullest_text_and_their_date_in_any_zone()
    {
        var extraction = Extract(Rss);

        Assert.Equal(["炊飯器の蓋が\n閉まりません", "掃除機\n音が静かで満足です"], extraction.Reviews.Select(r => r.Text));
        Assert.Equal(["voice-1", "https://voices.example.jp/2"], extraction.Reviews.Select(r => r.Id));
        Assert.Equal(["2026-11-20T18:05:00+09:00", "2026-11-20T09:05:00+00:00"], extraction.Reviews.Select(r => r.Date));
    }

    [Fact]
    public void A_feed_in_UTF_16_is_read_as_one_in_UTF_8()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Atom)).ToArray();

        Assert.Single(ReviewExtractor.Extract(bytes, null, null).Reviews);
    }

    [Theory]
    [InlineData("""{"feed":{"entry":[]}}""")]
    [InlineData("""{"feed":{"entry":[{"im:name":{"label":"アプリ"}}]}}""")]
    [InlineData("<rss><channel></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'></feed>")]
    public void A_feed_without_reviews_says_what_to_check(string feed)
    {
        var extraction = Extract(feed);

        Assert.Empty(extraction.Reviews);
        Assert.StartsWith("The feed was read but holds no reviews.", Assert.Single(extraction.Problems).En);
    }

    [Fact]
    public void Entities_that_unfold_and_depth_without_end_are_refused()
    {
        const string Laughs = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'はは'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>";
        var deep = "<rss>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Contains("correct XML", Assert.Single(Extract(Laughs).Problems).En);
        Assert.Contains("correct XML", Assert.Single(Extract(deep).Problems).En);
    }

    [Theory]
    [InlineData("""{"feed":"text"}""")]
    [InlineData("""{"feed":{"entry":[1,null,"a",{"id":{"label":5},"title":{"label":"\ud800"}}],"link":3}}""")]
    [InlineData("{\"feed\":")]
    [InlineData("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>記事</body></html>")]
    [InlineData("<!-- never closed")]
    [InlineData("<rss")]
    [InlineData("[]")]
    public void What_is_no_feed_or_a_broken_one_gives_no_review_and_a_reason(string text)
    {
        var extraction = Extract(text);

        Assert.DoesNotContain(extraction.Reviews, r => r.Text.Length > 0);
        Assert.True(extraction.Reviews.Count > 0 || extraction.Problems.Count > 0);
    }

    private static ReviewExtraction Extract(string text) => ReviewExtractor.Extract(Encoding.UTF8.GetBytes(text), null, null);
}
