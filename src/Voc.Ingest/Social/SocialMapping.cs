using System.Text.Json;

namespace Voc.Ingest.Social;

/// <summary>
/// Which fields of a post hold what, as names or dotted paths such as <c>user.screen_name</c>. A field that is null is looked
/// for under the names feeds commonly use.
/// </summary>
public sealed record SocialMapping
{
    /// <summary>Identifier of the post.</summary>
    public string? Id { get; init; }

    /// <summary>Its text; markup becomes plain text.</summary>
    public string? Text { get; init; }

    /// <summary>When it was posted: a date, or seconds or milliseconds since 1970.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Who posted it.</summary>
    public string? Author { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>Its language.</summary>
    public string? Lang { get; init; }

    /// <summary>The product it is about.</summary>
    public string? Product { get; init; }

    /// <summary>Other fields to keep as attributes under the same names.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    internal IReadOnlyList<string> IdPaths => Paths(Id, "id_str", "id", "postId", "post_id");

    internal IReadOnlyList<string> TextPaths => Paths(Text, "full_text", "text", "content", "body", "message", "caption");

    internal IReadOnlyList<string> CreatedAtPaths => Paths(CreatedAt, "createdAt", "created_at", "publishedAt", "published_at", "created_time", "timestamp", "date", "time", "occurredAt");

    internal IReadOnlyList<string> AuthorPaths => Paths(
        Author, "author.username", "author.name", "author", "user.screen_name", "user.username", "user.name", "user", "account.acct", "username", "screen_name", "handle", "author_id");

    internal IReadOnlyList<string> UrlPaths => Paths(Url, "url", "permalink", "permalink_url", "link", "uri");

    internal IReadOnlyList<string> LangPaths => Paths(Lang, "lang", "language");

    internal IReadOnlyList<string> ProductPaths => Paths(Product, "product", "product_name", "productName");

    /// <summary>The first simple value at one of the paths, or null.</summary>
    internal static JsonElement? Find(JsonElement post, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (At(post, path) is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string[] Paths(string? given, params string[] common) => string.IsNullOrWhiteSpace(given) ? common : [given.Trim()];

    private static JsonElement? At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
