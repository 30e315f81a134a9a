namespace Voc.Ingest.Social.Platforms;

/// <summary>A post as a platform gives it, before anything of it is masked.</summary>
/// <param name="Id">The platform's identifier, which stays the same through edits; with <see cref="Owner"/>, the identifier among the owner's.</param>
/// <param name="Text">Its text, without markup.</param>
/// <param name="CreatedAt">When it was posted, as far as the platform vouches for it; pages are in the order of this, newest first.</param>
/// <param name="Author">The platform's identifier of the author.</param>
public sealed record SocialPost(string Id, string Text, DateTimeOffset CreatedAt, string Author)
{
    /// <summary>Whose post it is, on a platform that counts posts by author; never stored in the clear.</summary>
    public string? Owner { get; init; }

    /// <summary>What the platform calls it in a look-up where that names the author; kept encrypted.</summary>
    public string? Reference { get; init; }

    /// <summary>Languages the author or the platform names (ISO 639); none where unknown.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Hashtags the platform found, without <c>#</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where people read it, or null.</summary>
    public string? Link { get; init; }

    /// <summary>Whether <see cref="Link"/> names the author.</summary>
    public bool LinkNamesAuthor { get; init; }

    /// <summary>Whether it only passes on somebody else's words.</summary>
    public bool IsRepost { get; init; }

    /// <summary>The version of it, newer ones later: on X, the identifier of the edit.</summary>
    public string? Version { get; init; }

    /// <summary>What it is about where the platform says so, such as a video.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = FeedbackDraft.NoAttributes;
}

/// <summary>One page of a search, newest first.</summary>
/// <param name="Posts">The posts that could be read.</param>
/// <param name="Next">Where the next, older page is, or null at the end.</param>
/// <param name="Unreadable">Entries that are no posts.</param>
/// <param name="Wait">How long the platform wants to be left alone before the next request, or null.</param>
public sealed record SocialPage(IReadOnlyList<SocialPost> Posts, string? Next, int Unreadable, TimeSpan? Wait)
{
    /// <summary>
    /// Whether the platform itself ends the search at what is known, so that the times of posts say nothing about its end: X lists
    /// posts by identifier, and an edited one has a new identifier and may have an old time.
    /// </summary>
    public bool EndsByItself { get; init; }
}

/// <summary>What a platform says of a post that was collected.</summary>
public enum PostState
{
    /// <summary>It is there; <see cref="PostCheck.Post"/> is how it reads now.</summary>
    There,

    /// <summary>The platform says that it is gone, or may not be seen any more.</summary>
    Gone,

    /// <summary>The platform does not mention it, which a faulty answer may do as well.</summary>
    Absent,

    /// <summary>The platform says nothing that can be relied on.</summary>
    Unknown,
}

/// <summary>The answer about one post.</summary>
/// <param name="Reference">What was asked for.</param>
/// <param name="State">What is known.</param>
/// <param name="Post">The post where it is there.</param>
public sealed record PostCheck(string Reference, PostState State, SocialPost? Post = null);
