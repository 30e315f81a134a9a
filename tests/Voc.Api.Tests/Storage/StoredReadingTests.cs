using System.Text.Json;
using Voc.Api.Reading;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Storage;

public sealed class StoredReadingTests(OneServer one) : IClassFixture<OneServer>
{
    private const string Text = "電源が入らない。返品したいが、窓口につながらない😀";

    /// <summary>Version 1 of the form, byte for byte: what was once stored must be readable for ever.</summary>
    private const string Golden =
        "0102397175616c6974792e646566656374196f776e2d3132020313904e00d28c01a09c0102000801f57e0012000203020219e585a5e3828b011b06040025e5a4a7e6ba80e8b6" +
        "b3041f09030131e381a4e381aae3818ce3828b002d61206c61746572206f6e651a060322023e0249e382b5e3839de383bce38388e7aa93e58fa3";

    private static readonly AnalyzedText Example = new()
    {
        Language = "ja",
        Sentiment = new(SentimentLabel.Negative, -0.8123, 0.9),
        Sentences = [new(0, 8, SentimentLabel.Negative, -0.8123), new(8, 18, SentimentLabel.Neutral, 0.0001)],
        Intents = [new("complaint", 0.9001), new("churn-risk", 1)],
        Topics = [new("quality.defect", 0.5), new("own-12", 0)],
        Opinions = [new("電源", "入る", -1, true, "fact", 3, 4), new(null, "大満足", 1, false, "wish", 2, 3), new("", "つながる", 0, false, "a later one", 18, 6)],
        Keyphrases = ["返品", "窓口", "サポート窓口"],
    };

    [Fact]
    public void Version_1_is_read_and_written_as_it_always_was()
    {
        Assert.Equal(Golden, Convert.ToHexStringLower(StoredReading.Write(Example, Text)));
        Same(Example, StoredReading.Read(Convert.FromHexString(Golden), Text));
    }

    [Fact]
    public void Json_of_an_earlier_version_of_the_product_is_read()
    {
        var stored = JsonSerializer.SerializeToUtf8Bytes(new { Example.Sentences, Example.Intents, Example.Topics, Example.Opinions, Example.Keyphrases }, JsonSerializerOptions.Web);

        Same(Example, StoredReading.Read(stored, Text));
    }

    [Fact]
    public void Whatever_the_analysis_reads_comes_back_as_it_was()
    {
        var analyzer = one.Server.Get<CurrentReading>().Analyzer;
        foreach (var text in new[] { "", "の", Text, "ｱﾌﾟﾘにﾛｸﾞｲﾝできない！！\r\n対応は丁寧ではなかったが、配送は早くて大満足。\ud83d", string.Concat(Enumerable.Repeat("音がうるさい。返事が来ない。", 2000)) })
        {
            var read = analyzer.Analyze(text);

            Same(read, StoredReading.Read(StoredReading.Write(read, text), text));
        }
    }

    [Fact]
    public void What_is_damaged_or_of_a_later_version_is_refused()
    {
        var stored = StoredReading.Write(Example, Text);
        Assert.Throws<InvalidDataException>(() => StoredReading.Read([2, .. stored.AsSpan(1)], Text));
        Assert.Throws<InvalidDataException>(() => StoredReading.Read([], Text));
        Assert.Throws<InvalidDataException>(() => StoredReading.Read(stored, "電源"));
        Assert.All(Enumerable.Range(0, stored.Length), length => Assert.Throws<InvalidDataException>(() => StoredReading.Read(stored[..length], Text)));
    }

    private static void Same(AnalyzedText expected, StoredReading actual) => Assert.Equal(
        JsonSerializer.Serialize(new StoredReading(expected.Sentences, expected.Intents, expected.Topics, expected.Opinions, expected.Keyphrases)),
        JsonSerializer.Serialize(actual));
}
