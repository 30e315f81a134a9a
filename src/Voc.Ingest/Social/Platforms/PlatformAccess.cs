namespace Voc.Ingest.Social.Platforms;

/// <summary>Which source asks a platform, and with which secret.</summary>
/// <param name="Settings">What it collects.</param>
/// <param name="Secret">Token, key or password in the clear, or null.</param>
public sealed record PlatformAccess(SocialSettings Settings, string? Secret)
{
    /// <summary>Never shows the secret.</summary>
    public override string ToString() => nameof(PlatformAccess);
}

/// <summary>A platform whose posts are searched for.</summary>
public interface ISocialPlatform
{
    /// <summary>How it is called to people.</summary>
    string Name { get; }

    /// <summary>How much is read again because the platform may list posts late.</summary>
    TimeSpan Overlap { get; }

    /// <summary>How far back the platform can be searched.</summary>
    TimeSpan Reach { get; }

    /// <summary>How long after a check a post is checked again.</summary>
    TimeSpan CheckInterval { get; }

    /// <summary>Most posts of one check.</summary>
    int CheckBatch { get; }

    /// <summary>The searches that together find what the source wants, each with a cursor of its own.</summary>
    IReadOnlyList<string> Queries(SocialSettings settings);

    /// <summary>What is wrong with the settings, by field.</summary>
    IReadOnlyList<Violation> Check(SocialSettings settings, bool hasSecret);

    /// <summary>Reads one page of a search.</summary>
    /// <exception cref="SocialException">There is no page.</exception>
    Task<SocialPage> ReadAsync(PlatformAccess access, string query, QueryCursor cursor, CancellationToken cancellationToken);

    /// <summary>Asks what has become of posts.</summary>
    /// <param name="access">The source.</param>
    /// <param name="references">At most <see cref="CheckBatch"/> posts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SocialException">There is no answer.</exception>
    Task<IReadOnlyList<PostCheck>> CheckAsync(PlatformAccess access, IReadOnlyList<string> references, CancellationToken cancellationToken);
}
