using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>Finds the reviews where the profile of a site says they stand.</summary>
internal static class ProfileReviews
{
    /// <summary>Every review in page order.</summary>
    /// <param name="page">The page.</param>
    /// <param name="profile">A profile without violations.</param>
    public static IEnumerable<ExtractedReview> From(HtmlDocument page, ReviewProfile profile)
    {
        var text = Selector.Of(profile.Text)!;
        var (rating, date, id) = (Selector.Of(profile.Rating), Selector.Of(profile.Date), Selector.Of(profile.Id));
        var (author, product) = (Selector.Of(profile.Author), Selector.Of(profile.Product));
        var ofPage = product?.Text(page.DocumentNode);
        foreach (var item in Selector.Of(profile.Item)!.Elements(page.DocumentNode))
        {
            var ratingText = RatingText(rating, item);
            var value = ReviewRating.Parse(ratingText);
            yield return new()
            {
                Id = id?.Text(item),
                Text = string.Join('\n', text.Texts(item)),
                Rating = value,
                UnreadableRating = value is null ? ratingText : null,
                Date = DateText(date, item),
                Author = author?.Text(item),
                Product = product?.Text(item) ?? ofPage,
            };
        }
    }

    /// <summary>Stars are often drawn by a style sheet and named only in an attribute for screen readers.</summary>
    private static string? RatingText(Selector? selector, HtmlNode item) => selector is null ? null
        : selector.Text(item) ?? selector.Elements(item).Select(element => Attribute(element, "aria-label", "title", "alt", "content", "data-rating", "data-score")).FirstOrDefault(value => value is not null);

    private static string? DateText(Selector? selector, HtmlNode item) => selector is null ? null
        : selector.Elements(item).Where(element => element.Name == "time").Select(element => Attribute(element, "datetime")).FirstOrDefault(value => value is not null) ?? selector.Text(item);

    private static string? Attribute(HtmlNode element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.GetAttributeValue(name, "").Trim() is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }
}
