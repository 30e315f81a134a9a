using System.Text.Json;

namespace Voc.Ingest.Reviews.Feeds;

/// <summary>
/// Reads the customer reviews of the App Store as JSON
/// (<c>https://itunes.apple.com/jp/rss/customerreviews/page=1/id=ID/sortBy=mostRecent/json</c>): each value stands in an object
/// with a <c>label</c>; one entry alone is no array; the app itself may be the first entry.
/// </summary>
internal static class AppStoreFeed
{
    /// <summary>Reads a feed, or null where the JSON is none.</summary>
    public static ReviewExtraction? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Property(document.RootElement, "feed") is { ValueKind: JsonValueKind.Object } feed ? Read(feed) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReviewExtraction Read(JsonElement feed)
    {
        var entries = Many(feed, "entry");
        var product = entries.Select(entry => Label(entry, "im:name")).FirstOrDefault(name => name is not null);
        var reviews = entries.Where(entry => Label(entry, "im:name") is null).Select(entry => Review(entry, product)).ToList();
        return new(reviews, Next(feed), reviews.Count > 0 ? [] : [FeedProblems.Empty]);
    }

    private static ExtractedReview Review(JsonElement entry, string? product)
    {
        var rating = Label(entry, "im:rating");
        var read = ReviewRating.Parse(rating);
        return new()
        {
            Id = Label(entry, "id"),
            Text = ReviewFeed.Together(HtmlText.Of(Label(entry, "title") ?? ""), HtmlText.Of(Label(entry, "content") ?? "")),
            Rating = read,
            UnreadableRating = read is null ? rating : null,
            Date = Label(entry, "updated"),
            Author = Property(entry, "author") is { } author ? Label(author, "name") : null,
            Product = product,
        };
    }

    private static string? Next(JsonElement feed) => Many(feed, "link").Select(link => Property(link, "attributes"))
        .Where(link => link is { } found && Text(found, "rel") == "next").Select(link => Text(link!.Value, "href")).FirstOrDefault();

    private static List<JsonElement> Many(JsonElement parent, string name) => Property(parent, name) is not { } found ? []
        : found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : [found];

    private static string? Label(JsonElement parent, string name) => Property(parent, name) is { } found && Text(found, "label") is { Length: > 0 } label ? label : null;

    private static string? Text(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.String } found ? SafeText(found) : null;

    private static JsonElement? Property(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) ? found : null;

    /// <summary>Half a surrogate pair in an escape cannot be read as text.</summary>
    private static string? SafeText(JsonElement found)
    {
        try
        {
            return found.GetString()?.Trim();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
