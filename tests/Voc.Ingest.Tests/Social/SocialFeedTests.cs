using System.Text;
using Voc.Ingest.Social;

namespace Voc.Ingest.Tests.Social;

public sealed class SocialFeedTests
{
    [Fact]
    public async Task Each_line_becomes_a_masked_post()
    {
        var rows = await ReadAsync("""
            {"id":"p1","text":"電池がすぐ切れる。連絡先 taro@example.com","createdAt":"2025-06-01T10:00:00+09:00","author":"@yamaneko","url":"https://sns.example/p1","lang":"ja","product":"時計 S"}

            {"id":2,"text":"便利","createdAt":1748736000}
            """);

        var first = Assert.IsType<AcceptedRow>(rows[0]).Feedback;
        Assert.Equal(("投稿", "p1", Channel.Social, "時計 S"), (first.Source, first.ExternalId, first.Channel, first.Product));
        Assert.DoesNotContain("taro", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("c-", first.Customer, StringComparison.Ordinal);
        Assert.Equal(("https://sns.example/p1", "ja"), (first.Attributes["url"], first.Attributes["language"]));
        var second = Assert.IsType<AcceptedRow>(rows[1]);
        Assert.Equal((3L, "2", new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero)), (second.Line, second.Feedback.ExternalId, second.Feedback.OccurredAt));
    }

    [Theory]
    [InlineData("""{"id_str":"9","id":9007199254740993,"full_text":"良い","created_at":"Sun Jun 01 00:00:00 +0000 2025","user":{"screen_name":"a"},"lang":"ja"}""")]
    [InlineData("""{"id":"9","content":"<p>良い</p>","created_at":"2025-06-01T00:00:00.000Z","account":{"acct":"a"},"language":"ja"}""")]
    [InlineData("""{"post_id":9,"message":"良い","created_time":"2025-06-01T00:00:00+0000","username":"a","lang":"ja"}""")]
    [InlineData("""{"id":"9","text":"良い","timestamp":1748736000000,"author":{"username":"a"},"lang":"ja"}""")]
    public async Task Common_shapes_are_read_without_a_mapping(string post)
    {
        var feedback = Assert.IsType<AcceptedRow>(Assert.Single(await ReadAsync(post))).Feedback;

        Assert.Equal(("9", "良い", "ja"), (feedback.ExternalId, feedback.Text, feedback.Attributes["language"]));
        Assert.Equal(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero), feedback.OccurredAt);
        Assert.NotNull(feedback.Customer);
    }

    [Fact]
    public async Task A_mapping_names_other_fields()
    {
        var mapping = new SocialMapping { Id = "meta.key", Text = "honbun", CreatedAt = "meta.at", Attributes = ["area"] };

        var feedback = Assert.IsType<AcceptedRow>(Assert.Single(await ReadAsync(
            """{"id":"no","text":"no","honbun":"遅い","meta":{"key":"k7","at":"2025年6月1日"},"area":"関西"}""", mapping))).Feedback;

        Assert.Equal(("k7", "遅い", "関西"), (feedback.ExternalId, feedback.Text, feedback.Attributes["area"]));
    }

    [Fact]
    public async Task A_post_without_an_identifier_is_known_again_by_its_content()
    {
        const string Post = """{"text":"良い","author":"a","createdAt":"2025-06-01"}""";

        var ids = (await ReadAsync(Post + "\n" + Post + "\n" + Post.Replace("良い", "悪い", StringComparison.Ordinal))).Select(row => Assert.IsType<AcceptedRow>(row).Feedback.ExternalId).ToList();

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Fact]
    public async Task Bad_lines_are_named_and_the_good_ones_are_taken()
    {
        var rows = await ReadAsync("\uFEFF" + """
            {"id":"1","text":"一"}
            {"id":"2","text":
            [1,2]
            {"id":"4"}
            {"id":"5","text":"五","createdAt":"いつか"}
            {"id":"6","text":"六","createdAt":"2031-01-01"}
            {"id":"7","text":"\ud800"}
            {"id":"8","text":"八"}
            """);

        Assert.Equal(["1", "8"], rows.OfType<AcceptedRow>().Select(row => row.Feedback.ExternalId));
        Assert.Equal([(2L, null), (3L, null), (4L, "text"), (5L, "createdAt"), (6L, "occurredAt"), (7L, null)],
            rows.OfType<RejectedRow>().Select(row => (row.Line, row.Field)));
    }

    [Fact]
    public async Task A_line_too_long_is_passed_over_without_holding_it()
    {
        var rows = await ReadAsync("{\"id\":\"1\",\"text\":\"一\"}\n{\"text\":\"" + new string('x', 3_000_000) + "\"}\n{\"id\":\"3\",\"text\":\"三\"}");

        Assert.Equal(["1", "3"], rows.OfType<AcceptedRow>().Select(row => row.Feedback.ExternalId));
        var bad = Assert.Single(rows.OfType<RejectedRow>());
        Assert.Equal(2, bad.Line);
        Assert.Contains("1024 KB", bad.Message.En, StringComparison.Ordinal);
        Assert.Equal(3, rows[^1].Line);
    }

    [Fact]
    public async Task A_feed_in_small_pieces_reads_the_same()
    {
        using var feed = new TrickleStream(Encoding.UTF8.GetBytes("{\"id\":\"1\",\"text\":\"一\"}\r\n{\"id\":\"2\",\"text\":\"二\"}\r\n"));
        var ids = new List<string>();
        await foreach (var row in SocialFeed.ReadAsync(feed, new SocialPosts(Samples.Context, "投稿")))
        {
            ids.Add(Assert.IsType<AcceptedRow>(row).Feedback.ExternalId);
        }

        Assert.Equal(["1", "2"], ids);
    }

    private static async Task<List<IngestedRow>> ReadAsync(string feed, SocialMapping? mapping = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(feed));
        var rows = new List<IngestedRow>();
        await foreach (var row in SocialFeed.ReadAsync(stream, new SocialPosts(Samples.Context, "投稿", mapping: mapping)))
        {
            rows.Add(row);
        }

        return rows;
    }

    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 3)], cancellationToken);
    }
}
