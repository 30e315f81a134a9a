using System.Text;
using System.Text.Json;

namespace Voc.Analysis.Tests;

public sealed class AnalysisJsonTests
{
    [Fact]
    public void A_reading_is_written_in_the_words_of_the_contract()
    {
        var text = new AnalyzedText
        {
            Language = "ja",
            Sentiment = new(SentimentLabel.Negative, -0.5, 0.75),
            Sentences = [new(0, 4, SentimentLabel.Positive, 0.25), new(4, 5, SentimentLabel.Neutral, 0)],
            Intents = [new("complaint", 0.9)],
            Topics = [new("car.body", 0.6)],
            Opinions = [new(null, "壊れる", -1, false, "fact", 2, 3)],
            Keyphrases = ["ドア"],
        };

        Assert.Equal(
            """{"language":"ja","sentiment":{"label":"negative","score":-0.5,"confidence":0.75},"sentences":[{"start":0,"length":4,"label":"positive","score":0.25},{"start":4,"length":5,"label":"neutral","score":0}],"intents":[{"label":"complaint","confidence":0.9}],"topics":[{"label":"car.body","confidence":0.6}],"opinions":[{"target":null,"expression":"壊れる","polarity":-1,"negated":false,"modality":"fact","start":2,"length":3}],"keyphrases":["ドア"]}""",
            Write(text));
    }

    [Theory]
    [InlineData("\uD83Dが壊れた\0")]
    [InlineData("\"引用\"も\\も大丈夫な最高の<b>商品</b>")]
    public void What_was_read_in_odd_text_is_valid_json(string text)
    {
        using var parsed = JsonDocument.Parse(Write(Shipped.Analyzer.Analyze(text)));

        Assert.NotEqual(0, parsed.RootElement.GetProperty("sentences").GetArrayLength());
    }

    private static string Write(AnalyzedText text)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, AnalysisJson.WriterOptions))
        {
            json.WriteStartObject();
            AnalysisJson.WriteProperties(json, text);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
