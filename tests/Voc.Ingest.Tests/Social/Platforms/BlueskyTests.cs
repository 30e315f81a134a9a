using Microsoft.AspNetCore.Http;
using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class BlueskyTests
{
    [Fact]
    public async Task Posts_of_a_search_are_read()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer("bluesky-search.json"));
        using var client = Recorded.Client(site);

        var page = await new Bluesky(client).ReadAsync(Recorded.Access(site, null, "#ホシゾラ"), "#ホシゾラ", Recorded.Sweep("50"), default);

        Assert.Equal(("100", 1, 2), (page.Next, page.Unreadable, page.Posts.Count));
        var (first, second) = (page.Posts[0], page.Posts[1]);
        Assert.Equal(("3laaaaaaaaa2b", "did:plc:aaaaaaaaaaaaaaaaaaaaaaa1", "at://did:plc:aaaaaaaaaaaaaaaaaaaaaaa1/app.bsky.feed.post/3laaaaaaaaa2b"), (first.Id, first.Owner, first.Reference));
        Assert.Equal(["ja", "ホシゾラ"], [.. first.Languages, .. first.Tags]);
        // Who writes a post may claim any time; it is not believed beyond when the post came.
        Assert.Equal(new DateTimeOffset(2025, 6, 9, 2, 0, 0, TimeSpan.Zero), second.CreatedAt);
        Assert.Equal("/xrpc/app.bsky.feed.searchPosts?q=%23%E3%83%9B%E3%82%B7%E3%82%BE%E3%83%A9&sort=latest&limit=100&since=2025-06-05T03%3A00%3A00.000Z&cursor=50", Assert.Single(site.Paths));
    }

    [Fact]
    public async Task With_an_account_it_signs_in_once_and_again_when_the_session_is_over()
    {
        var (sessions, expired) = (0, false);
        await using var site = await LocalSite.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("createSession", StringComparison.Ordinal))
            {
                using var body = new StreamReader(context.Request.Body);
                Assert.Equal("""{"identifier":"voice.example","password":"app-pass-word-1234"}""", await body.ReadToEndAsync());
                await context.Response.WriteAsync($$"""{"accessJwt":"token-{{++sessions}}","refreshJwt":"r","handle":"voice.example","did":"did:plc:a"}""");
                return;
            }

            if (sessions == 1 && expired)
            {
                await Recorded.Answer(400, """{"error":"ExpiredToken","message":"Token has expired"}""")(context);
                return;
            }

            Assert.Equal($"Bearer token-{sessions}", context.Request.Headers.Authorization);
            await Recorded.Answer("bluesky-search.json")(context);
        });
        using var client = Recorded.Client(site);
        var bluesky = new Bluesky(client);
        var access = Recorded.Access(site, "app-pass-word-1234", "ホシゾラ");
        access = access with { Settings = access.Settings with { Account = "@voice.example" } };

        await bluesky.ReadAsync(access, "ホシゾラ", Recorded.Sweep(), default);
        await bluesky.ReadAsync(access, "ホシゾラ", Recorded.Sweep(), default);
        Assert.Equal(1, sessions);
        expired = true;
        await bluesky.ReadAsync(access, "ホシゾラ", Recorded.Sweep(), default);

        Assert.Equal(2, sessions);
        Assert.DoesNotContain("app-pass", access.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_is_not_mentioned_any_more_is_absent()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer("bluesky-search.json"));
        using var client = Recorded.Client(site);
        const string There = "at://did:plc:aaaaaaaaaaaaaaaaaaaaaaa1/app.bsky.feed.post/3laaaaaaaaa2b", Away = "at://did:plc:x/app.bsky.feed.post/1";

        var checks = await new Bluesky(client).CheckAsync(Recorded.Access(site, null, "ホシゾラ"), [There, Away], default);

        Assert.Equal([(There, PostState.There), (Away, PostState.Absent)], checks.Select(c => (c.Reference, c.State)));
        Assert.StartsWith("/xrpc/app.bsky.feed.getPosts?uris=at%3A%2F%2Fdid", Assert.Single(site.Paths), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_of_jetstream_are_read()
    {
        var events = Recorded.Lines("jetstream.jsonl").Select(Jetstream.Read).ToList();

        Assert.All(events, e => Assert.NotNull(e!.Cursor));
        Assert.Equal("ホシゾラの炊飯器、蓋が閉まらない", events[0]!.Post!.Text);
        Assert.Equal((1_749_438_600_123_456, false), (events[0]!.Cursor, events[0]!.IsChange));
        Assert.True(events[1]!.IsChange);
        Assert.Equal(events[0]!.Post!.Id, events[1]!.Post!.Id);
        Assert.Equal(("did:plc:aaaaaaaaaaaaaaaaaaaaaaa1", "3laaaaaaaaa2b"), (events[2]!.Owner, events[2]!.Deleted));
        Assert.Equal(("did:plc:bbbbbbbbbbbbbbbbbbbbbbb2", true), (events[4]!.Owner, events[4]!.IsOwnerGone));
        Assert.All([events[3], events[5], events[6]], e => Assert.True(e is { Post: null, Deleted: null, IsOwnerGone: false }));
    }
}
