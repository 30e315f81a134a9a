using System.Diagnostics.CodeAnalysis;

namespace Voc.Analysis.Mining;

/// <summary>By what texts can be sorted.</summary>
public enum DimensionKind
{
    /// <summary>Topics; any number a text. One that has others below it holds their texts too.</summary>
    Topic,

    /// <summary>Intents; any number a text.</summary>
    Intent,

    /// <summary>Where it was said.</summary>
    Channel,

    /// <summary>Positive, neutral, negative.</summary>
    Sentiment,

    /// <summary>Product; texts without one are left out.</summary>
    Product,

    /// <summary>Source.</summary>
    Source,

    /// <summary>Customer segment; texts without one are left out.</summary>
    Segment,

    /// <summary>Language.</summary>
    Language,

    /// <summary>Month of the company's calendar, as <c>2026-04</c>.</summary>
    Month,

    /// <summary>An attribute by its name; texts without it are left out.</summary>
    Attribute,
}

/// <summary>One way of sorting texts.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Attribute">Name of the attribute, or null.</param>
public sealed record Dimension(DimensionKind Kind, string? Attribute = null)
{
    private const string AttributePrefix = "attribute:";

    /// <summary>The names of all kinds, for messages.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetValues<DimensionKind>().Select(k => k == DimensionKind.Attribute ? AttributePrefix + "NAME" : NameOf(k))];

    /// <summary>Such as <c>topic</c> or <c>attribute:地域</c>.</summary>
    public string Name => Kind == DimensionKind.Attribute ? AttributePrefix + Attribute : NameOf(Kind);

    /// <summary>Whether a text has at most one value.</summary>
    public bool IsPartition => Kind is not (DimensionKind.Topic or DimensionKind.Intent);

    /// <summary>Reads a name, ignoring case.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Dimension? dimension)
    {
        var trimmed = (name ?? "").Trim();
        dimension = null;
        if (trimmed.StartsWith(AttributePrefix, StringComparison.OrdinalIgnoreCase))
        {
            var attribute = trimmed[AttributePrefix.Length..].Trim();
            dimension = attribute.Length > 0 ? new Dimension(DimensionKind.Attribute, attribute) : null;
        }
        else
        {
            foreach (var kind in Enum.GetValues<DimensionKind>())
            {
                if (kind != DimensionKind.Attribute && trimmed.Equals(NameOf(kind), StringComparison.OrdinalIgnoreCase))
                {
                    dimension = new Dimension(kind);
                }
            }
        }
        return dimension is not null;
    }

    private static string NameOf(DimensionKind kind) => kind.ToString().ToLowerInvariant();
}
