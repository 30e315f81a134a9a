namespace Voc.Ingest.Tests.Files;

public sealed class JsonLinesFileTests
{
    [Fact]
    public void Lines_in_the_form_of_the_API_need_no_mapping()
    {
        var rows = Imports.Read("""
            {"source":"よそ","externalId":"1","channel":"social","text":"良い","occurredAt":"2025-06-01T10:00:00Z","scores":{"rating":5}}
            {"text":"識別子なし"}
            {"text":"識別子なし"}
            """, fileName: "posts.jsonl");
        var feedback = rows.Accepted();
        Assert.Equal([1, 2, 3], rows.Select(row => row.Line));
        Assert.Equal(("店頭アンケート", "1", Channel.Social, 5.0), (feedback[0].Source, feedback[0].ExternalId, feedback[0].Channel, feedback[0].Scores["rating"]));
        Assert.NotEqual(feedback[1].ExternalId, feedback[2].ExternalId);
    }

    [Fact]
    public void Other_lines_are_read_by_a_mapping_with_nested_names()
    {
        var rows = Imports.Read("""
            {"id":1,"body":"蓋が閉まらない","user":{"name":"K-1"},"at":"2025-06-01"}

            {"id":2,"body":"良い","tags":["a","b"]}
            """, """{"text":"body","externalId":"id","customer":"user.name","attributes":["tags"]}""", "posts.jsonl");
        var feedback = rows.Accepted();
        Assert.Equal([1, 3], rows.Select(row => row.Line));
        Assert.Equal(("1", Samples.Context.Pseudonyms.Of("K-1")), (feedback[0].ExternalId, feedback[0].Customer));
        Assert.Equal("[\"a\",\"b\"]", feedback[1].Attributes["tags"]);
    }

    [Theory]
    [InlineData("{\"text\":\"閉じない", "not valid JSON")]
    [InlineData("5", "not a JSON object")]
    [InlineData("{\"text\":\"\"}", "empty")]
    [InlineData("{\"text\":\"x\",\"occurredAt\":\"来週\"}", "cannot be read as a date")]
    [InlineData("{\"text\":\"\\uD83D\"}", "surrogate")]
    public void A_malformed_line_is_reported_and_the_others_go_in(string bad, string message)
    {
        var rows = Imports.Read("{\"text\":\"一\"}\n" + bad + "\n{\"text\":\"三\"}\n", fileName: "posts.jsonl");
        var rejected = Assert.Single(rows.OfType<RejectedRow>());
        Assert.Equal(2, rejected.Line);
        Assert.Contains(message, rejected.Message.En, StringComparison.Ordinal);
        Assert.Equal(2, rows.OfType<AcceptedRow>().Count());
    }

    [Fact]
    public void A_line_without_end_is_too_long_and_the_next_is_read()
    {
        var rows = Imports.Read("{\"text\":\"一\"}\n{\"text\":\"" + new string('x', CappedLengths.TooLong) + "\"}\n{\"text\":\"三\"}", fileName: "posts.jsonl");
        Assert.Contains("too long", Assert.IsType<RejectedRow>(rows[1]).Message.En, StringComparison.Ordinal);
        Assert.IsType<AcceptedRow>(rows[2]);
    }

    [Fact]
    public void An_array_is_refused_with_the_remedy() =>
        Assert.Contains("JSON Lines", Imports.Refused("[{\"text\":\"一\"}]", fileName: "posts.json").En, StringComparison.Ordinal);

    private static class CappedLengths
    {
        public const int TooLong = 2_000_001;
    }
}
