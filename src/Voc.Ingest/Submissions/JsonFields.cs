using System.Text.Json;
using Voc.Ingest.Values;

namespace Voc.Ingest.Submissions;

/// <summary>Reads the fields of one JSON object and remembers the first that has the wrong kind of value.</summary>
internal sealed class JsonFields(JsonElement element)
{
    /// <summary>The first complaint, or null.</summary>
    public Violation? Violation { get; private set; }

    public static string Short(string value) => ValueProblems.Short(value);

    public void Complain(string field, LocalizedText message) => Violation ??= new(field, message);

    /// <summary>A string, or a number or truth value as a string; null where the field is missing, null or blank.</summary>
    public string? Text(string field)
    {
        if (!element.TryGetProperty(field, out var value))
        {
            return null;
        }

        if (Simple(value) is { } text)
        {
            return text.Length == 0 ? null : text;
        }

        Complain(field, new($"{field} は文字列にしてください。", $"{field} must be a string."));
        return null;
    }

    public IReadOnlyDictionary<string, double> Scores(string field)
    {
        var scores = new Dictionary<string, double>();
        foreach (var (name, value) in Entries(field))
        {
            var cell = ScoreReader.Read(Simple(value) ?? "?", out var score);
            if (cell == ScoreCell.Unreadable)
            {
                Complain($"{field}.{name}", ValueProblems.NoScore(value.GetRawText()));
            }
            else if (cell == ScoreCell.Score)
            {
                scores[name] = score;
            }
        }

        return scores;
    }

    public IReadOnlyDictionary<string, string> Attributes(string field)
    {
        var attributes = new Dictionary<string, string>();
        foreach (var (name, value) in Entries(field))
        {
            // Nested values are kept as they are written; the length limit of attributes holds for them too.
            attributes[name] = Simple(value) ?? value.GetRawText();
        }

        return attributes;
    }

    private IEnumerable<(string Name, JsonElement Value)> Entries(string field)
    {
        if (!element.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.EnumerateObject().Select(p => (p.Name, p.Value));
        }

        Complain(field, new($"{field} は {{\"名前\": 値}} の形にしてください。", $"{field} must be an object such as {{\"name\": value}}."));
        return [];
    }

    private static string? Simple(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Null => "",
        _ => null,
    };
}
