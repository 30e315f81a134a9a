using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// A Mastodon server: the public timeline of each hashtag (<c>/api/v1/timelines/tag/</c>), newest first, paged by
/// <c>max_id</c>, and single statuses to see what is still there. A token is needed where the server shows timelines only to
/// those who are signed in.
/// </summary>
/// <param name="client">Asks the server.</param>
public sealed class Mastodon(SocialClient client) : ISocialPlatform
{
    private const string Usual = "https://mastodon.social";

    /// <inheritdoc />
    public string Name => "Mastodon";

    /// <inheritdoc />
    public TimeSpan Overlap { get; } = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public TimeSpan Reach => TimeSpan.MaxValue;

    /// <inheritdoc />
    public TimeSpan CheckInterval { get; } = TimeSpan.FromHours(12);

    /// <inheritdoc />
    public int CheckBatch => 20;

    /// <inheritdoc />
    public IReadOnlyList<string> Queries(SocialSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return [.. settings.Words.Select(Tag).Where(tag => tag.Length > 0).Distinct()];
    }

    /// <inheritdoc />
    public IReadOnlyList<Violation> Check(SocialSettings settings, bool hasSecret)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Queries(settings).Count == 0 ? [new("settings.words", PlatformProblems.NoWords)]
            : settings.Words.Any(word => Tag(word).Any(char.IsWhiteSpace)) ? [new("settings.words", new("Mastodon のハッシュタグに空白は使えません。", "A hashtag of Mastodon has no spaces."))]
            : settings.Stream && !hasSecret ? [new("secret", PlatformProblems.NoSecret("Mastodon のストリーミング", "アクセストークン", "an access token for streaming"))]
            : [];
    }

    /// <inheritdoc />
    public async Task<SocialPage> ReadAsync(PlatformAccess access, string query, QueryCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(cursor);
        var address = Service(access).At($"api/v1/timelines/tag/{Uri.EscapeDataString(query)}", ("limit", "40"), ("max_id", cursor.Next));
        var reply = await client.GetAsync(Name, address, Credential(access), cancellationToken).ConfigureAwait(false);
        if (reply.Json.ValueKind != JsonValueKind.Array)
        {
            throw new SocialException(PlatformProblems.NotJson(Name));
        }

        var entries = reply.Json.EnumerateArray().ToList();
        var posts = entries.Select(MastodonPosts.Read).ToList();
        return new([.. posts.OfType<SocialPost>()], entries.Count == 0 ? null : Oldest(entries), posts.Count(p => p is null), reply.Wait);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<PostCheck>> CheckAsync(PlatformAccess access, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(references);
        var checks = new List<PostCheck>(references.Count);
        foreach (var reference in references)
        {
            checks.Add(await CheckOneAsync(access, reference, cancellationToken).ConfigureAwait(false));
        }

        return checks;
    }

    /// <summary>The word as a hashtag without its sign.</summary>
    internal static string Tag(string word) => word.Trim().TrimStart('#', '＃').Trim();

    internal static Uri Service(PlatformAccess access) => PlatformAddress.Base(access.Settings.Address, Usual);

    internal static (string, string)? Credential(PlatformAccess access) => string.IsNullOrEmpty(access.Secret) ? null : ("Authorization", "Bearer " + access.Secret);

    private async Task<PostCheck> CheckOneAsync(PlatformAccess access, string reference, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await client.GetAsync(Name, Service(access).At("api/v1/statuses/" + Uri.EscapeDataString(reference)), Credential(access), cancellationToken).ConfigureAwait(false);
            return MastodonPosts.Read(reply.Json) is { } post && post.Id == reference ? new(reference, PostState.There, post) : new(reference, PostState.Unknown);
        }
        catch (SocialException answer) when (answer.Status is 404)
        {
            return new(reference, PostState.Absent);
        }
        catch (SocialException answer) when (answer.Status is 410)
        {
            return new(reference, PostState.Gone);
        }
    }

    /// <summary>The next page holds what is older than the last entry, whether that could be read or not.</summary>
    private static string? Oldest(List<JsonElement> entries) => entries.AsEnumerable().Reverse().Select(entry => entry.Text("id")).FirstOrDefault(id => id is not null);
}
