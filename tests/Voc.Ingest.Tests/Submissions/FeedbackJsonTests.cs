using System.Text.Json;
using Voc.Ingest.Submissions;

namespace Voc.Ingest.Tests.Submissions;

public sealed class FeedbackJsonTests
{
    private static readonly FeedbackJson Json = new(Samples.Context, new());

    private static List<IngestedRow> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Json.ReadAll(document.RootElement)];
    }

    [Fact]
    public void An_object_becomes_feedback()
    {
        var row = Assert.Single(Read("""
            {"source":"公式サイト","externalId":17,"channel":"contact-form","text":"届かない","occurredAt":"2025-06-01T10:00:00Z","customer":"K-1",
             "product":"ポット","scores":{"nps":"3 - 低い","rating":2,"csat":null},"attributes":{"地域":"東京","年齢":30,"会員":true},"unknown":{}}
            """));
        var feedback = Assert.IsType<AcceptedRow>(row).Feedback;
        Assert.Equal(("公式サイト", "17", Channel.ContactForm, "届かない", "ポット"), (feedback.Source, feedback.ExternalId, feedback.Channel, feedback.Text, feedback.Product));
        Assert.Equal(new(2025, 6, 1, 10, 0, 0, TimeSpan.Zero), feedback.OccurredAt);
        Assert.Equal(new Dictionary<string, double> { ["nps"] = 3, ["rating"] = 2 }, feedback.Scores);
        Assert.Equal(new Dictionary<string, string> { ["地域"] = "東京", ["年齢"] = "30", ["会員"] = "true" }, feedback.Attributes);
        Assert.Matches("^c-", feedback.Customer);
    }

    [Fact]
    public void Without_a_time_it_was_said_when_it_was_received()
    {
        var row = Assert.Single(Read("""{"source":"s","externalId":"1","channel":"social","text":"x"}"""));
        Assert.Equal(Samples.Now, Assert.IsType<AcceptedRow>(row).Feedback.OccurredAt);
    }

    [Fact]
    public void A_malformed_element_does_not_keep_the_others_out()
    {
        const string Good = """{"source":"s","externalId":"1","channel":"social","text":"x"}""";
        var rows = Read($$"""[{{Good}}, 5, {"source":"s","externalId":"2","channel":"social","text":""}, {{Good}}]""");
        Assert.Collection(
            rows,
            row => Assert.IsType<AcceptedRow>(row),
            row => Assert.Equal((1L, null), (row.Line, Assert.IsType<RejectedRow>(row).Field)),
            row => Assert.Equal((2L, "text"), (row.Line, Assert.IsType<RejectedRow>(row).Field)),
            row => Assert.IsType<AcceptedRow>(row));
    }

    [Theory]
    [InlineData("source", """{"externalId":"1","channel":"social","text":"x"}""")]
    [InlineData("externalId", """{"source":"s","channel":"social","text":"x"}""")]
    [InlineData("channel", """{"source":"s","externalId":"1","text":"x"}""")]
    [InlineData("channel", """{"source":"s","externalId":"1","channel":"fax","text":"x"}""")]
    [InlineData("text", """{"source":"s","externalId":"1","channel":"social","text":["x"]}""")]
    [InlineData("occurredAt", """{"source":"s","externalId":"1","channel":"social","text":"x","occurredAt":"来週"}""")]
    [InlineData("occurredAt", """{"source":"s","externalId":"1","channel":"social","text":"x","occurredAt":"2031-01-01"}""")]
    [InlineData("scores", """{"source":"s","externalId":"1","channel":"social","text":"x","scores":[1]}""")]
    [InlineData("scores.nps", """{"source":"s","externalId":"1","channel":"social","text":"x","scores":{"nps":"良い"}}""")]
    [InlineData("scores.nps", """{"source":"s","externalId":"1","channel":"social","text":"x","scores":{"nps":{}}}""")]
    [InlineData("attributes", """{"source":"s","externalId":"1","channel":"social","text":"x","attributes":"a"}""")]
    [InlineData(null, """{"source":"s","externalId":"1","channel":"social","text":"\uD83D"}""")]
    [InlineData(null, """{"source":"s","externalId":"1","channel":"social","text":"x","attributes":{"\uD83D":"a"}}""")]
    public void What_is_wrong_is_named_by_its_field(string? field, string json)
    {
        var rejected = Assert.IsType<RejectedRow>(Assert.Single(Read(json)));
        Assert.Equal(field, rejected.Field);
    }

    [Fact]
    public void Defaults_fill_the_source_and_the_channel()
    {
        using var document = JsonDocument.Parse("""{"externalId":"1","text":"x"}""");
        var row = new FeedbackJson(Samples.Context, new("SNS", Channel.Social)).ReadOne(4, document.RootElement);
        var feedback = Assert.IsType<AcceptedRow>(row).Feedback;
        Assert.Equal(("SNS", Channel.Social, 4L), (feedback.Source, feedback.Channel, row.Line));
    }
}
