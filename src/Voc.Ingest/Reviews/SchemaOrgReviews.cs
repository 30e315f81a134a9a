namespace Voc.Ingest.Reviews;

/// <summary>Finds the reviews among the things a page describes in the vocabulary of schema.org.</summary>
internal static class SchemaOrgReviews
{
    private const int MaximumDepth = 300;

    /// <summary>Every review in page order, wherever it is nested.</summary>
    public static IEnumerable<ExtractedReview> From(IReadOnlyList<StructuredItem> items)
    {
        var found = new List<(StructuredItem Review, string? Product)>();
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var reviewed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            Visit(item, null, 0, found, named, reviewed);
        }

        return found.Select(review => Extract(review.Review, review.Product, named, reviewed));
    }

    private static void Visit(
        StructuredItem item, string? product, int depth, List<(StructuredItem, string?)> found, Dictionary<string, string> named, Dictionary<string, string> reviewed)
    {
        if (item.Types.Any(type => type.EndsWith("Review", StringComparison.Ordinal) && type is not ("ClaimReview" or "MediaReview")))
        {
            found.Add((item, product));
        }

        var name = item.Properties.Any(property => property.Name is "review" or "reviews") || item.Id is not null ? item.Text("name") : null;
        if (item.Id is { } id && name is not null)
        {
            named.TryAdd(id, name);
        }

        if (depth >= MaximumDepth)
        {
            return;
        }

        foreach (var (property, value) in item.Properties)
        {
            if (value is StructuredItem child)
            {
                var ofReview = property is "review" or "reviews";
                if (ofReview && name is not null && child is { Id: { } reviewId, Types.Count: 0 })
                {
                    reviewed.TryAdd(reviewId, name);
                }

                Visit(child, ofReview ? name : null, depth + 1, found, named, reviewed);
            }
        }
    }

    private static ExtractedReview Extract(StructuredItem item, string? product, Dictionary<string, string> named, Dictionary<string, string> reviewed)
    {
        var rating = item.Item("reviewRating");
        var ratingText = rating?.Text("ratingValue") ?? item.Text("reviewRating", "ratingValue");
        var value = ReviewRating.Normalize(ratingText, rating?.Text("bestRating"), rating?.Text("worstRating"));
        var subject = item.Item("itemReviewed");
        return new()
        {
            Id = item.Id ?? IdentifierOf(item) ?? item.Text("url"),
            Text = TextOf(item),
            Rating = value,
            UnreadableRating = value is null ? ratingText : null,
            Date = item.Text("datePublished", "dateCreated", "dateModified"),
            Author = Plain(item.Item("author")?.Text("name") ?? item.Text("author")),
            Product = Plain(subject?.Text("name") ?? item.Text("itemReviewed") ?? product
                ?? Known(named, subject?.Id) ?? Known(reviewed, item.Id)),
        };
    }

    private static string? IdentifierOf(StructuredItem item) => item.Text("identifier") ?? item.Item("identifier")?.Text("value");

    private static string? Known(Dictionary<string, string> names, string? id) => id is not null && names.TryGetValue(id, out var name) ? name : null;

    private static string TextOf(StructuredItem item)
    {
        var body = HtmlText.Of(item.Text("reviewBody", "description", "text") ?? "");
        var title = HtmlText.Of(item.Text("name", "headline") ?? "");
        return title.Length == 0 || body.StartsWith(title.TrimEnd('…', '.'), StringComparison.Ordinal) ? body
            : body.Length == 0 ? title
            : $"{title}\n{body}";
    }

    private static string? Plain(string? value) => value is null ? null : HtmlText.Of(value) is { Length: > 0 } text ? text : null;
}
