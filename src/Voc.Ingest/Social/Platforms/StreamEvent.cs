namespace Voc.Ingest.Social.Platforms;

/// <summary>Something a stream tells.</summary>
public sealed record StreamEvent
{
    /// <summary>A post that was written or changed, or null.</summary>
    public SocialPost? Post { get; init; }

    /// <summary>Whether <see cref="Post"/> takes the place of an earlier text.</summary>
    public bool IsChange { get; init; }

    /// <summary>The identifier of a post that was deleted, or null.</summary>
    public string? Deleted { get; init; }

    /// <summary>Whose post was deleted, on a platform that counts posts by author; or whose posts are all gone.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether all posts of <see cref="Owner"/> are gone.</summary>
    public bool IsOwnerGone { get; init; }

    /// <summary>Where the stream can be gone on with behind this event, in the stream's own count; null where it cannot.</summary>
    public long? Cursor { get; init; }
}

/// <summary>A platform that tells of posts as they are written.</summary>
public interface IStreamedPlatform
{
    /// <summary>How it is called to people.</summary>
    string Name { get; }

    /// <summary>Whether only posts the source asked for are told of, so that a deletion of an unknown post may concern it too.</summary>
    bool IsSelective { get; }

    /// <summary>Connects and tells until the connection ends; <paramref name="connected"/> is called when it stands.</summary>
    /// <param name="access">The source.</param>
    /// <param name="cursor">Where to go on, or null for now.</param>
    /// <param name="connected">Called once.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    /// <exception cref="SocialException">It cannot be connected to, or broke off.</exception>
    IAsyncEnumerable<StreamEvent> ReadAsync(PlatformAccess access, long? cursor, Action connected, CancellationToken cancellationToken);
}
