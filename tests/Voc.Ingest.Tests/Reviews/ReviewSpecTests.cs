using System.Globalization;
using Voc.Ingest.Reviews;

namespace Voc.Ingest.Tests.Reviews;

public sealed class ReviewSpecTests
{
    [Theory]
    [MemberData(nameof(SpecTable.Rows), "Reviews/Specs/ratings.md", MemberType = typeof(SpecTable))]
    public void A_rating_is_read_as_the_table_says(string text, string rating) =>
        Assert.Equal(rating, ReviewRating.Parse(text)?.ToString(CultureInfo.InvariantCulture) ?? "");

    [Theory]
    [MemberData(nameof(SpecTable.Rows), "Reviews/Specs/review-dates.md", MemberType = typeof(SpecTable))]
    public void A_date_is_read_as_the_table_says(string text, string moment)
    {
        var read = ReviewDate.TryRead(text, Samples.Context.TimeZone, Samples.Now, out var time);

        Assert.Equal(moment, read ? time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : "");
    }

    [Theory]
    [MemberData(nameof(SpecTable.Rows), "Reviews/Specs/html-text.md", MemberType = typeof(SpecTable))]
    public void Markup_becomes_the_text_the_table_says(string markup, string text) => Assert.Equal(text, HtmlText.Of(markup));

    [Theory]
    [InlineData("8", "10", null, 4.11)]
    [InlineData("8", "10", "0", 4.2)]
    [InlineData("80", "100", "0", 4.2)]
    [InlineData("4", null, null, 4.0)]
    [InlineData("4", "5", "1", 4.0)]
    [InlineData("3", "3", "1", 5.0)]
    [InlineData("8", null, null, null)]
    [InlineData("8", "5", null, null)]
    [InlineData("4", "1", "1", null)]
    [InlineData("四", "5", null, null)]
    [InlineData("NaN", "5", null, null)]
    public void A_described_rating_is_brought_to_a_scale_from_one_to_five(string value, string? best, string? worst, double? rating) =>
        Assert.Equal(rating, ReviewRating.Normalize(value, best, worst));
}
