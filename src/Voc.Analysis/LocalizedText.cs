using System.Globalization;

namespace Voc;

/// <summary>A message in the two languages of the product.</summary>
/// <param name="Ja">In Japanese.</param>
/// <param name="En">In English.</param>
public sealed record LocalizedText(string Ja, string En)
{
    /// <summary>The text for a reader: Japanese for a Japanese culture, else English.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "ja" ? Ja : En;
    }
}
