using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>A thing that a page describes for machines, whether in JSON-LD or microdata.</summary>
internal sealed class StructuredItem
{
    /// <summary>Names of its types without their vocabulary, such as <c>Review</c>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Its identifier (<c>@id</c>, <c>itemid</c>), or null.</summary>
    public string? Id { get; init; }

    /// <summary>Its properties in page order; a value is a text, an element whose text it is, or another item.</summary>
    public List<(string Name, object Value)> Properties { get; } = [];

    /// <summary>The first text of the first of the given properties that has one.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (property, value) in Properties)
            {
                if (property == name && TextOf(value) is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>Read only when asked for: elements lie inside each other, and the texts of all of them could be far longer than the page.</summary>
    private static string? TextOf(object value) => value switch
    {
        string text => text.Trim(),
        HtmlNode node => HtmlText.Of(node, FeedbackValidation.MaxTextLength),
        _ => null,
    };

    /// <summary>The first item among the values of a property.</summary>
    public StructuredItem? Item(string name) => Properties.Where(property => property.Name == name).Select(property => property.Value).OfType<StructuredItem>().FirstOrDefault();

    /// <summary>The name of a type or property without its vocabulary: <c>https://schema.org/Review</c> and <c>schema:Review</c> are <c>Review</c>.</summary>
    public static string LocalName(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];
}
