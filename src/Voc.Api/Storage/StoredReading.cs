using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Voc.Api.Corrections;

namespace Voc.Api.Storage;

/// <summary>What the analysis read, as kept beside the feedback. The sentiment and language have columns of their own.</summary>
internal sealed record StoredReading(
    IReadOnlyList<SentenceSentiment> Sentences,
    IReadOnlyList<ScoredLabel> Intents,
    IReadOnlyList<ScoredLabel> Topics,
    IReadOnlyList<Opinion> Opinions,
    IReadOnlyList<string> Keyphrases)
{
    public static string Write(AnalyzedText text) => JsonSerializer.Serialize(
        new StoredReading(text.Sentences, text.Intents, text.Topics, text.Opinions, text.Keyphrases), StoredJson.Default.StoredReading);

    public static StoredReading Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.StoredReading)!;
}

/// <summary>JSON inside the store: compact, Japanese unescaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredReading))]
[JsonSerializable(typeof(Feedback))]
[JsonSerializable(typeof(Dictionary<string, double>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Labels))]
[JsonSerializable(typeof(LabelsRead))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, double>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    static StoredJson() => Default = new StoredJson(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
