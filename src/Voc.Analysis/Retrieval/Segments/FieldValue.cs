using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>A value of a field.</summary>
/// <param name="Name">As it was stored.</param>
/// <param name="Canonical">As values are compared: width, case and space make no difference.</param>
internal sealed record FieldValue(string Name, string Canonical)
{
    public static FieldValue Of(string name) => new(name, CanonicalOf(name));

    public static string CanonicalOf(string name)
    {
        var canonical = QueryFields.Normalize(name);
        return canonical == name ? name : canonical;
    }
}
