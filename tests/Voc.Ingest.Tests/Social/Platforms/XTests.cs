using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class XTests
{
    [Fact]
    public async Task Posts_of_the_recent_search_are_read()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer("x-recent.json"));
        using var client = Recorded.Client(site);
        var access = Recorded.Access(site, "bearer", "ホシゾラ");

        var page = await new X(client).ReadAsync(access, "(\"ホシゾラ\") -is:retweet", Recorded.Sweep("page2"), default);

        // An edited post is known by the first of its history.
        Assert.Equal(("1931900000000000003", "1931900000000000005", "ホシゾラのドライヤー、熱風が止まらない & 焦げ臭い（追記あり）"), (page.Posts[0].Id, page.Posts[0].Version, page.Posts[0].Text));
        Assert.True(page.Posts[1].IsRepost);
        Assert.Equal("長い投稿の途中までではなく、全文です。ホシゾラは良い", page.Posts[2].Text);
        Assert.Equal("b26v89c19zqg8o3fn0mjd", page.Next);
        var asked = Uri.UnescapeDataString(Assert.Single(site.Paths));
        Assert.StartsWith("/2/tweets/search/recent?query=(\"ホシゾラ\") -is:retweet&max_results=100&tweet.fields=created_at,", asked, StringComparison.Ordinal);
        Assert.EndsWith("&start_time=2025-06-05T03:00:00.000Z&next_token=page2", asked, StringComparison.Ordinal);
        Assert.Equal("Bearer bearer", site.Requests[0].Headers.Authorization);
    }

    [Fact]
    public async Task What_is_known_is_not_paid_for_again()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer(200, """{"meta":{"result_count":0}}"""));
        using var client = Recorded.Client(site);
        var x = new X(client);

        foreach (var since in new[] { Samples.Now.AddHours(-1), Samples.Now.AddDays(-8) })
        {
            await x.ReadAsync(Recorded.Access(site, "t", "a"), "a", new QueryCursor { Since = since, SinceId = "77" }.Begin(Samples.Now, x.Overlap, x.Reach), default);
        }

        Assert.Contains("since_id=77", site.Paths[0], StringComparison.Ordinal);
        Assert.DoesNotContain("start_time", site.Paths[0], StringComparison.Ordinal);
        Assert.DoesNotContain("since_id", site.Paths[1], StringComparison.Ordinal);
        Assert.Contains("start_time=2025-06-03T05", site.Paths[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_and_hidden_posts_are_gone_and_what_is_not_mentioned_is_not_known()
    {
        await using var site = await LocalSite.StartAsync(Recorded.Answer("x-lookup.json"));
        using var client = Recorded.Client(site);

        var checks = await new X(client).CheckAsync(Recorded.Access(site, "t", "a"), ["11", "12", "13", "14"], default);

        Assert.Equal([PostState.There, PostState.Gone, PostState.Gone, PostState.Unknown], checks.Select(c => c.State));
        Assert.Equal(("10", "ホシゾラ、直った"), (checks[0].Post!.Id, checks[0].Post!.Text));
        Assert.StartsWith("/2/tweets?ids=11%2C12%2C13%2C14&", site.Paths[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_post_is_read_in_its_newest_version()
    {
        const string Post = """{"data":[{"id":"ID","edit_history_tweet_ids":["10","12"],"author_id":"9","created_at":"2025-06-09T05:00:00Z","text":"TEXT"}]}""";
        await using var site = await LocalSite.StartAsync(context => Recorded.Answer(200, context.Request.Query["ids"] == "10"
            ? Post.Replace("ID", "10", StringComparison.Ordinal).Replace("TEXT", "古い", StringComparison.Ordinal)
            : Post.Replace("ID", "12", StringComparison.Ordinal).Replace("TEXT", "新しい", StringComparison.Ordinal))(context));
        using var client = Recorded.Client(site);

        var check = Assert.Single(await new X(client).CheckAsync(Recorded.Access(site, "t", "a"), ["10"], default));

        Assert.Equal(("10", PostState.There, "10", "12", "新しい"), (check.Reference, check.State, check.Post!.Id, check.Post.Reference, check.Post.Text));
    }

    [Theory]
    [InlineData("ホシゾラ", "ja", "", "(\"ホシゾラ\") -is:retweet lang:ja")]
    [InlineData("ホシゾラ 炊飯器,＃ホシゾラ", "", "求人,#PR", "((\"ホシゾラ\" \"炊飯器\") OR #ホシゾラ) -is:retweet -\"求人\" -#PR")]
    [InlineData("a\" OR from:someone", "", "", "((\"a\" \"OR\" \"from:someone\")) -is:retweet")]
    public void Words_become_one_query_in_which_nothing_typed_is_an_operator(string words, string language, string exclude, string query)
    {
        using var client = new SocialClient(new(), TimeProvider.System);
        var settings = new SocialSettings { Words = words.Split(','), Language = language, Exclude = exclude.Split(',') };

        Assert.Equal(query, Assert.Single(new X(client).Queries(settings)));
    }

    [Fact]
    public void A_query_longer_than_x_takes_is_refused_beforehand()
    {
        using var client = new SocialClient(new(), TimeProvider.System);
        var settings = new SocialSettings { Words = [.. Enumerable.Range(0, 20).Select(i => $"とても長い商品の名前をここに書いてみました{i}")] };

        Assert.Contains("512", Assert.Single(new X(client).Check(settings, true)).Message.En, StringComparison.Ordinal);
    }
}
