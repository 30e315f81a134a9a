namespace Voc.Ingest.Social.Platforms;

/// <summary>A post that a source wants, as it is stored.</summary>
/// <param name="Feedback">The post, masked, under a pseudonym of its author.</param>
/// <param name="Digest">Tells one text of the post from another without giving it away: 16 bytes under the installation's key.</param>
/// <param name="Reference">What to ask the platform for to see whether it is still there.</param>
/// <param name="NamesAuthor">Whether <see cref="Reference"/> names the author, so that it must be encrypted.</param>
public sealed record WantedPost(Feedback Feedback, byte[] Digest, string Reference, bool NamesAuthor);

/// <summary>What became of the posts of a page.</summary>
/// <param name="Wanted">Posts to store.</param>
/// <param name="Rejected">Posts that cannot be stored, with the reason.</param>
/// <param name="PassedOver">Posts the source does not want.</param>
public sealed record SortedPosts(IReadOnlyList<WantedPost> Wanted, IReadOnlyList<RejectedRow> Rejected, int PassedOver);

/// <summary>Sorts out the posts a source wants and makes them feedback: masked, with a pseudonym for the author.</summary>
/// <param name="context">The installation.</param>
/// <param name="source">Name of the source.</param>
/// <param name="channel">Its channel.</param>
/// <param name="platform">Its kind; an author has one pseudonym in all sources of a kind.</param>
/// <param name="settings">What it wants.</param>
public sealed class PostIntake(IngestContext context, string source, Channel channel, string platform, SocialSettings settings)
{
    private const int MaximumAuthor = 150;
    private readonly PostWords _words = new(settings);
    private readonly FeedbackIntake _intake = new(context);

    /// <summary>Sorts the posts of a page; of two versions of a post the later in <paramref name="posts"/> that is newer counts.</summary>
    public SortedPosts Sort(IEnumerable<SocialPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var wanted = new Dictionary<string, (SocialPost Post, WantedPost Wanted)>(StringComparer.Ordinal);
        var (rejected, passedOver, line) = (new List<RejectedRow>(), 0, 0L);
        foreach (var post in posts)
        {
            line++;
            if (!_words.Wants(post))
            {
                passedOver++;
                continue;
            }

            switch (Read(line, post))
            {
                case RejectedRow bad:
                    rejected.Add(bad);
                    break;
                case AcceptedRow { Feedback: var feedback } when !wanted.TryGetValue(feedback.ExternalId, out var other) || IsNewer(post.Version, other.Post.Version):
                    wanted[feedback.ExternalId] = (post, new WantedPost(feedback, Digest(post), post.Reference ?? post.Id, post.Owner is not null));
                    break;
            }
        }

        return new([.. wanted.Values.Select(w => w.Wanted)], rejected, passedOver);
    }

    /// <summary>Whether the source wants a post.</summary>
    public bool Wants(SocialPost post) => _words.Wants(post);

    /// <summary>The external identifier of a post.</summary>
    /// <param name="owner">Whose it is, on a platform that counts posts by author.</param>
    /// <param name="id">Its identifier.</param>
    public string ExternalId(string? owner, string id) => owner is null ? id : OwnerPrefix(owner) + id;

    /// <summary>What the external identifiers of all posts of an owner begin with.</summary>
    public string OwnerPrefix(string owner) => context.Pseudonyms.Of($"{platform}:{owner}") + "/";

    /// <summary>Tells one text of a post from another, as <see cref="WantedPost.Digest"/>.</summary>
    public byte[] Digest(SocialPost post) => context.Pseudonyms.Digest(post.Text);

    private IngestedRow Read(long line, SocialPost post)
    {
        var attributes = new Dictionary<string, string>(post.Attributes, StringComparer.Ordinal);
        if (post.Languages is [var language, ..])
        {
            attributes["language"] = language;
        }

        if (post.Link is { } link && (settings.KeepLinks || !post.LinkNamesAuthor))
        {
            attributes["url"] = link;
        }

        return _intake.Take(line, new()
        {
            Source = source,
            ExternalId = ExternalId(post.Owner, post.Id),
            Channel = channel,
            Text = post.Text,
            OccurredAt = post.CreatedAt,
            Customer = $"{platform}:{post.Author[..Math.Min(post.Author.Length, MaximumAuthor)]}",
            Attributes = attributes,
        });
    }

    /// <summary>Versions are numbers that grow; the longer is the larger.</summary>
    private static bool IsNewer(string? version, string? than) =>
        version is not null && (than is null || version.Length > than.Length || (version.Length == than.Length && string.CompareOrdinal(version, than) > 0));
}
