using System.Text.Json;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Attributes of a text.</summary>
/// <param name="Names">Ordinals in <see cref="FieldValues.AttributeNames"/>; no two are the same name.</param>
/// <param name="Values">Ordinals in <see cref="FieldValues.AttributeValues"/>, one for each name.</param>
/// <param name="CustomerSegment">Ordinal in <see cref="FieldValues.CustomerSegments"/>; 0 where they tell none.</param>
internal sealed record AttributeSet(int[] Names, int[] Values, int CustomerSegment)
{
    private static readonly string[] SegmentNames = ["segment", "セグメント", "顧客区分", "会員種別"];

    /// <summary>Reads a JSON object of strings. What is no string is left out, and so is all of what is no object.</summary>
    public static AttributeSet Read(string json, FieldValues fields)
    {
        var pairs = new List<(FieldValue Name, string Value)>();
        foreach (var property in JsonObject.Properties(json))
        {
            var name = FieldValue.Of(property.Key);
            if (property.Value.ValueKind == JsonValueKind.String && pairs.TrueForAll(p => p.Name.Canonical != name.Canonical))
            {
                pairs.Add((name, property.Value.GetString()!));
            }
        }
        var segment = SegmentNames.Select(name => pairs.Find(p => p.Name.Canonical == name).Value).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        return new AttributeSet(
            [.. pairs.Select(p => fields.AttributeNames.Of(p.Name.Name))],
            [.. pairs.Select(p => fields.AttributeValues.Of(p.Value))],
            fields.CustomerSegments.Of(segment ?? ""));
    }
}
