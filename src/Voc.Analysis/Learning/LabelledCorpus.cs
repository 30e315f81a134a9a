using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voc.Analysis.Learning;

/// <summary>
/// The labelled sentences that come with the product: those to learn from in <c>training</c>, those to be measured on in
/// <c>held-out</c>. A file is a batch of one author, so that no author stands on both sides.
/// </summary>
public sealed class LabelledCorpus
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private LabelledCorpus(IReadOnlyList<LabelledSentence> sentences)
    {
        Sentences = sentences;
        Training = [.. sentences.Where(s => !s.IsHeldOut).Select(s => s.ToText())];
        HeldOut = [.. sentences.Where(s => s.IsHeldOut).Select(s => s.ToText())];
    }

    /// <summary>The twelve industries.</summary>
    public static IReadOnlyList<string> Industries { get; } =
        ["travel", "food", "retail", "telecom", "appliances", "automotive", "software", "finance", "health", "housing", "education", "logistics"];

    /// <summary>All sentences, by file and line.</summary>
    public IReadOnlyList<LabelledSentence> Sentences { get; }

    /// <summary>The texts to learn from.</summary>
    public IReadOnlyList<LabelledText> Training { get; }

    /// <summary>The texts to be measured on; nothing learns from them.</summary>
    public IReadOnlyList<LabelledText> HeldOut { get; }

    /// <summary>Loads a corpus.</summary>
    /// <param name="directory">Folder with <c>training/*.jsonl</c> and <c>held-out/*.jsonl</c>.</param>
    /// <exception cref="DataFileException">A line cannot be used; the message names file, line and remedy.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static LabelledCorpus Load(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new LabelledCorpus([.. Folder(directory, "training", false), .. Folder(directory, "held-out", true)]);
    }

    private static IEnumerable<LabelledSentence> Folder(string directory, string name, bool isHeldOut) =>
        from file in Directory.GetFiles(Path.Combine(directory, name), "*.jsonl").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file).Index()
        select Read(line.Item, $"{Path.GetFileName(file)}:{line.Index + 1}", Path.GetFileNameWithoutExtension(file), isHeldOut);

    private static LabelledSentence Read(string line, string place, string batch, bool isHeldOut)
    {
        try
        {
            var row = JsonSerializer.Deserialize<CorpusLine>(line, Json)!;
            return new LabelledSentence
            {
                Place = place,
                Batch = batch,
                IsHeldOut = isHeldOut,
                Text = row.Text,
                Sentiment = Label(row.Sentiment, place),
                Intents = row.Intents,
                Topic = row.Topic,
                Industry = row.Industry,
                Channel = row.Channel,
                Opinions = row.Opinions,
            };
        }
        catch (JsonException e)
        {
            throw new DataFileException(place, new($"コーパスの行として読めません（{e.Path}）。", $"This is not a line of the corpus ({e.Path}): {e.Message}"));
        }
    }

    private static SentimentLabel Label(string name, string place) => name switch
    {
        "positive" => SentimentLabel.Positive,
        "neutral" => SentimentLabel.Neutral,
        "negative" => SentimentLabel.Negative,
        _ => throw new DataFileException(place, new($"sentiment「{name}」は positive、neutral、negative のどれかにしてください。", $"The sentiment '{name}' must be positive, neutral or negative.")),
    };

    private sealed record CorpusLine(
        string Text, string Sentiment, IReadOnlyList<string> Intents, string Topic, string Industry, string Channel, IReadOnlyList<LabelledOpinion>? Opinions = null);
}
