using System.Text.Json;
using Voc.Ingest.Reviews;

namespace Voc.Ingest.Social.Platforms;

/// <summary>Reads the <c>Status</c> entity of Mastodon.</summary>
internal static class MastodonPosts
{
    /// <summary>A status as a post, or null where it is none.</summary>
    public static SocialPost? Read(JsonElement status)
    {
        if (status.Text("id") is not { Length: > 0 and <= 100 } id || status.Time("created_at") is not { } created || status.Text("content") is not { Length: <= FeedbackValidation.MaxTextLength } content)
        {
            return null;
        }

        var account = status.Child("account");
        var author = account.Text("uri") ?? account.Text("url") ?? account.Text("acct") ?? account.Text("id");
        var text = HtmlText.Of(content);
        var warning = status.Text("spoiler_text");
        return author is null ? null : new SocialPost(id, string.IsNullOrWhiteSpace(warning) ? text : $"{HtmlText.Of(warning)}\n{text}", created, author)
        {
            Languages = status.Text("language") is { } language ? [language] : [],
            Tags = [.. status.Items("tags").Select(tag => tag.Text("name")).OfType<string>()],
            Link = status.Text("url"),
            LinkNamesAuthor = true,
            IsRepost = status.Child("reblog") is { ValueKind: JsonValueKind.Object },
        };
    }
}
