using System.Text.Json;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// Comments on YouTube by the Data API v3: <c>commentThreads</c> of videos or of a channel, newest thread first, with the replies
/// that come with a thread; <c>comments?id=</c> to see what is still there. A used-up quota is waited for until midnight in
/// California, when it is filled again.
/// </summary>
/// <param name="client">Asks the service.</param>
public sealed class YouTube(SocialClient client) : ISocialPlatform
{
    private const string Usual = "https://www.googleapis.com/youtube/v3";
    private static readonly TimeZoneInfo California = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    /// <inheritdoc />
    public string Name => "YouTube";

    /// <inheritdoc />
    public TimeSpan Overlap { get; } = TimeSpan.FromHours(6);

    /// <inheritdoc />
    public TimeSpan Reach => TimeSpan.MaxValue;

    /// <inheritdoc />
    public TimeSpan CheckInterval { get; } = TimeSpan.FromHours(12);

    /// <inheritdoc />
    public int CheckBatch => 50;

    /// <inheritdoc />
    public IReadOnlyList<string> Queries(SocialSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var videos = settings.Videos.Select(VideoId).OfType<string>().Distinct().Select(id => "video:" + id);
        return [.. string.IsNullOrWhiteSpace(settings.ChannelId) ? [] : new[] { "channel:" + settings.ChannelId.Trim() }, .. videos];
    }

    /// <inheritdoc />
    public IReadOnlyList<Violation> Check(SocialSettings settings, bool hasSecret)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Videos.FirstOrDefault(v => VideoId(v) is null) is { } bad ? [new("settings.videos", new($"「{bad}」は YouTube の動画の URL でも ID でもありません。", $"'{bad}' is neither the address nor the identifier of a YouTube video."))]
            : Queries(settings).Count == 0 ? [new("settings.videos", new("動画の URL か、チャンネル ID（UC…）を入力してください。", "Give addresses of videos or the identifier of a channel (UC…)."))]
            : hasSecret ? []
            : [new("secret", PlatformProblems.NoSecret(Name, "API キー", "an API key"))];
    }

    /// <inheritdoc />
    public async Task<SocialPage> ReadAsync(PlatformAccess access, string query, QueryCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(cursor);
        var id = query[(query.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var reply = await AskAsync(access, "commentThreads", cancellationToken, ("part", "snippet,replies"), ("order", "time"), ("textFormat", "plainText"), ("maxResults", "100"),
            (query.StartsWith("video:", StringComparison.Ordinal) ? "videoId" : "allThreadsRelatedToChannelId", id), ("pageToken", cursor.Next)).ConfigureAwait(false);
        var threads = reply.Json.Items("items").ToList();
        var (posts, unreadable) = (new List<SocialPost>(), 0);
        foreach (var thread in threads)
        {
            // Replies first: the order of threads, by which a sweep ends, is that of their first comments.
            var comments = thread.Child("replies").Items("comments").Append(thread.Child("snippet").Child("topLevelComment") ?? default).Select(Read).ToList();
            posts.AddRange(comments.OfType<SocialPost>());
            unreadable += comments.Count(c => c is null);
        }

        return new(posts, threads.Count == 0 ? null : reply.Json.Text("nextPageToken"), unreadable, reply.Wait);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<PostCheck>> CheckAsync(PlatformAccess access, IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(references);
        var reply = await AskAsync(access, "comments", cancellationToken, ("part", "snippet"), ("textFormat", "plainText"), ("id", string.Join(',', references))).ConfigureAwait(false);
        var there = reply.Json.Items("items").Select(c => (Id: c.Text("id"), Post: Read(c))).Where(c => c.Id is not null).DistinctBy(c => c.Id).ToDictionary(c => c.Id!, c => c.Post);
        return
        [
            .. references.Select(r => !there.TryGetValue(r, out var post) ? new PostCheck(r, PostState.Absent)
                : post is null ? new PostCheck(r, PostState.Unknown)
                : new PostCheck(r, PostState.There, post)),
        ];
    }

    private async Task<SocialReply> AskAsync(PlatformAccess access, string path, CancellationToken cancellationToken, params (string, string?)[] query)
    {
        try
        {
            // In a header: an address is written into logs on the way.
            var reply = await client.GetAsync(Name, PlatformAddress.Base(access.Settings.Address, Usual).At(path, query), ("X-Goog-Api-Key", access.Secret ?? ""), cancellationToken).ConfigureAwait(false);
            return reply.Json.Child("items") is { ValueKind: JsonValueKind.Array } ? reply : throw new SocialException(PlatformProblems.NotJson(Name));
        }
        catch (SocialException refused) when (refused.Status is 403)
        {
            throw Explained(refused);
        }
    }

    private SocialException Explained(SocialException refused) => refused.Code switch
    {
        "quotaExceeded" or "dailyLimitExceeded" => Waiting(refused, UntilRefill(client.Clock.GetUtcNow())),
        "rateLimitExceeded" or "userRateLimitExceeded" => Waiting(refused, TimeSpan.FromMinutes(2)),
        "commentsDisabled" => new(new("この動画ではコメントが無効になっています。動画を設定から外してください。", "Comments are switched off for this video. Take it out of the settings."), refused) { Status = 403, Code = refused.Code },
        _ => refused,
    };

    private SocialException Waiting(SocialException refused, TimeSpan wait) => new(PlatformProblems.Busy(Name, 403, wait), refused) { Status = 403, Code = refused.Code, RetryAfter = wait };

    /// <summary>The time until the next midnight in California.</summary>
    internal static TimeSpan UntilRefill(DateTimeOffset now)
    {
        var there = TimeZoneInfo.ConvertTime(now, California);
        var midnight = there.Date.AddDays(1);
        return new DateTimeOffset(midnight, California.GetUtcOffset(midnight)) - now + TimeSpan.FromMinutes(1);
    }

    private static SocialPost? Read(JsonElement comment)
    {
        if (comment.Text("id") is not { Length: > 0 and <= 150 } id || comment.Child("snippet") is not { } snippet || snippet.Time("publishedAt") is not { } published
            || (snippet.Text("textOriginal") ?? snippet.Text("textDisplay")) is not { } text)
        {
            return null;
        }

        var video = snippet.Text("videoId");
        return new SocialPost(id, text, published, snippet.Child("authorChannelId").Text("value") ?? snippet.Text("authorDisplayName") ?? id)
        {
            Link = video is null ? null : $"https://www.youtube.com/watch?v={Uri.EscapeDataString(video)}&lc={Uri.EscapeDataString(id)}",
            Attributes = video is null ? FeedbackDraft.NoAttributes : new Dictionary<string, string> { ["video"] = video },
        };
    }

    /// <summary>The identifier in the address of a video, or the identifier itself; null where there is none.</summary>
    internal static string? VideoId(string typed)
    {
        var text = typed.Trim();
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            var query = address.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("v=", StringComparison.Ordinal));
            text = query is not null ? query[2..] : address.Segments[^1].Trim('/');
        }

        return text.Length == 11 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? text : null;
    }
}
