using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class YouTubeTests
{
    [Fact]
    public async Task Comments_and_the_replies_that_come_with_them_are_read()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer("youtube-threads.json"));
        using var client = Recorded.Client(site);

        var page = await new YouTube(client).ReadAsync(Recorded.Access(site, "key"), "video:aaaaaaaaaaa", Recorded.Sweep(), default);

        Assert.Equal(["同感です", "説明書が分かりにくいです"], page.Posts.Select(p => p.Text));
        Assert.Equal("https://www.youtube.com/watch?v=aaaaaaaaaaa&lc=UgxAAAAAAAAAAAAAAAA4AaABAg", page.Posts[1].Link);
        Assert.Equal(("UCviewer0000000000000001", "aaaaaaaaaaa"), (page.Posts[1].Author, page.Posts[1].Attributes["video"]));
        Assert.Equal((1, "Z2V0X25ld2VzdF9maXJzdA=="), (page.Unreadable, page.Next));
        Assert.Equal("/commentThreads?part=snippet,replies&order=time&textFormat=plainText&maxResults=100&videoId=aaaaaaaaaaa", Uri.UnescapeDataString(Assert.Single(site.Paths)));
        // Addresses are written into logs, headers are not.
        Assert.Equal("key", site.Requests[0].Headers["X-Goog-Api-Key"]);
    }

    [Fact]
    public async Task A_used_up_quota_is_waited_for_until_it_is_filled()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer(403, Recorded.Text("youtube-quota.json")));
        using var client = Recorded.Client(site);

        var failure = await Assert.ThrowsAsync<SocialException>(() => new YouTube(client).ReadAsync(Recorded.Access(site, "key"), "video:aaaaaaaaaaa", Recorded.Sweep(), default));

        Assert.Equal(YouTube.UntilRefill(Samples.Now), failure.RetryAfter);
        Assert.Contains("rate limit", failure.Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_is_not_mentioned_any_more_is_absent()
    {
        const string Answer = """{"items":[{"id":"c1","snippet":{"textOriginal":"直りました","authorChannelId":{"value":"UCa"},"publishedAt":"2025-06-09T06:00:00Z","updatedAt":"2025-06-10T00:00:00Z"}}]}""";
        await using var site = await LocalSite.StartAsync(Recorded.Answer(200, Answer));
        using var client = Recorded.Client(site);

        var checks = await new YouTube(client).CheckAsync(Recorded.Access(site, "key"), ["c1", "c2"], default);

        Assert.Equal([PostState.There, PostState.Absent], checks.Select(c => c.State));
        Assert.Equal("直りました", checks[0].Post!.Text);
    }

    [Theory]
    [InlineData("aaaaaaaaaaa", "aaaaaaaaaaa")]
    [InlineData("https://www.youtube.com/watch?v=a-b_c1234567890&t=5s", null)]
    [InlineData("https://www.youtube.com/watch?t=5s&v=a-b_c123456", "a-b_c123456")]
    [InlineData("https://youtu.be/a-b_c123456?si=x", "a-b_c123456")]
    [InlineData("https://www.youtube.com/shorts/a-b_c123456", "a-b_c123456")]
    [InlineData("https://www.youtube.com/", null)]
    [InlineData("video", null)]
    public void A_video_is_known_by_its_address(string typed, string? id) => Assert.Equal(id, YouTube.VideoId(typed));
}
