using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Voc.Api.Tests.Sources.Social;

/// <summary>A post of the fake platform.</summary>
internal sealed record FakePost(long Number, string Text, DateTimeOffset At, string Author)
{
    /// <summary>On X, an edit is a post of its own that knows the ones before it.</summary>
    public IReadOnlyList<long> History { get; init; } = [Number];

    public IReadOnlyList<string> Texts { get; init; } = [Text];

    public string Key => Number.ToString("D8", CultureInfo.InvariantCulture);
}

/// <summary>
/// A real server on a free port that behaves like Bluesky (search, look-up, Jetstream), Mastodon (timelines, statuses,
/// streaming), X (recent search, look-up) and YouTube (threads, comments): posts can be written, edited and deleted at any time, and it can be made slow, broken, rate-limiting or forgetful.
/// </summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, FakePost> _posts = new();
    private readonly List<(long Time, string Bluesky, string Mastodon)> _events = [];
    private long _last;
    private int _hangUps;

    private FakePlatform(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>What answers instead of the platform; false lets the platform answer.</summary>
    public Func<HttpContext, Task<bool>> Trouble { get; set; } = _ => Task.FromResult(false);

    public int PageSize { get; set; } = 5;

    /// <summary>How many events a stream tells before it hangs up.</summary>
    public Func<int> Patience { get; set; } = () => int.MaxValue;

    public ConcurrentQueue<string> Asked { get; } = new();

    public ICollection<FakePost> Posts => _posts.Values;

    public static async Task<FakePlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var platform = new FakePlatform(app);
        app.UseWebSockets();
        app.Use(async (context, next) =>
        {
            platform.Asked.Enqueue(Uri.UnescapeDataString(context.Request.Path + context.Request.QueryString));
            if (!await platform.Trouble(context))
            {
                await next();
            }
        });
        app.MapGet("/xrpc/app.bsky.feed.searchPosts", platform.SearchAsync);
        app.MapGet("/xrpc/app.bsky.feed.getPosts", platform.LookUpAsync);
        app.MapGet("/subscribe", platform.JetstreamAsync);
        app.MapGet("/api/v1/timelines/tag/{tag}", platform.TimelineAsync);
        app.MapGet("/api/v1/statuses/{id:long}", platform.StatusAsync);
        app.MapGet("/api/v1/streaming", platform.StreamAsync);
        app.MapGet("/2/tweets/search/recent", platform.RecentAsync);
        app.MapGet("/2/tweets", platform.TweetsAsync);
        app.MapGet("/commentThreads", platform.ThreadsAsync);
        app.MapGet("/comments", platform.CommentsAsync);
        app.MapGet("/api/v2/instance", () => Results.Text("{\"domain\":\"x\",\"configuration\":{\"urls\":{}}}", "application/json"));
        await app.StartAsync();
        return platform;
    }

    public FakePost Write(string text, DateTimeOffset? at = null, string author = "did:plc:reader")
    {
        var number = Interlocked.Increment(ref _last);
        var post = new FakePost(number, text, at ?? TimeProvider.System.GetUtcNow().AddMinutes(-1).AddMilliseconds(number), author);
        _posts[number] = post;
        Tell(post, "create", "update");
        return post;
    }

    public void Edit(FakePost post, string text)
    {
        _posts[post.Number] = post with { Text = text, Texts = [.. post.Texts, text], History = [.. post.History, Interlocked.Increment(ref _last)] };
        Tell(_posts[post.Number], "update", "status.update");
    }

    public void Delete(FakePost post, bool silently = false)
    {
        _posts.TryRemove(post.Number, out _);
        if (!silently)
        {
            Tell(post, "delete", "delete");
        }
    }

    /// <summary>Breaks off every stream.</summary>
    public void HangUp() => Interlocked.Increment(ref _hangUps);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private List<FakePost> Newest => [.. _posts.Values.OrderByDescending(p => p.At).ThenByDescending(p => p.Number)];

    private async Task SearchAsync(HttpContext context)
    {
        var word = context.Request.Query["q"].ToString();
        var since = DateTimeOffset.Parse(context.Request.Query["since"]!, CultureInfo.InvariantCulture);
        // As the real one does, it counts from the newest: posts that are written meanwhile move the pages.
        var offset = int.TryParse(context.Request.Query["cursor"], CultureInfo.InvariantCulture, out var at) ? at : 0;
        var found = Newest.Where(p => p.Text.Contains(word, StringComparison.OrdinalIgnoreCase) && p.At >= since).ToList();
        var page = found.Skip(offset).Take(PageSize).ToList();
        await AnswerAsync(context, new { posts = page.Select(View), cursor = offset + page.Count < found.Count ? $"{offset + page.Count}" : null });
    }

    private Task LookUpAsync(HttpContext context)
    {
        var wanted = context.Request.Query["uris"].ToHashSet();
        return AnswerAsync(context, new { posts = _posts.Values.Where(p => wanted.Contains(UriOf(p))).Select(View) });
    }

    private Task TimelineAsync(HttpContext context)
    {
        var below = long.TryParse(context.Request.Query["max_id"], CultureInfo.InvariantCulture, out var max) ? max : long.MaxValue;
        var tag = "#" + context.Request.RouteValues["tag"];
        return AnswerAsync(context, _posts.Values.Where(p => p.Text.Contains(tag, StringComparison.Ordinal) && p.Number < below).OrderByDescending(p => p.Number).Take(PageSize).Select(Status));
    }

    private Task StatusAsync(HttpContext context)
    {
        if (_posts.TryGetValue(long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture), out var post))
        {
            return AnswerAsync(context, Status(post));
        }
        context.Response.StatusCode = 404;
        return AnswerAsync(context, new { error = "Record not found" });
    }

    private Task RecentAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var since = long.TryParse(query["since_id"], CultureInfo.InvariantCulture, out var id) ? id : 0;
        // A token stands for a place between two posts, so posts that are written meanwhile move nothing.
        var below = long.TryParse(query["next_token"], CultureInfo.InvariantCulture, out var next) ? next : long.MaxValue;
        var word = ((string)query["query"]!).Split('"')[1];
        var found = _posts.Values.Where(p => p.Text.Contains(word, StringComparison.Ordinal) && p.History[^1] > since && p.History[^1] < below).OrderByDescending(p => p.History[^1]).ToList();
        var page = found.Take(PageSize).ToList();
        return AnswerAsync(context, new { data = page.Select(p => Tweet(p)), meta = new { result_count = page.Count, next_token = found.Count > page.Count ? $"{page[^1].History[^1]}" : null } });
    }

    private Task TweetsAsync(HttpContext context)
    {
        var ids = ((string)context.Request.Query["ids"]!).Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToList();
        var there = _posts.Values.Where(p => p.History.Any(ids.Contains)).ToList();
        var errors = ids.Where(id => !there.Any(p => p.History.Contains(id))).Select(id => new { resource_id = $"{id}", type = "https://api.twitter.com/2/problems/resource-not-found" });
        // A version that is asked for answers as it was.
        return AnswerAsync(context, new { data = ids.SelectMany(id => there.Where(p => p.History.Contains(id)).Select(p => Tweet(p, id))), errors });
    }

    private Task ThreadsAsync(HttpContext context)
    {
        var offset = int.TryParse(context.Request.Query["pageToken"], CultureInfo.InvariantCulture, out var at) ? at : 0;
        var (all, page) = (Newest, Newest.Skip(offset).Take(PageSize).ToList());
        return AnswerAsync(context, new { items = page.Select(p => new { id = p.Key, snippet = new { topLevelComment = Comment(p) } }), nextPageToken = offset + page.Count < all.Count ? $"{offset + page.Count}" : null });
    }

    private Task CommentsAsync(HttpContext context)
    {
        var ids = ((string)context.Request.Query["id"]!).Split(',');
        return AnswerAsync(context, new { items = _posts.Values.Where(p => ids.Contains(p.Key)).Select(Comment) });
    }

    private static object Tweet(FakePost post) => Tweet(post, post.History[^1]);

    private static object Tweet(FakePost post, long id) =>
        new { id = $"{id}", text = post.Texts[post.History.ToList().IndexOf(id)], created_at = post.At, author_id = "1", lang = "ja", edit_history_tweet_ids = post.History.Select(h => $"{h}") };

    private static object Comment(FakePost post) =>
        new { id = post.Key, snippet = new { textOriginal = post.Text, videoId = "aaaaaaaaaaa", authorChannelId = new { value = post.Author }, publishedAt = post.At, updatedAt = post.At } };

    private Task JetstreamAsync(HttpContext context)
    {
        var cursor = long.TryParse(context.Request.Query["cursor"], CultureInfo.InvariantCulture, out var at) ? at : (long?)null;
        return TellAsync(context, happened => cursor is null || happened.Time >= cursor ? happened.Bluesky : null, replay: cursor is not null);
    }

    private Task StreamAsync(HttpContext context) => TellAsync(context, happened => happened.Mastodon, replay: false);

    private async Task TellAsync(HttpContext context, Func<(long Time, string Bluesky, string Mastodon), string?> say, bool replay)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var (told, patience, hangUps) = (replay ? 0 : Count(), Patience(), Volatile.Read(ref _hangUps));
        while (socket.State == WebSocketState.Open && !context.RequestAborted.IsCancellationRequested)
        {
            while (told < Count() && patience-- > 0)
            {
                if (say(At(told++)) is { } text)
                {
                    await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, context.RequestAborted);
                }
            }
            if (patience <= 0 || Volatile.Read(ref _hangUps) != hangUps)
            {
                context.Abort();
                return;
            }
            await Task.Delay(5);
        }
    }

    private void Tell(FakePost post, string bluesky, string mastodon)
    {
        lock (_events)
        {
            var time = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000) + (_events.Count % 1000);
            var commit = new { operation = bluesky, collection = "app.bsky.feed.post", rkey = post.Key, record = bluesky == "delete" ? null : Record(post) };
            _events.Add((
                time,
                JsonSerializer.Serialize(new { did = post.Author, time_us = time, kind = "commit", commit }),
                JsonSerializer.Serialize(new { stream = new[] { "hashtag", "x" }, @event = mastodon, payload = mastodon == "delete" ? $"{post.Number}" : JsonSerializer.Serialize(Status(post)) })));
        }
    }

    /// <summary>An account that is deleted with all its posts.</summary>
    public void DeleteAccount(string author)
    {
        foreach (var post in _posts.Values.Where(p => p.Author == author))
        {
            _posts.TryRemove(post.Number, out _);
        }
        lock (_events)
        {
            var time = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
            _events.Add((time, JsonSerializer.Serialize(new { did = author, time_us = time, kind = "account", account = new { active = false, did = author, status = "deleted" } }), "{}"));
        }
    }

    private int Count()
    {
        lock (_events)
        {
            return _events.Count;
        }
    }

    private (long Time, string Bluesky, string Mastodon) At(int index)
    {
        lock (_events)
        {
            return _events[index];
        }
    }

    private static string UriOf(FakePost post) => $"at://{post.Author}/app.bsky.feed.post/{post.Key}";

    private static object Record(FakePost post) => new { text = post.Text, createdAt = post.At, langs = new[] { "ja" } };

    private static object View(FakePost post) => new { uri = UriOf(post), cid = "c", author = new { did = post.Author, handle = "reader.example" }, record = Record(post), indexedAt = post.At };

    private static object Status(FakePost post) => new
    {
        id = $"{post.Number}",
        created_at = post.At,
        content = $"<p>{post.Text}</p>",
        language = "ja",
        url = $"https://social.example/@{post.Author}/{post.Number}",
        account = new { acct = post.Author, url = $"https://social.example/@{post.Author}" },
        tags = Array.Empty<object>(),
        reblog = (object?)null,
    };

    private static Task AnswerAsync(HttpContext context, object answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(answer));
    }
}
