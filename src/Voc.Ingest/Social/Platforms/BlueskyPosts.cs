using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>Reads posts of Bluesky: views as <c>app.bsky.feed.searchPosts</c> and <c>getPosts</c> give them, and records as Jetstream does.</summary>
internal static class BlueskyPosts
{
    public const string Collection = "app.bsky.feed.post";

    /// <summary>A post view, or null where it is none.</summary>
    public static SocialPost? FromView(JsonElement view)
    {
        if (view.Text("uri") is not { } uri || !TrySplit(uri, out var did, out var key) || view.Child("record") is not { } record)
        {
            return null;
        }

        // Who writes a record says when; who indexes it says when it came. The earlier of the two is what the search sorts by.
        var (created, indexed) = (record.Time("createdAt"), view.Time("indexedAt"));
        return (created ?? indexed) is { } first ? FromRecord(did, key, record, indexed < first ? indexed.Value : first) : null;
    }

    /// <summary>A record and where it stands, or null where it is no post with a text.</summary>
    public static SocialPost? FromRecord(string did, string key, JsonElement record, DateTimeOffset created)
    {
        if (string.IsNullOrWhiteSpace(record.Text("text")))
        {
            return null;
        }

        return new SocialPost(key, record.Text("text")!, created, did)
        {
            Owner = did,
            Reference = UriOf(did, key),
            Languages = [.. record.Items("langs").Select(l => l.AsText()).OfType<string>()],
            Tags = [.. record.Items("tags").Select(t => t.AsText()).OfType<string>(), .. FacetTags(record)],
            Link = $"https://bsky.app/profile/{did}/post/{key}",
            LinkNamesAuthor = true,
        };
    }

    public static string UriOf(string did, string key) => $"at://{did}/{Collection}/{key}";

    public static bool TrySplit(string uri, out string did, out string key)
    {
        var parts = uri.Split('/');
        (did, key) = parts is ["at:", "", var owner, Collection, var record] && owner.StartsWith("did:", StringComparison.Ordinal) && record.Length is > 0 and <= 100
            ? (owner, record)
            : ("", "");
        return did.Length > 0;
    }

    private static IEnumerable<string> FacetTags(JsonElement record) =>
        record.Items("facets").SelectMany(facet => facet.Items("features")).Where(f => f.Text("$type") == "app.bsky.richtext.facet#tag").Select(f => f.Text("tag")).OfType<string>();
}
