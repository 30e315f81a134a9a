using System.Text;
using Voc.Ingest.Social.Platforms;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class LineTests
{
    [Fact]
    public void The_signature_is_the_one_anyone_computes_with_openssl() =>
        // printf '{"destination":"U0","events":[]}' | openssl dgst -sha256 -hmac 'channel secret' -binary | base64
        Assert.Equal("Un6bV8Zw1jXXhcHHcfLjQhH54yI+5USP0X7XegJqNVg=", Line.Sign("channel secret", """{"destination":"U0","events":[]}"""u8));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_wrong_signature_is_refused(string? signature) => Assert.NotNull(Line.Refusal("secret", signature, "{}"u8));

    [Fact]
    public void A_changed_body_or_secret_is_refused()
    {
        var signature = Line.Sign("secret", "{}"u8);

        Assert.Null(Line.Refusal("secret", signature, "{}"u8));
        Assert.NotNull(Line.Refusal("secret", signature, "{} "u8));
        Assert.NotNull(Line.Refusal("other", signature, "{}"u8));
        Assert.NotNull(Line.Refusal("", Line.Sign("", "{}"u8), "{}"u8));
    }

    [Fact]
    public void Texts_and_taken_back_messages_are_read_and_nothing_else()
    {
        var events = Line.Read(Encoding.UTF8.GetBytes(Recorded.Text("line-webhook.json")))!;

        var post = Assert.Single(events.Posts);
        Assert.Equal(("444573844083572737", "注文した商品が届きません", "U11111111111111111111111111111111"), (post.Id, post.Text, post.Author));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_749_438_600_123), post.CreatedAt);
        Assert.Equal(["325708"], events.Unsent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"events\":{}}")]
    [InlineData("{\"events\":")]
    public void What_is_no_webhook_is_not_read(string body) => Assert.Null(Line.Read(Encoding.UTF8.GetBytes(body)));
}
