using System.Collections.Concurrent;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// Bluesky by the AT Protocol: <c>app.bsky.feed.searchPosts</c>, newest first, one search for each word, and
/// <c>app.bsky.feed.getPosts</c> to see what is still there. With an account and its app password it asks as that account.
/// </summary>
/// <param name="client">Asks the service.</param>
public sealed class Bluesky(SocialClient client) : ISocialPlatform
{
    private const string Open = "https://api.bsky.app";
    private const string SignedIn = "https://bsky.social";
    private static readonly TimeSpan SessionLength = TimeSpan.FromMinutes(90);
    private readonly ConcurrentDictionary<(string, string, string), (string Token, DateTimeOffset Until)> _sessions = new();

    /// <inheritdoc />
    public string Name => "Bluesky";

    /// <inheritdoc />
    public TimeSpan Overlap { get; } = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public TimeSpan Reach => TimeSpan.MaxValue;

    /// <inheritdoc />
    public TimeSpan CheckInterval { get; } = TimeSpan.FromHours(6);

    /// <inheritdoc />
    public int CheckBatch => 25;

    /// <inheritdoc />
    public IReadOnlyList<string> Queries(SocialSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return [.. settings.Words.Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()];
    }

    /// <inheritdoc />
    public IReadOnlyList<Violation> Check(SocialSettings settings, bool hasSecret)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Queries(settings).Count == 0 ? [new("settings.words", PlatformProblems.NoWords)]
            : !string.IsNullOrWhiteSpace(settings.Account) && !hasSecret ? [new("secret", PlatformProblems.NoSecret(Name, "アプリパスワード", "an app password"))]
            : [];
    }

    /// <inheritdoc />
    public async Task<SocialPage> ReadAsync(PlatformAccess access, string query, QueryCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(cursor);
        var reply = await AskAsync(access, service => service.At(
            "xrpc/app.bsky.feed.searchPosts",
            ("q", query),
            ("sort", "latest"),
            ("limit", "100"),
            ("since", cursor.From is { } from ? PlatformAddress.Iso(from) : null),
            ("lang", string.IsNullOrWhiteSpace(access.Settings.Language) ? null : access.Settings.Language),
            ("cursor", cursor.Next)), cancellationToken).ConfigureAwait(false);
        if (reply.Json.Child("posts") is not { ValueKind: System.Text.Json.JsonValueKind.Array })
        {
            throw new SocialException(PlatformProblems.NotJson(Name));
        }

        var posts = reply.Json.Items("posts").Select(BlueskyPosts.FromView).ToList();
        return new([.. posts.OfType<SocialPost>()], posts.Count == 0 ? null : reply.Json.Text("cursor"), posts.Count(p => p is null), reply.Wait);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<PostCheck>> CheckAsync(PlatformAccess access, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(references);
        var reply = await AskAsync(access, service => service.At("xrpc/app.bsky.feed.getPosts", [.. references.Select(r => ("uris", (string?)r))]), cancellationToken).ConfigureAwait(false);
        if (reply.Json.Child("posts") is not { ValueKind: System.Text.Json.JsonValueKind.Array })
        {
            throw new SocialException(PlatformProblems.NotJson(Name));
        }

        var found = reply.Json.Items("posts").Select(view => (Uri: view.Text("uri"), Post: BlueskyPosts.FromView(view)))
            .Where(p => p.Uri is not null).DistinctBy(p => p.Uri).ToDictionary(p => p.Uri!, p => p.Post);
        return
        [
            .. references.Select(r => !found.TryGetValue(r, out var post) ? new PostCheck(r, PostState.Absent)
                : post is null ? new PostCheck(r, PostState.Unknown)
                : new PostCheck(r, PostState.There, post)),
        ];
    }

    private async Task<SocialReply> AskAsync(PlatformAccess access, Func<Uri, Uri> address, CancellationToken cancellationToken)
    {
        var (account, password) = (access.Settings.Account, access.Secret);
        if (string.IsNullOrWhiteSpace(account) || string.IsNullOrEmpty(password))
        {
            return await client.GetAsync(Name, address(PlatformAddress.Base(access.Settings.Address, Open)), null, cancellationToken).ConfigureAwait(false);
        }

        var service = PlatformAddress.Base(access.Settings.Address, SignedIn);
        var session = (service.AbsoluteUri, account.Trim().TrimStart('@'), password);
        try
        {
            return await client.GetAsync(Name, address(service), await SignInAsync(service, session, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (SocialException expired) when (expired.Code is "ExpiredToken" or "InvalidToken")
        {
            _sessions.TryRemove(session, out _);
            return await client.GetAsync(Name, address(service), await SignInAsync(service, session, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(string, string)> SignInAsync(Uri service, (string Service, string Account, string Password) session, CancellationToken cancellationToken)
    {
        var now = client.Clock.GetUtcNow();
        if (!_sessions.TryGetValue(session, out var known) || known.Until < now)
        {
            var reply = await client.PostAsync(
                Name, service.At("xrpc/com.atproto.server.createSession"), new() { ["identifier"] = session.Account, ["password"] = session.Password }, cancellationToken).ConfigureAwait(false);
            known = (reply.Json.Text("accessJwt") ?? throw new SocialException(PlatformProblems.NotJson(Name)), now + SessionLength);
            _sessions[session] = known;
        }

        return ("Authorization", "Bearer " + known.Token);
    }
}
