using Voc.Ingest.Notes;

namespace Voc.Ingest.Tests.Notes;

public sealed class CallNotesTests
{
    private readonly CallNotes _notes = new(Samples.Context);

    [Fact]
    public void A_note_becomes_masked_feedback_of_its_author()
    {
        var row = _notes.Take(new("8B1D51A1-6C0A-4F7B-9C86-0E3F4A6C0001", "折り返しは090-1234-5678へ", "support1")
        {
            Customer = "K-1",
            Product = "ポット",
            Attributes = new Dictionary<string, string> { ["窓口"] = "東京" },
        });
        var feedback = Assert.IsType<AcceptedRow>(row).Feedback;
        Assert.Equal((CallNotes.Source, "8b1d51a1-6c0a-4f7b-9c86-0e3f4a6c0001", Channel.CallNote), (feedback.Source, feedback.ExternalId, feedback.Channel));
        Assert.Equal(("折り返しは[電話番号]へ", "ポット", Samples.Now), (feedback.Text, feedback.Product, feedback.OccurredAt));
        Assert.Equal(new Dictionary<string, string> { ["窓口"] = "東京", ["author"] = "support1" }, feedback.Attributes);
    }

    [Theory]
    [InlineData("clientId", "17", "届かない")]
    [InlineData("clientId", null, "届かない")]
    [InlineData("text", "8b1d51a1-6c0a-4f7b-9c86-0e3f4a6c0001", " ")]
    public void What_is_wrong_is_named_by_its_field(string field, string? clientId, string text) =>
        Assert.Equal(field, Assert.IsType<RejectedRow>(_notes.Take(new(clientId, text, "support1"))).Field);
}
