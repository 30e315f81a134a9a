using System.Text;

namespace Voc.Analysis.Retrieval;

/// <summary>The form of texts and strings in which exact strings are looked for.</summary>
public static class ExactText
{
    /// <summary>Unicode NFKC; halves of surrogate pairs and U+FFFE, which Unicode reserves, become U+FFFD. Case stays.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC);
        }
    }
}
