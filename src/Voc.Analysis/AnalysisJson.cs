using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voc.Analysis;

/// <summary>Writes what was read in a text as JSON, in the words of the command line and the API.</summary>
public static class AnalysisJson
{
    /// <summary>How such a line is written: compact, Japanese as it is.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes the properties <c>language</c>, <c>sentiment</c>, <c>sentences</c>, <c>intents</c>, <c>topics</c>, <c>opinions</c>
    /// and <c>keyphrases</c> into the object that the caller has begun, and that it may add others to.
    /// </summary>
    public static void WriteProperties(Utf8JsonWriter json, AnalyzedText text)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(text);
        json.WriteString("language", text.Language);
        json.WriteStartObject("sentiment");
        json.WriteString("label", text.Sentiment.Label.Name());
        json.WriteNumber("score", text.Sentiment.Score);
        json.WriteNumber("confidence", text.Sentiment.Confidence);
        json.WriteEndObject();
        WriteSentences(json, text.Sentences);
        WriteLabels(json, "intents", text.Intents);
        WriteLabels(json, "topics", text.Topics);
        WriteOpinions(json, text.Opinions);
        json.WriteStartArray("keyphrases");
        foreach (var phrase in text.Keyphrases)
        {
            json.WriteStringValue(phrase);
        }

        json.WriteEndArray();
    }

    private static void WriteSentences(Utf8JsonWriter json, IReadOnlyList<SentenceSentiment> sentences)
    {
        json.WriteStartArray("sentences");
        foreach (var sentence in sentences)
        {
            json.WriteStartObject();
            json.WriteNumber("start", sentence.Start);
            json.WriteNumber("length", sentence.Length);
            json.WriteString("label", sentence.Label.Name());
            json.WriteNumber("score", sentence.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter json, string name, IReadOnlyList<ScoredLabel> labels)
    {
        json.WriteStartArray(name);
        foreach (var label in labels)
        {
            json.WriteStartObject();
            json.WriteString("label", label.Label);
            json.WriteNumber("confidence", label.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOpinions(Utf8JsonWriter json, IReadOnlyList<Opinion> opinions)
    {
        json.WriteStartArray("opinions");
        foreach (var opinion in opinions)
        {
            json.WriteStartObject();
            json.WriteString("target", opinion.Target);
            json.WriteString("expression", opinion.Expression);
            json.WriteNumber("polarity", opinion.Polarity);
            json.WriteBoolean("negated", opinion.Negated);
            json.WriteString("modality", opinion.Modality);
            json.WriteNumber("start", opinion.Start);
            json.WriteNumber("length", opinion.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
