using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// X by its API v2: <c>/2/tweets/search/recent</c> (the last seven days), newest first, one search for all words, and
/// <c>/2/tweets?ids=</c> to see what is still there, as X's terms ask of everyone who keeps posts. What is read is paid for, so
/// nothing is read twice on purpose.
/// </summary>
/// <param name="client">Asks the service.</param>
public sealed class X(SocialClient client) : ISocialPlatform
{
    /// <summary>Longest query of the basic access levels.</summary>
    public const int LongestQuery = 512;

    private const string Usual = "https://api.x.com";
    private const string Fields = "created_at,lang,author_id,edit_history_tweet_ids,referenced_tweets,note_tweet";
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public string Name => "X";

    /// <inheritdoc />
    public TimeSpan Overlap => TimeSpan.Zero;

    /// <summary>Two hours less than X's seven days, so that the last page of a sweep is still within them.</summary>
    public TimeSpan Reach { get; } = TimeSpan.FromDays(7) - TimeSpan.FromHours(2);

    /// <inheritdoc />
    public TimeSpan CheckInterval { get; } = TimeSpan.FromHours(23);

    /// <inheritdoc />
    public int CheckBatch => 100;

    /// <inheritdoc />
    public IReadOnlyList<string> Queries(SocialSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var words = settings.Words.Select(Quoted).Where(word => word.Length > 0).Distinct().ToList();
        var language = string.IsNullOrWhiteSpace(settings.Language) ? "" : " lang:" + settings.Language.Trim().ToLowerInvariant();
        return words.Count == 0 ? [] : [$"({string.Join(" OR ", words)}) -is:retweet{language}{string.Concat(settings.Exclude.Select(Quoted).Where(w => w.Length > 0 && !w.Contains(' ', StringComparison.Ordinal)).Select(w => " -" + w))}"];
    }

    /// <inheritdoc />
    public IReadOnlyList<Violation> Check(SocialSettings settings, bool hasSecret) => Queries(settings) switch
    {
        [] => [new("settings.words", PlatformProblems.NoWords)],
        [{ Length: > LongestQuery }] => [new("settings.words", new($"X の検索式が {LongestQuery} 文字を超えます。言葉を減らすか、ソースを分けてください。", $"The query for X has more than {LongestQuery} characters. Use fewer words or several sources."))],
        _ => hasSecret ? [] : [new("secret", PlatformProblems.NoSecret(Name, "Bearer Token", "a bearer token"))],
    };

    /// <inheritdoc />
    public async Task<SocialPage> ReadAsync(PlatformAccess access, string query, QueryCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(cursor);
        var now = client.Clock.GetUtcNow();
        // An identifier older than the search reaches is refused, and so is a start before it.
        var since = cursor.Since > now - Oldest ? cursor.SinceId : null;
        var from = cursor.From is { } wanted && wanted > now - Oldest ? wanted : now - Oldest;
        var reply = await client.GetAsync(Name, Service(access).At(
            "2/tweets/search/recent",
            ("query", query),
            ("max_results", "100"),
            ("tweet.fields", Fields),
            ("since_id", since),
            ("start_time", since is null ? PlatformAddress.Iso(from) : null),
            ("next_token", cursor.Next)), Credential(access), cancellationToken).ConfigureAwait(false);
        if (reply.Json.Child("meta") is not { } meta)
        {
            throw new SocialException(PlatformProblems.NotJson(Name));
        }

        var posts = reply.Json.Items("data").Select(Read).ToList();
        return new([.. posts.OfType<SocialPost>()], meta.Text("next_token"), posts.Count(p => p is null), reply.Wait) { EndsByItself = true };
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<PostCheck>> CheckAsync(PlatformAccess access, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(references);
        var (there, gone) = await LookUpAsync(access, references, cancellationToken).ConfigureAwait(false);
        // A version stays what it was; how an edited post reads now only its newest version says.
        var newest = there.Where(t => t.Value.Newest != t.Key).Select(t => t.Value.Newest).Distinct().ToList();
        var edits = newest.Count == 0 ? [] : (await LookUpAsync(access, newest, cancellationToken).ConfigureAwait(false)).There;
        return
        [
            .. references.Select(r => gone.Contains(r) ? new PostCheck(r, PostState.Gone)
                : !there.TryGetValue(r, out var found) ? new PostCheck(r, PostState.Unknown)
                : found.Newest == r ? new PostCheck(r, PostState.There, found.Post)
                : edits.TryGetValue(found.Newest, out var edit) ? new PostCheck(r, PostState.There, edit.Post)
                : new PostCheck(r, PostState.Unknown)),
        ];
    }

    private async Task<(Dictionary<string, (SocialPost Post, string Newest)> There, HashSet<string?> Gone)> LookUpAsync(PlatformAccess access, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Name, Service(access).At("2/tweets", ("ids", string.Join(',', ids)), ("tweet.fields", Fields)), Credential(access), cancellationToken).ConfigureAwait(false);
        var there = new Dictionary<string, (SocialPost, string)>(StringComparer.Ordinal);
        foreach (var tweet in reply.Json.Items("data"))
        {
            if (Read(tweet) is { } post)
            {
                there[post.Version!] = (post, tweet.Items("edit_history_tweet_ids").Select(e => e.AsText()).OfType<string>().LastOrDefault() ?? post.Version!);
            }
        }

        return (there, [.. reply.Json.Items("errors").Where(IsGone).Select(e => e.Text("resource_id") ?? e.Text("value"))]);
    }

    private static Uri Service(PlatformAccess access) => PlatformAddress.Base(access.Settings.Address, Usual);

    private static (string, string) Credential(PlatformAccess access) => ("Authorization", "Bearer " + access.Secret);

    /// <summary>Deleted, suspended, or seen by followers only now.</summary>
    private static bool IsGone(JsonElement error) =>
        error.Text("type") is { } type && (type.EndsWith("/resource-not-found", StringComparison.Ordinal) || type.EndsWith("/not-authorized-for-resource", StringComparison.Ordinal));

    private static SocialPost? Read(JsonElement tweet)
    {
        if (tweet.Text("id") is not { Length: > 0 and <= 30 } id || tweet.Time("created_at") is not { } created || tweet.Text("author_id") is not { } author)
        {
            return null;
        }

        // An edit has an identifier of its own; the first of the history stays what it is known by.
        var first = tweet.Items("edit_history_tweet_ids").Select(e => e.AsText()).OfType<string>().FirstOrDefault() ?? id;
        return (tweet.Child("note_tweet").Text("text") ?? tweet.Text("text")) is not { } text ? null : new SocialPost(first, System.Net.WebUtility.HtmlDecode(text), created, author)
        {
            Version = id,
            Reference = id,
            Languages = tweet.Text("lang") is { } language and not ("und" or "zxx") ? [language] : [],
            Link = "https://x.com/i/web/status/" + id,
            IsRepost = tweet.Items("referenced_tweets").Any(r => r.Text("type") == "retweeted"),
        };
    }

    /// <summary>A word so that nothing in it is an operator: a hashtag as it is, all else in quotes.</summary>
    private static string Quoted(string word)
    {
        var clean = new string([.. word.Trim().Replace('＃', '#').Where(c => c is not ('"' or '\\') && !char.IsControl(c))]).Trim();
        var isTag = clean.Length > 1 && clean[0] == '#' && clean.Skip(1).All(c => char.IsLetterOrDigit(c) || c is '_' or 'ー');
        return clean.Length == 0 ? "" : isTag ? clean
            : string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => $"\"{part}\"")) is var quoted && quoted.Contains(' ', StringComparison.Ordinal) ? $"({quoted})" : quoted;
    }
}
