namespace Voc.Ingest.Tests.Reviews;

public sealed class ReviewRowsTests
{
    [Fact]
    public void A_review_becomes_masked_feedback()
    {
        var feedback = Assert.Single(Pages.Read(Pages.JsonLd("""
            {"@type":"Review","@id":"r-1","reviewBody":"電話 090-1234-5678 にかけても出ない","reviewRating":{"ratingValue":"1"},"datePublished":"2025-05-01","author":"山猫","itemReviewed":"扇風機"}
            """)).Rows.Accepted());

        Assert.Equal(("レビューサイト", "r-1", Channel.Review, "扇風機"), (feedback.Source, feedback.ExternalId, feedback.Channel, feedback.Product));
        Assert.DoesNotContain("1234", feedback.Text, StringComparison.Ordinal);
        Assert.StartsWith("c-", feedback.Customer, StringComparison.Ordinal);
        Assert.Equal(1, feedback.Scores["rating"]);
        Assert.Equal(new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.FromHours(9)), feedback.OccurredAt);
    }

    [Fact]
    public void Reading_the_same_page_again_gives_the_same_identifiers()
    {
        var html = Pages.JsonLd("""[{"@type":"Review","reviewBody":"一","author":"A"},{"@type":"Review","reviewBody":"一"},{"@type":"Review","reviewBody":"一"},{"@type":"Review","url":"/r/9","reviewBody":"二"}]""");

        var first = Pages.Read(html).Rows.Accepted().Select(feedback => feedback.ExternalId).ToList();
        var second = Pages.Read(html).Rows.Accepted().Select(feedback => feedback.ExternalId).ToList();

        Assert.Equal(first, second);
        Assert.Equal(4, first.Distinct().Count());
        Assert.Equal("/r/9", first[3]);
    }

    [Fact]
    public void A_review_shown_twice_is_taken_once()
    {
        var html = Pages.JsonLd("""[{"@type":"Review","reviewBody":"一","author":"山猫"},{"@type":"Review","reviewBody":"一","author":"山猫"},{"@type":"Review","@id":"x","reviewBody":"二"},{"@type":"Review","@id":"x","reviewBody":"二"}]""");

        Assert.Equal(["一", "二"], Pages.Read(html).Rows.Accepted().Select(feedback => feedback.Text));
    }

    [Theory]
    [InlineData("https://shop.example/p/1", "https://shop.example/p/1")]
    [InlineData("#review1", "#review2")]
    [InlineData("_:b0", "_:b1")]
    public void An_identifier_that_does_not_name_one_review_is_not_used(string first, string second)
    {
        var html = Pages.JsonLd($$"""[{"@type":"Review","@id":"{{first}}","reviewBody":"一"},{"@type":"Review","@id":"{{second}}","reviewBody":"二"}]""");

        var ids = Pages.Read(html).Rows.Accepted().Select(feedback => feedback.ExternalId).ToList();

        Assert.All(ids, id => Assert.StartsWith("content-", id, StringComparison.Ordinal));
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public void A_bad_review_is_named_and_the_others_are_taken()
    {
        var reading = Pages.Read(Pages.JsonLd("""
            [{"@type":"Review","reviewBody":"良い","datePublished":"いつか"},{"@type":"Review","reviewBody":" "},
             {"@type":"Review","reviewBody":"未来","datePublished":"2031-01-01"},{"@type":"Review","reviewBody":"評価なし","reviewRating":{"ratingValue":"最高"}}]
            """));

        Assert.Equal([(1L, "date"), (2L, "text"), (3L, "occurredAt")], reading.Rows.OfType<RejectedRow>().Select(row => (row.Line, row.Field!)));
        Assert.Contains("いつか", reading.Rows.OfType<RejectedRow>().First().Message.Ja, StringComparison.Ordinal);
        var kept = Assert.Single(reading.Rows.OfType<AcceptedRow>()).Feedback;
        Assert.Equal(("評価なし", 0), (kept.Text, kept.Scores.Count));
        Assert.Contains("最高", Assert.Single(reading.Problems).Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_in_particular_is_not_one_customer()
    {
        var customers = Pages.Read(Pages.JsonLd("""[{"@type":"Review","reviewBody":"一","author":"匿名"},{"@type":"Review","reviewBody":"二","author":"購入者さん"},{"@type":"Review","reviewBody":"三","author":"山猫"}]"""))
            .Rows.Accepted().Select(feedback => feedback.Customer).ToList();

        Assert.Equal([null, null], customers.Take(2));
        Assert.NotNull(customers[2]);
    }
}
