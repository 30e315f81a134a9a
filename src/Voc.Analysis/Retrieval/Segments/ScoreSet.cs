using System.Text.Json;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>The customer's own scores of a text, by canonical names.</summary>
internal sealed record ScoreSet(KeyValuePair<string, double>[] Scores)
{
    /// <summary>A score by its canonical name, or null.</summary>
    public double? this[string name]
    {
        get
        {
            foreach (var (known, value) in Scores)
            {
                if (known == name)
                {
                    return value;
                }
            }
            return null;
        }
    }

    /// <summary>Reads a JSON object of numbers. What is no number is left out.</summary>
    public static ScoreSet Read(string json) => new(
        [.. JsonObject.Properties(json)
            .Where(p => p.Value.ValueKind == JsonValueKind.Number && p.Value.TryGetDouble(out _))
            .Select(p => KeyValuePair.Create(FieldValue.CanonicalOf(p.Key), p.Value.GetDouble()))]);
}
