namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// How far a search has been read. A sweep goes from the newest post back to what is known; only when it is complete is
/// everything up to its newest post known. A sweep that is interrupted goes on at the page it had come to, and posts that are
/// newer than it are the next sweep's. As a cursor is stored with the posts of its page, nothing is left out and, posts being
/// known by their identifier, nothing is taken twice.
/// </summary>
public sealed record QueryCursor
{
    /// <summary>Most pages of one sweep; a server that goes on and on ends there.</summary>
    public const int MaximumPages = 500;

    private const int Telling = 3;

    /// <summary>Everything that was posted up to here is known; null before the first sweep is complete.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The newest post of the last complete sweep, for platforms that want it.</summary>
    public string? SinceId { get; init; }

    /// <summary>How far back the sweep under way goes; null between sweeps.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The newest post of the sweep under way.</summary>
    public DateTimeOffset? Top { get; init; }

    /// <summary>Its identifier.</summary>
    public string? TopId { get; init; }

    /// <summary>The page the sweep goes on with.</summary>
    public string? Next { get; init; }

    /// <summary>Pages read in the sweep under way.</summary>
    public int Pages { get; init; }

    /// <summary>Whether a sweep is under way.</summary>
    public bool IsSweeping => From is not null;

    /// <summary>Begins a sweep, or leaves the one under way.</summary>
    /// <param name="now">The time.</param>
    /// <param name="overlap">How much is read again because a platform may list posts late.</param>
    /// <param name="first">How far back the first sweep goes.</param>
    public QueryCursor Begin(DateTimeOffset now, TimeSpan overlap, TimeSpan first) =>
        IsSweeping ? this : this with { From = Since is { } known && known - overlap > now - first ? known - overlap : now - first };

    /// <summary>Goes on behind a page that was stored.</summary>
    /// <param name="page">The page.</param>
    /// <param name="now">The time; posts that claim to be of the future say nothing about how far the search was read.</param>
    public QueryCursor Behind(SocialPage page, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(page);
        var moved = this with { Pages = Pages + 1 };
        foreach (var post in page.Posts)
        {
            if (moved.Top is null || post.CreatedAt > moved.Top)
            {
                moved = moved with { Top = post.CreatedAt < now ? post.CreatedAt : now, TopId = post.Version ?? post.Id };
            }
        }

        var reachedKnown = !page.EndsByItself && page.Posts.Count > 0 && page.Posts.TakeLast(Telling).All(post => post.CreatedAt < From);
        return page.Next is null || page.Next == Next || reachedKnown || moved.Pages >= MaximumPages ? moved.Complete() : moved with { Next = page.Next };
    }

    /// <summary>Starts the sweep over where the platform no longer knows the page it had come to.</summary>
    public QueryCursor Restart() => this with { From = null, Top = null, TopId = null, Next = null, Pages = 0 };

    private QueryCursor Complete() => new() { Since = Top is { } top && (Since is null || top > Since) ? top : Since, SinceId = TopId ?? SinceId };
}
