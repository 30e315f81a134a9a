using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class MastodonTests
{
    [Fact]
    public async Task Statuses_of_a_hashtag_are_read_as_plain_text()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer("mastodon-tag.json"));
        using var client = Recorded.Client(site);
        var mastodon = new Mastodon(client);
        var access = Recorded.Access(site, "token", "＃ホシゾラ");

        var page = await mastodon.ReadAsync(access, Assert.Single(mastodon.Queries(access.Settings)), Recorded.Sweep("9"), default);

        Assert.Equal("#ホシゾラ の掃除機、音が大きすぎる\n夜は使えません", page.Posts[0].Text.Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Equal(("愚痴\n保証が切れた翌日に壊れた #ホシゾラ", 0), (page.Posts[1].Text, page.Posts[1].Languages.Count));
        Assert.True(page.Posts[2].IsRepost);
        Assert.Equal((1, "114650000000000000"), (page.Unreadable, page.Next));
        Assert.Equal("/api/v1/timelines/tag/ホシゾラ?limit=40&max_id=9", Uri.UnescapeDataString(Assert.Single(site.Paths)));
        Assert.Equal("Bearer token", site.Requests[0].Headers.Authorization);
    }

    [Theory]
    [InlineData(404, PostState.Absent)]
    [InlineData(410, PostState.Gone)]
    public async Task A_status_that_is_not_there_any_more_is_told(int status, PostState state)
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer(status, """{"error":"Record not found"}"""));
        using var client = Recorded.Client(site);

        var check = Assert.Single(await new Mastodon(client).CheckAsync(Recorded.Access(site, null, "ホシゾラ"), ["7"], default));

        Assert.Equal((state, "/api/v1/statuses/7"), (check.State, Assert.Single(site.Paths)));
    }

    [Fact]
    public async Task The_limit_of_a_server_is_waited_for_before_it_is_hit()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer(200, "[]", ("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "2025-06-10T03:05:00.000000Z")));
        using var client = Recorded.Client(site);

        var page = await new Mastodon(client).ReadAsync(Recorded.Access(site, null, "ホシゾラ"), "ホシゾラ", Recorded.Sweep(), default);

        Assert.Equal(TimeSpan.FromMinutes(5), page.Wait);
    }

    [Fact]
    public void Events_of_the_stream_are_read()
    {
        var events = Recorded.Lines("mastodon-stream.jsonl").Select(MastodonStreaming.Read).ToList();

        Assert.Equal(("#ホシゾラ の掃除機、音が大きい", false), (events[0]!.Post!.Text, events[0]!.IsChange));
        Assert.Equal((events[0]!.Post!.Id, true), (events[1]!.Post!.Id, events[1]!.IsChange));
        Assert.Equal("114650000000000003", events[2]!.Deleted);
        Assert.Null(events[3]);
    }
}
