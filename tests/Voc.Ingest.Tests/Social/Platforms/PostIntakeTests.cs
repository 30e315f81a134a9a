using Voc.Ingest.Social.Platforms;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class PostIntakeTests
{
    private static readonly SocialPost Post = new("3kpost", "電話 090-0000-1234 に出ない ホシゾラ", Samples.Now, "did:plc:somebody")
    {
        Owner = "did:plc:somebody",
        Reference = "at://did:plc:somebody/app.bsky.feed.post/3kpost",
        Languages = ["ja"],
        Link = "https://bsky.app/profile/did:plc:somebody/post/3kpost",
        LinkNamesAuthor = true,
    };

    [Fact]
    public void Nothing_that_is_stored_in_the_clear_names_the_author()
    {
        var wanted = Assert.Single(Intake(new()).Sort([Post]).Wanted);

        Assert.Equal("電話 [電話番号] に出ない ホシゾラ", wanted.Feedback.Text);
        Assert.StartsWith("c-", wanted.Feedback.Customer, StringComparison.Ordinal);
        Assert.EndsWith("/3kpost", wanted.Feedback.ExternalId, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", System.Text.Json.JsonSerializer.Serialize(wanted.Feedback), StringComparison.Ordinal);
        Assert.True(wanted.NamesAuthor);
    }

    [Fact]
    public void A_link_that_names_the_author_is_kept_only_where_asked_for()
    {
        Assert.Contains("url", Assert.Single(Intake(new() { KeepLinks = true }).Sort([Post]).Wanted).Feedback.Attributes.Keys);
        Assert.Contains("url", Assert.Single(Intake(new()).Sort([Post with { LinkNamesAuthor = false }]).Wanted).Feedback.Attributes.Keys);
    }

    [Fact]
    public void Of_two_versions_of_a_post_the_newer_counts_whichever_comes_first()
    {
        var (older, newer) = (new SocialPost("1", "古い", Samples.Now, "a") { Version = "99" }, new SocialPost("1", "新しい", Samples.Now, "a") { Version = "100" });

        Assert.Equal("新しい", Assert.Single(Intake(new()).Sort([older, newer]).Wanted).Feedback.Text);
        Assert.Equal("新しい", Assert.Single(Intake(new()).Sort([newer, older]).Wanted).Feedback.Text);
    }

    [Fact]
    public void What_cannot_be_stored_and_what_is_not_wanted_is_counted()
    {
        var sorted = Intake(new() { Words = ["ホシゾラ"] }).Sort([Post, Post with { Id = "2", Text = "別の話" }, Post with { Id = new string('x', 300) }]);

        Assert.Equal((1, 1, 1), (sorted.Wanted.Count, sorted.PassedOver, sorted.Rejected.Count));
    }

    private static PostIntake Intake(SocialSettings settings) => new(Samples.Context, "SNS", Channel.Social, SocialPlatforms.BlueskyKind, settings);
}
