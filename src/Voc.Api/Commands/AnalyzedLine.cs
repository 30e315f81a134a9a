using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voc.Analysis;
using Voc.Ingest.Masking;

namespace Voc.Api.Commands;

/// <summary>What <c>analyze</c> prints for a line: the reading of the text as it was given, and what would be masked in it.</summary>
internal static class AnalyzedLine
{
    public static string Write(JsonNode? id, string text, AnalyzedText read, MaskedText masked) => Write(json =>
    {
        WriteId(json, id);
        AnalysisJson.WriteProperties(json, read);
        json.WriteString("maskedText", masked.Text);
        json.WriteStartArray("pii");
        foreach (var found in masked.Found)
        {
            json.WriteStartObject();
            json.WriteString("kind", found.Kind.Name());
            json.WriteNumber("start", found.Start);
            json.WriteNumber("length", found.Length);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static string Error(JsonNode? id, string message) => Write(json =>
    {
        WriteId(json, id);
        json.WriteString("error", message);
    });

    private static string Write(Action<Utf8JsonWriter> properties)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, AnalysisJson.WriterOptions))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static void WriteId(Utf8JsonWriter json, JsonNode? id)
    {
        json.WritePropertyName("id");
        if (id is null)
        {
            json.WriteNullValue();
        }
        else
        {
            id.WriteTo(json);
        }
    }
}
