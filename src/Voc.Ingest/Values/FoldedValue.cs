using System.Text;

namespace Voc.Ingest.Values;

/// <summary>Brings a cell to half width and trims it, so that each value has to be read in one form only.</summary>
internal static class FoldedValue
{
    public static string Fold(string value)
    {
        var trimmed = value.Trim();
        return Ascii.IsValid(trimmed) ? trimmed : StorableText.Clean(trimmed).Normalize(NormalizationForm.FormKC).Trim();
    }
}
