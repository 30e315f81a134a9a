using Voc.Ingest.Social.Platforms;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class QueryCursorTests
{
    private static readonly DateTimeOffset Now = Samples.Now;

    [Fact]
    public void The_first_sweep_goes_back_as_far_as_asked_and_the_next_only_to_what_is_known()
    {
        var first = new QueryCursor().Begin(Now, TimeSpan.FromMinutes(10), TimeSpan.FromDays(7));
        var complete = first.Behind(Page(null, Post(5), Post(60)), Now);
        var next = complete.Begin(Now, TimeSpan.FromMinutes(10), TimeSpan.FromDays(7));

        Assert.Equal(Now - TimeSpan.FromDays(7), first.From);
        Assert.False(complete.IsSweeping);
        Assert.Equal((Now - TimeSpan.FromMinutes(5), "5"), (complete.Since, complete.SinceId));
        Assert.Equal(Now - TimeSpan.FromMinutes(15), next.From);
    }

    [Fact]
    public void What_was_known_moves_only_when_a_sweep_is_complete()
    {
        var cursor = (new QueryCursor { Since = Now - TimeSpan.FromHours(3) }).Begin(Now, TimeSpan.Zero, TimeSpan.FromDays(7)).Behind(Page("2", Post(5), Post(60)), Now);

        Assert.Equal((Now - TimeSpan.FromHours(3), "2"), (cursor.Since, cursor.Next));
        Assert.Equal(cursor, cursor.Begin(Now + TimeSpan.FromHours(9), TimeSpan.Zero, TimeSpan.FromDays(7)));

        var complete = cursor.Behind(Page("3", Post(61), Post(200), Post(201), Post(202)), Now);
        Assert.Equal((Now - TimeSpan.FromMinutes(5), null, false), (complete.Since, complete.Next, complete.IsSweeping));
    }

    [Fact]
    public void A_server_that_repeats_a_page_or_goes_on_for_ever_is_left()
    {
        var cursor = new QueryCursor().Begin(Now, TimeSpan.Zero, TimeSpan.FromDays(7));
        Assert.False(cursor.Behind(Page("2", Post(1)), Now).Behind(Page("2", Post(1)), Now).IsSweeping);

        var pages = 0;
        for (; cursor.IsSweeping; pages++)
        {
            cursor = cursor.Behind(Page("page " + pages, Post(1)), Now);
        }

        Assert.Equal(QueryCursor.MaximumPages, pages);
    }

    [Fact]
    public void A_post_from_the_future_hides_nothing_that_is_posted_until_then()
    {
        var cursor = new QueryCursor().Begin(Now, TimeSpan.Zero, TimeSpan.FromDays(7)).Behind(Page(null, Post(-100_000)), Now);

        Assert.Equal(Now, cursor.Since);
    }

    [Fact]
    public void Edited_posts_with_old_times_do_not_end_a_sweep_that_the_platform_ends()
    {
        var cursor = (new QueryCursor { Since = Now - TimeSpan.FromHours(3) }).Begin(Now, TimeSpan.Zero, TimeSpan.FromDays(7));
        var old = Page("2", Post(200), Post(201), Post(202));

        Assert.False(cursor.Behind(old, Now).IsSweeping);
        Assert.True(cursor.Behind(old with { EndsByItself = true }, Now).IsSweeping);
    }

    [Fact]
    public void One_backdated_post_does_not_end_a_sweep()
    {
        var cursor = new QueryCursor().Begin(Now, TimeSpan.Zero, TimeSpan.FromDays(7)).Behind(Page("2", Post(5), Post(6), Post(1_000_000)), Now);

        Assert.True(cursor.IsSweeping);
    }

    private static SocialPage Page(string? next, params SocialPost[] posts) => new(posts, next, 0, null);

    private static SocialPost Post(int minutesAgo) => new($"{minutesAgo}", "ホシゾラ", Now - TimeSpan.FromMinutes(minutesAgo), "a");
}
