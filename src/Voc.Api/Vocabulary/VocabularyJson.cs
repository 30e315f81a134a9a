using System.Text.Json;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>JSON in the rows of the vocabulary.</summary>
internal static class VocabularyJson
{
    public static IReadOnlyList<string> Strings(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.ListString)!;

    public static string Write(IEnumerable<string> strings) => JsonSerializer.Serialize([.. strings], StoredJson.Default.ListString);

    public static Dictionary<string, double> Weights(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.DictionaryStringDouble)!;

    public static string Write(Dictionary<string, double> weights) => JsonSerializer.Serialize(weights, StoredJson.Default.DictionaryStringDouble);
}
