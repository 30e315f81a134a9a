using System.Globalization;
using System.Text;
using Voc.Ingest.Social;

namespace Voc.Ingest.Tests.Social;

public sealed class WebhookTests
{
    private const string Secret = "a secret of this source";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"1","text":"良い"}""");
    private static readonly long Now = Samples.Now.ToUnixTimeSeconds();

    [Fact]
    public void The_signature_is_the_one_anyone_computes_with_openssl() =>
        Assert.Equal(
            // printf '1700000000.{"id":"1"}' | openssl dgst -sha256 -hmac key
            "sha256=9e040cb90cefc5a04ab9a9848a74e2ff0489b4d8837b38d54555cb67e4f8e76e",
            Webhook.Sign("key", 1_700_000_000, "{\"id\":\"1\"}"u8));

    [Theory]
    [InlineData(0)]
    [InlineData(-300)]
    [InlineData(300)]
    public void A_body_signed_within_five_minutes_is_trusted(long offset) =>
        Assert.Null(Refusal(Timestamp(offset), Webhook.Sign(Secret, Now + offset, Body)));

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    [InlineData(-86_400)]
    public void A_body_signed_at_another_time_is_refused(long offset) =>
        Assert.Contains("5 minutes", Refusal(Timestamp(offset), Webhook.Sign(Secret, Now + offset, Body))!.En, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("md5=00000000000000000000000000000000")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    public void A_wrong_signature_is_refused(string? signature) =>
        Assert.Contains("signature", Refusal(Timestamp(0), signature)!.En, StringComparison.Ordinal);

    [Fact]
    public void A_changed_body_time_or_secret_is_refused()
    {
        var signature = Webhook.Sign(Secret, Now, Body);

        Assert.NotNull(Webhook.Refusal(Secret, Timestamp(0), signature, "{}"u8, Samples.Now));
        Assert.NotNull(Refusal(Timestamp(1), signature));
        Assert.NotNull(Webhook.Refusal("another", Timestamp(0), signature, Body, Samples.Now));
        Assert.NotNull(Webhook.Refusal("", Timestamp(0), Webhook.Sign("", Now, Body), Body, Samples.Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999999")]
    public void A_timestamp_that_is_none_is_refused(string? timestamp) =>
        Assert.Contains("X-Voc-Timestamp", Refusal(timestamp, Webhook.Sign(Secret, Now, Body))!.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"1","text":"一"}""", "1")]
    [InlineData("{\n  \"id\": \"1\",\n  \"text\": \"一\"\n}\n", "1")]
    [InlineData("""[{"id":"1","text":"一"},{"id":"2","text":"二"}]""", "1 2")]
    [InlineData("""{"posts":[{"id":"1","text":"一"}]}""", "1")]
    [InlineData("{\"id\":\"1\",\"text\":\"一\"}\r\n\r\n{\"id\":\"2\",\"text\":\"二\"}", "1 2")]
    [InlineData("[]", "")]
    public void A_body_may_be_one_post_an_array_or_lines(string body, string ids)
    {
        var rows = Webhook.Read(Encoding.UTF8.GetBytes(body), Posts, out var problem);

        Assert.Null(problem);
        Assert.Equal(ids, string.Join(' ', rows.Select(row => Assert.IsType<AcceptedRow>(row).Feedback.ExternalId)));
    }

    [Fact]
    public void The_same_body_again_gives_the_same_identifiers()
    {
        var body = Encoding.UTF8.GetBytes("""[{"text":"一"},{"id":"2","text":"二"}]""");

        Assert.Equal(Ids(), Ids());

        List<string> Ids() => [.. Webhook.Read(body, Posts, out _).Select(row => Assert.IsType<AcceptedRow>(row).Feedback.ExternalId)];
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n", "empty")]
    [InlineData("{\"id\":\"1\",", "line 1, byte")]
    [InlineData("hello\nworld", "line 1, byte 1")]
    [InlineData("{\n\"id\": oops\n}", "line 2, byte")]
    public void A_body_that_cannot_be_read_is_named_by_its_place(string body, string words)
    {
        Assert.Empty(Webhook.Read(Encoding.UTF8.GetBytes(body), Posts, out var problem));
        Assert.Contains(words, problem!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_posts_do_not_keep_the_good_ones_out()
    {
        var array = Webhook.Read("""[{"id":"1","text":"a"},7,{"id":"3"}]"""u8.ToArray(), Posts, out var none);
        var lines = Webhook.Read("{\"id\":\"1\",\"text\":\"a\"}\noops\n{\"id\":\"3\",\"text\":\"c\"}"u8.ToArray(), Posts, out var nothing);

        Assert.Null(none);
        Assert.Null(nothing);
        Assert.Equal([typeof(AcceptedRow), typeof(RejectedRow), typeof(RejectedRow)], array.Select(row => row.GetType()));
        Assert.Equal([(1L, true), (2L, false), (3L, true)], lines.Select(row => (row.Line, row is AcceptedRow)));
    }

    [Fact]
    public void Too_many_posts_and_too_large_a_body_are_refused()
    {
        var many = "[" + string.Join(',', Enumerable.Repeat("{\"text\":\"a\"}", 1_001)) + "]";
        var lines = string.Join('\n', Enumerable.Repeat("{\"text\":\"a\"}", 1_001));

        foreach (var body in new[] { many, lines })
        {
            Assert.Empty(Webhook.Read(Encoding.UTF8.GetBytes(body), Posts, out var problem));
            Assert.Contains("1000 posts", problem!.En, StringComparison.Ordinal);
        }

        Webhook.Read(Encoding.UTF8.GetBytes(new string('x', Webhook.MaximumBytes + 1)), Posts, out var large);
        Assert.Contains("4096 KB", large!.En, StringComparison.Ordinal);
    }

    private static SocialPosts Posts => new(Samples.Context, "webhook");

    private static string Timestamp(long offset) => (Now + offset).ToString(CultureInfo.InvariantCulture);

    private static LocalizedText? Refusal(string? timestamp, string? signature) => Webhook.Refusal(Secret, timestamp, signature, Body, Samples.Now);
}
