using System.Text.Json;
using Voc.Analysis.Classification;

namespace Voc.Analysis.Tests.Corpus;

/// <summary>Holds data/corpus to what its README says.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Sentiments = ["positive", "neutral", "negative"];
    private static readonly string[] Intents = ["complaint", "request", "question", "praise", "churn-risk", "report"];
    private static readonly string[] Industries = ["travel", "food", "retail", "telecom", "appliances", "automotive", "software", "finance", "health", "housing", "education", "logistics"];
    private static readonly string[] Fields = ["text", "sentiment", "intents", "topic", "industry", "channel", "opinions"];
    private static readonly string Data = Find(AppContext.BaseDirectory);
    private static readonly Taxonomy Topics = Taxonomy.Load(Path.Combine(Data, "taxonomy", "general.json"));

    [Fact]
    public void Every_sentence_is_labelled_from_the_agreed_sets() => Assert.All(Sentences(), sentence =>
    {
        var (place, row) = sentence;
        Assert.True(row.EnumerateObject().All(field => Fields.Contains(field.Name)), place);
        Assert.InRange(Text(row, "text").Length, 3, 120);
        Assert.True(Sentiments.Contains(Text(row, "sentiment")), place);
        Assert.True(row.GetProperty("intents").EnumerateArray().All(i => Intents.Contains(i.GetString())), place);
        Assert.True(Industries.Contains(Text(row, "industry")), place);
        Assert.True(Channels.Names.Contains(Text(row, "channel")), place);
        Assert.True(Topics.Find(Text(row, "topic")) is not null, $"{place}: no topic {Text(row, "topic")}");
    });

    [Fact]
    public void Opinions_stand_in_their_sentences() => Assert.All(Sentences(), sentence =>
    {
        var (place, row) = sentence;
        if (!row.TryGetProperty("opinions", out var opinions))
        {
            return;
        }
        foreach (var opinion in opinions.EnumerateArray())
        {
            Assert.Contains(Text(opinion, "expression"), Text(row, "text"));
            Assert.Contains(opinion.GetProperty("target").GetString() ?? "", Text(row, "text"));
            Assert.True(opinion.GetProperty("polarity").GetInt32() is -1 or 0 or 1, place);
        }
    });

    [Fact]
    public void No_sentence_stands_there_twice()
    {
        var twice = Sentences().GroupBy(s => Normal(Text(s.Row, "text"))).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(s => s.Place)));

        Assert.Empty(twice);
    }

    private static IEnumerable<(string Place, JsonElement Row)> Sentences() =>
        from file in Directory.GetFiles(Path.Combine(Data, "corpus"), "*.jsonl")
        from line in File.ReadLines(file).Index()
        select ($"{Path.GetFileName(file)}:{line.Index + 1}", JsonDocument.Parse(line.Item).RootElement);

    /// <summary>The text without what a careless copy would change: width, spaces, punctuation.</summary>
    private static string Normal(string text) => new([.. text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)]);

    private static string Text(JsonElement row, string field) => row.GetProperty(field).GetString()!;

    private static string Find(string folder) => Directory.Exists(Path.Combine(folder, "data", "corpus"))
        ? Path.Combine(folder, "data")
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("data/corpus"));
}
