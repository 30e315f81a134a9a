using System.Text.Json;
using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval;

/// <summary>
/// The distinct values of fields, shared by all segments. Whether a value satisfies a query is decided once for each of them. The
/// first product and the first segment are those of texts without one.
/// </summary>
internal sealed class FieldValues
{
    private static readonly string[] SegmentNames = ["segment", "セグメント", "顧客区分", "会員種別"];

    public FieldValues()
    {
        Labels = new(label => label);
        Topics = new(Split);
        Intents = new(Split);
        AttributeNames = new(name => name);
        AttributeValues = new(value => value);
        Attributes = new(ReadAttributes);
        Products.Of("");
        Segments.Of("");
    }

    public Interned<string> Products { get; } = new(value => value);

    public Interned<string> Sources { get; } = new(value => value);

    public Interned<string> Languages { get; } = new(value => value);

    public Interned<string> Segments { get; } = new(value => value);

    /// <summary>Topics and intents one by one.</summary>
    public Interned<string> Labels { get; }

    public Interned<LabelSet> Topics { get; }

    public Interned<LabelSet> Intents { get; }

    public Interned<IReadOnlyList<KeyValuePair<string, double>>> Scores { get; } = new(ReadScores);

    public Interned<string> AttributeNames { get; }

    public Interned<string> AttributeValues { get; }

    public Interned<AttributeSet> Attributes { get; }

    /// <summary>The form in which values of fields are compared: width, case and space make no difference.</summary>
    public static string Canonical(string value) => QueryFields.TryValue(QueryField.Source, value, out var canonical) ? canonical : "";

    private LabelSet Split(string labels)
    {
        string[] names = [.. labels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return new LabelSet(names, [.. names.Select(Labels.Of)]);
    }

    private AttributeSet ReadAttributes(string json)
    {
        var pairs = new List<(int Name, int Value)>();
        foreach (var (name, value) in Properties(json))
        {
            if (value.ValueKind is JsonValueKind.String && pairs.TrueForAll(p => AttributeNames[p.Name] != name))
            {
                pairs.Add((AttributeNames.Of(name), AttributeValues.Of(value.GetString()!)));
            }
        }
        var segment = SegmentNames.SelectMany(name => pairs.Where(p => Canonical(AttributeNames[p.Name]) == name)).Select(p => AttributeValues[p.Value]).FirstOrDefault();
        return new AttributeSet([.. pairs], Segments.Of(segment ?? ""));
    }

    private static KeyValuePair<string, double>[] ReadScores(string json) =>
        [.. Properties(json).Where(p => p.Value.ValueKind is JsonValueKind.Number && p.Value.TryGetDouble(out _))
            .Select(p => KeyValuePair.Create(Canonical(p.Name), p.Value.GetDouble()))];

    private static List<(string Name, JsonElement Value)> Properties(string json)
    {
        if (json.Length == 0)
        {
            return [];
        }
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object ? []
                : [.. document.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.Clone()))];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>Labels of a text, as strings and by their ordinals in <see cref="FieldValues.Labels"/>.</summary>
internal sealed record LabelSet(string[] Names, int[] Ordinals);

/// <summary>Attributes of a text by ordinals, and the segment they tell.</summary>
internal sealed record AttributeSet((int Name, int Value)[] Pairs, int Segment);
