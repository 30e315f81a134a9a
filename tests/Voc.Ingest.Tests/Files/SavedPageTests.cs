using System.Text;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Files;

public sealed class SavedPageTests
{
    [Fact]
    public void A_saved_page_of_reviews_is_imported_by_its_content()
    {
        const string Page = """
            <!DOCTYPE html><html><body><script type="application/ld+json">
            {"@type":"Product","name":"ポット","review":[{"@type":"Review","reviewBody":"蓋が閉まらない","datePublished":"2025-06-01","reviewRating":{"ratingValue":2}}]}
            </script></body></html>
            """;
        using var reading = Imports.Open(Encoding.UTF8.GetBytes(Page), fileName: "saved");
        var feedback = Assert.Single(reading.Rows().ToList().Accepted());
        Assert.Equal((FileKind.Html, Channel.Review, "蓋が閉まらない", 2.0), (reading.Kind, feedback.Channel, feedback.Text, feedback.Scores["rating"]));
    }

    [Fact]
    public void A_page_without_reviews_is_refused_with_the_reason() =>
        Assert.NotEmpty(Imports.Refused("<html><body><p>会社概要</p></body></html>", fileName: "page.html").Ja);
}
