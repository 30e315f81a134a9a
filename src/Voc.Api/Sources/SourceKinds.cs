using System.Text.Json;
using Voc.Api.Imports.Folders;
using Voc.Api.Sources.Bridges;
using Voc.Ingest;
using Voc.Ingest.Forms;
using Voc.Ingest.Reviews;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources;

/// <summary>The kinds of sources, what each is called and what its settings must look like.</summary>
internal static class SourceKinds
{
    public const string Api = "api";
    public const string Import = "import";
    public const string Form = "form";
    public const string Notes = "notes";
    public const string ReviewPage = "review-page";
    public const string SocialFeed = "social-feed";
    public const string Webhook = "webhook";

    /// <summary>Files that somebody or some program puts into a folder of the server.</summary>
    public const string Folder = "folder";

    /// <summary>A survey of the company's own, which is made and changed on a page of its own.</summary>
    public const string Survey = "survey";

    /// <summary>The kinds that can be registered as a source.</summary>
    public static readonly string[] All = [Api, Import, Form, Notes, ReviewPage, SocialFeed, Webhook, Folder, .. BridgeKinds.All, .. SocialPlatforms.All];

    /// <summary>The kinds that are fetched, on a schedule or by hand.</summary>
    public static readonly string[] Fetched = [ReviewPage, SocialFeed, .. SocialPlatforms.Searched];

    /// <summary>Whether a kind is a platform, whose secret somebody else made.</summary>
    public static bool IsPlatform(string kind) => SocialPlatforms.All.Contains(kind);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The channel of a kind whose maker named none.</summary>
    public static Channel UsualChannel(string kind) => kind switch
    {
        Form or BridgeKinds.Mail => Channel.ContactForm,
        Notes => Channel.CallNote,
        ReviewPage => Channel.Review,
        SocialFeed or Webhook => Channel.Social,
        _ => IsPlatform(kind) ? Channel.Social : Channel.Survey,
    };

    /// <summary>What is wrong with the settings of a kind, by field.</summary>
    public static IReadOnlyList<Violation> Check(string kind, JsonElement settings)
    {
        if (settings.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            return [new Violation("settings", new("設定は JSON のオブジェクトにしてください。", "The settings must be a JSON object."))];
        }
        if (!IsWritable(settings))
        {
            return [new Violation("settings", new("設定の文字列に壊れた文字（サロゲートの片方）があります。取り除いてください。", "A text in the settings holds half a surrogate pair. Remove it."))];
        }
        switch (kind)
        {
            case Form:
                ContactForm.FromSettings("", "", settings, out var violations);
                return violations;
            case ReviewPage:
                return Reviews(settings) is { } reviews
                    ? [.. reviews.Check().Select(v => v with { Field = "settings." + v.Field })]
                    : [new Violation("settings.url", new("settings.url にレビューページの URL を、settings.profile を使うなら item と text を指定してください。", "Give the page's address in settings.url, and with settings.profile at least item and text."))];
            case Folder:
                return FolderSettings.Check(settings);
            case SocialFeed:
                return Feed(settings) is not null
                    ? []
                    : [new Violation("settings.url", new("settings.url に JSON Lines のフィードの URL を http:// または https:// から指定してください。", "Give the address of the JSON Lines feed in settings.url, starting with http:// or https://."))];
            default:
                return [];
        }
    }

    /// <summary>The address of a feed, or null where the settings hold none that can be used.</summary>
    public static Uri? Feed(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String
        && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : null;

    /// <summary>The framework accepts broken characters in escapes and fails only when it writes them: in every later list of sources.</summary>
    private static bool IsWritable(JsonElement settings)
    {
        try
        {
            return settings.ValueKind == JsonValueKind.Undefined || JsonSerializer.SerializeToUtf8Bytes(settings, Json).Length > 0;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The settings of a review-page source, or null where they cannot be read.</summary>
    public static ReviewPageSettings? Reviews(JsonElement settings)
    {
        try
        {
            return settings.Deserialize<ReviewPageSettings>(Json);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
