using System.Text;
using Voc.Ingest.Reviews;

namespace Voc.Ingest.Tests.Reviews;

public sealed class ReviewExtractorTests
{
    [Fact]
    public void A_review_in_json_ld_is_read_with_all_it_says()
    {
        var review = Assert.Single(Pages.Extract(Pages.JsonLd("""
            {"@context":"https://schema.org","@type":"Review","@id":"https://shop.example/r/77","name":"残念","reviewBody":"三日で&lt;br&gt;止まった。",
             "reviewRating":{"@type":"Rating","ratingValue":2,"bestRating":"10","worstRating":0},"datePublished":"2025-05-01",
             "author":{"@type":"Person","name":"山猫"},"itemReviewed":{"@type":"Product","name":"除湿機 A1"}}
            """)).Reviews);

        Assert.Equal(("https://shop.example/r/77", "残念\n三日で\n止まった。", 1.8), (review.Id, review.Text, review.Rating));
        Assert.Equal(("2025-05-01", "山猫", "除湿機 A1"), (review.Date, review.Author, review.Product));
    }

    [Theory]
    [InlineData("""{"@type":"Product","name":"P","review":[{"@type":"Review","reviewBody":"一"},{"@type":"Review","reviewBody":"二"}]}""")]
    [InlineData("""{"@type":["LocalBusiness","Restaurant"],"name":"P","review":[{"@type":["Review"],"reviewBody":"一"},{"@type":"http://schema.org/UserReview","description":"二"}]}""")]
    [InlineData("""{"@graph":[{"@type":"WebPage"},{"@type":"Product","name":"P","reviews":[{"@type":"Review","reviewBody":"一"},{"@type":"schema:Review","schema:reviewBody":"二"}]}]}""")]
    [InlineData("""[{"@type":"Review","reviewBody":"一","itemReviewed":{"name":"P"}},{"@type":"Review","reviewBody":{"@value":"二"},"itemReviewed":"P"}]""")]
    [InlineData("""{"@graph":[{"@type":"Product","name":"P","review":[{"@id":"#1"},{"@id":"#2"}]},{"@type":"Review","@id":"#1","reviewBody":"一"},{"@type":"Review","@id":"#2","reviewBody":"二"}]}""")]
    [InlineData("""{"@graph":[{"@type":"Product","@id":"/p","name":"P"},{"@type":"Review","reviewBody":"一","itemReviewed":{"@id":"/p"}},{"@type":"Review","reviewBody":"二","itemReviewed":{"@id":"/p"}}]}""")]
    public void Reviews_are_found_wherever_json_ld_nests_them(string json)
    {
        var reviews = Pages.Extract(Pages.JsonLd(json)).Reviews;

        Assert.Equal(["一", "二"], reviews.Select(review => review.Text));
        Assert.All(reviews, review => Assert.Equal("P", review.Product));
    }

    [Fact]
    public void Usual_mistakes_in_json_ld_do_no_harm()
    {
        var reviews = Pages.Extract(Pages.JsonLd("<!-- {\"@type\":\"Review\",\"reviewBody\":\"一行目\n二行目\",} -->")).Reviews;

        Assert.Equal("一行目\n二行目", Assert.Single(reviews).Text);
    }

    [Fact]
    public void A_broken_script_is_named_and_the_next_one_is_read()
    {
        var extraction = Pages.Extract(Pages.JsonLd("{\"@type\":") + Pages.JsonLd("""{"@type":"Review","reviewBody":"読めた"}"""));

        Assert.Equal("読めた", Assert.Single(extraction.Reviews).Text);
        Assert.Contains("JSON-LD script 1", Assert.Single(extraction.Problems).En, StringComparison.Ordinal);
    }

    [Fact]
    public void Reviews_in_microdata_are_read()
    {
        var extraction = Pages.Extract("""
            <div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">加湿器 B2</h1>
              <div itemprop="review" itemscope itemtype="https://schema.org/Review">
                <a itemprop="url" href="/r/1">link</a><b itemprop="name">便利</b><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">川獺</span></span>
                <time itemprop="datePublished" datetime="2025-04-02">4月2日</time>
                <p itemprop="reviewBody">音が<br>静か</p>
                <span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="ratingValue" content="4">/<span itemprop="bestRating">5</span></span>
              </div>
              <div itemprop="review" itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">普通</p></div>
            </div>
            """);

        Assert.Equal(["便利\n音が\n静か", "普通"], extraction.Reviews.Select(review => review.Text));
        var first = extraction.Reviews[0];
        Assert.Equal(("/r/1", 4.0, "2025-04-02", "川獺", "加湿器 B2"), (first.Id, first.Rating, first.Date, first.Author, first.Product));
    }

    [Fact]
    public void A_page_that_says_the_same_in_both_ways_is_read_once()
    {
        var html = Pages.JsonLd("""{"@type":"Review","reviewBody":"同じ"}""") + """<div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">同じ</p></div>""";

        Assert.Single(Pages.Extract(html).Reviews);
    }

    [Theory]
    [InlineData("li.review", "p.body", ".stars@data-score", "time", "@data-id", "a.next")]
    [InlineData("ul > li[data-id]", ".body, .none", "[class~=stars]@data-score", "time@datetime", "li@data-id, @data-id", "a[href^='?page']@href")]
    [InlineData("//li[@class='review']", "./p", ".//span/@data-score", "//time/@datetime", "./@data-id", "//a[@class='next']/@href")]
    public void A_profile_finds_reviews_by_css_or_xpath(string item, string text, string rating, string date, string id, string next)
    {
        var extraction = Pages.Extract("""
            <ul><li class="review" data-id="a1"><p class="body">軽い</p><span class="big stars" data-score="4"></span><time datetime="2025-05-03">先週</time></li>
            <li class="review" data-id="a2"><p class="body">重い</p><span class="stars" data-score="2"></span><time datetime="2025-05-04">先週</time></li></ul>
            <li>違う</li><a class="next" href="?page=2">次へ</a>
            """, new() { Item = item, Text = text, Rating = rating, Date = date, Id = id, Next = next });

        Assert.Equal([("a1", "軽い", 4.0, "2025-05-03"), ("a2", "重い", 2.0, "2025-05-04")],
            extraction.Reviews.Select(review => (review.Id, review.Text, review.Rating!.Value, review.Date)));
        Assert.Equal("?page=2", extraction.Next);
    }

    [Theory]
    [InlineData("", "p", "item")]
    [InlineData("li", " ", "text")]
    [InlineData("li:hover", "p", "item")]
    [InlineData("li >", "p", "item")]
    [InlineData("li,", "p", "item")]
    [InlineData("li[", "p", "item")]
    [InlineData("li[a='b]", "p", "item")]
    [InlineData("li", "p@", "text")]
    [InlineData("//li[", "p", "item")]
    [InlineData("//li[//a]", "p", "item")]
    [InlineData("//a//b//c//d", "p", "item")]
    [InlineData("//a/following::b", "p", "item")]
    [InlineData("(1+1)", "p", "item")]
    [InlineData("//li[@x=$y]", "p", "item")]
    public void A_selector_that_cannot_be_used_is_named(string item, string text, string field)
    {
        var violations = new ReviewProfile { Item = item, Text = text }.Check();

        Assert.Equal(field, Assert.Single(violations).Field);
    }

    [Fact]
    public void A_page_without_reviews_says_what_was_looked_for()
    {
        Assert.Contains("JSON-LD", Assert.Single(Pages.Extract("<html><body><p>会社概要</p></body></html>").Problems).Ja, StringComparison.Ordinal);
        Assert.Contains("li.review", Assert.Single(Pages.Extract("<p>会社概要</p>", new() { Item = "li.review", Text = "p" }).Problems).Ja, StringComparison.Ordinal);
        Assert.Contains("drawn by scripts", Assert.Single(Pages.Extract("<html><body><div id=app></div><script src=a.js></script></body></html>").Problems).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("{\"a\":1}", "JSON")]
    [InlineData("ただの文章です。", "without tags")]
    [InlineData("日付,本文\n2025-01-01,良い", "without tags")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("PK\u0003\u0004....", "ZIP")]
    [InlineData("\0\0\0\0", "binary")]
    [InlineData("<?xml version=\"1.0\"?><urlset></urlset>", "XML")]
    public void A_file_that_is_no_html_is_named_for_what_it_is(string content, string kind) =>
        Assert.Contains(kind, Assert.Single(Pages.Extract(content).Problems).En, StringComparison.Ordinal);

    [Theory]
    [InlineData("shift_jis", 932, true)]
    [InlineData("Shift_JIS", 932, false)]
    [InlineData("euc-jp", 51932, true)]
    [InlineData("euc-jp", 51932, false)]
    [InlineData("utf-8", 65001, true)]
    [InlineData("utf-8", 65001, false)]
    [InlineData("iso-2022-jp", 50220, true)]
    public void Pages_in_every_japanese_encoding_are_read_by_declaration_or_content(string name, int codePage, bool declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var html = $"<html><head>{(declared ? $"<meta charset=\"{name}\">" : "")}</head><body><li>とても良い①商品だった</li></body></html>";
        var bytes = Encoding.GetEncoding(codePage).GetBytes(html.Replace("①", codePage == 50220 ? "" : "①", StringComparison.Ordinal));

        var review = Assert.Single(ReviewExtractor.Extract(bytes, null, new() { Item = "li", Text = "." }).Reviews);

        Assert.Equal(codePage == 50220 ? "とても良い商品だった" : "とても良い①商品だった", review.Text);
    }

    [Theory]
    [InlineData("text/html; charset=EUC-JP")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/html; charset=klingon")]
    [InlineData("nonsense")]
    public void A_wrong_or_right_header_and_a_byte_order_mark_both_lead_to_the_text(string contentType)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var profile = new ReviewProfile { Item = "li", Text = "." };
        var eucJp = Encoding.GetEncoding(51932).GetBytes("<li>静かで良い</li>");
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<li>静かで良い</li>")];

        Assert.Equal("静かで良い", Assert.Single(ReviewExtractor.Extract(eucJp, contentType, profile).Reviews).Text);
        Assert.Equal("静かで良い", Assert.Single(ReviewExtractor.Extract(utf16, contentType, profile).Reviews).Text);
    }
}
