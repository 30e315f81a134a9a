namespace Voc.Ingest.Social.Platforms;

/// <summary>What a source collects from a platform and how; secrets are kept apart from it.</summary>
public sealed record SocialSettings
{
    /// <summary>Most words, excluded words or videos of one source.</summary>
    public const int MaximumWords = 20;

    /// <summary>Longest word in UTF-16 units.</summary>
    public const int MaximumWord = 60;

    /// <summary>
    /// A post is collected where it holds one of these. Parts of a word set apart by spaces must all be there; a word that begins
    /// with <c>#</c> is a hashtag. YouTube and LINE collect everything where there is none.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A post that holds one of these is passed over.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Only posts in this language (ISO 639-1), or all where it is null or empty.</summary>
    public string? Language { get; init; }

    /// <summary>Address of the service, such as that of a Mastodon server; null for the usual one of the platform.</summary>
    public string? Address { get; init; }

    /// <summary>Bluesky: the account whose app password is the secret. Null to search without signing in.</summary>
    public string? Account { get; init; }

    /// <summary>YouTube: the videos whose comments are collected.</summary>
    public IReadOnlyList<string> Videos { get; init; } = [];

    /// <summary>YouTube: the channel whose comments, on all its videos, are collected.</summary>
    public string? ChannelId { get; init; }

    /// <summary>How many days back the first run goes; 1 to 30, 7 unless told. X has no more than 7.</summary>
    public int Days { get; init; } = 7;

    /// <summary>For how many days after it was posted a post is checked for having been deleted or changed; 0 to 90, 30 unless told.</summary>
    public int RecheckDays { get; init; } = 30;

    /// <summary>Bluesky and Mastodon: whether posts are also received as they are written.</summary>
    public bool Stream { get; init; }

    /// <summary>Address of the stream where it is not the usual one of the platform.</summary>
    public string? StreamAddress { get; init; }

    /// <summary>Whether links that name the author (Bluesky, Mastodon) are kept; not unless told.</summary>
    public bool KeepLinks { get; init; }
}
