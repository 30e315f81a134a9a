using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>The platforms by the kind of their sources. LINE is received, not searched, so it is a kind without a search.</summary>
/// <param name="client">Asks them.</param>
public sealed class SocialPlatforms(SocialClient client)
{
    /// <summary>Kind of a source of Bluesky.</summary>
    public const string BlueskyKind = "bluesky";

    /// <summary>Kind of a source of Mastodon.</summary>
    public const string MastodonKind = "mastodon";

    /// <summary>Kind of a source of X.</summary>
    public const string XKind = "x";

    /// <summary>Kind of a source of comments on YouTube.</summary>
    public const string YouTubeKind = "youtube";

    /// <summary>Kind of a source of messages to a LINE Official Account.</summary>
    public const string LineKind = "line";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, ISocialPlatform> _searched = new(StringComparer.Ordinal)
    {
        [BlueskyKind] = new Bluesky(client),
        [MastodonKind] = new Mastodon(client),
        [XKind] = new X(client),
        [YouTubeKind] = new YouTube(client),
    };

    private readonly Dictionary<string, IStreamedPlatform> _streamed = new(StringComparer.Ordinal)
    {
        [BlueskyKind] = new Jetstream(client),
        [MastodonKind] = new MastodonStreaming(client),
    };

    /// <summary>The kinds that also tell of posts as they are written.</summary>
    public static IReadOnlyList<string> Streamed { get; } = [BlueskyKind, MastodonKind];

    /// <summary>The kinds that are searched.</summary>
    public static IReadOnlyList<string> Searched { get; } = [BlueskyKind, MastodonKind, XKind, YouTubeKind];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Searched, LineKind];

    /// <summary>The platform of a kind that is searched.</summary>
    public ISocialPlatform Of(string kind) => _searched[kind];

    /// <summary>The stream of a kind that has one.</summary>
    public IStreamedPlatform StreamOf(string kind) => _streamed[kind];

    /// <summary>Reads settings; null where they have another shape.</summary>
    public static SocialSettings? Read(JsonElement settings)
    {
        try
        {
            return settings.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? new() : settings.Deserialize<SocialSettings>(Json) is { } read
                && read is { Words: not null, Exclude: not null, Videos: not null } && read.Words.Concat(read.Exclude).Concat(read.Videos).All(w => w is not null)
                    ? read
                    : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with the settings of a kind, by field.</summary>
    public IReadOnlyList<Violation> Check(string kind, JsonElement settings, bool hasSecret)
    {
        if (Read(settings) is not { } read)
        {
            return [new("settings", new("設定の形が正しくありません。", "The settings do not have the right shape."))];
        }

        var words = read.Words.Concat(read.Exclude).ToList();
        return words.Count > SocialSettings.MaximumWords || words.Any(w => w.Length > SocialSettings.MaximumWord) || read.Videos.Count > SocialSettings.MaximumWords ? [new("settings.words", PlatformProblems.TooManyWords)]
            : read.Days is < 1 or > 30 || read.RecheckDays is < 0 or > 90 ? [new("settings.days", PlatformProblems.BadDays)]
            : !PlatformAddress.IsUsable(read.Address) ? [new("settings.address", PlatformProblems.BadAddress)]
            : !PlatformAddress.IsUsable(read.StreamAddress) ? [new("settings.streamAddress", PlatformProblems.BadAddress)]
            : kind == LineKind ? (hasSecret ? [] : [new("secret", PlatformProblems.NoSecret(Line.Name, "チャネルシークレット", "the channel secret"))])
            : Of(kind).Check(read, hasSecret);
    }
}
