using System.Text.Json;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Reads JSON objects that are stored beside a text.</summary>
internal static class JsonObject
{
    /// <summary>The properties of an object in their order; none where it is no object.</summary>
    public static IReadOnlyList<KeyValuePair<string, JsonElement>> Properties(string json)
    {
        if (json.Length == 0)
        {
            return [];
        }
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.Clone()))]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
