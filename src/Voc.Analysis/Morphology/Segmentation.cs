using System.Text;

namespace Voc.Analysis.Morphology;

/// <summary>How a segmented text is written out.</summary>
public enum SegmentationFormat
{
    /// <summary>One line: the words joined by spaces.</summary>
    Wakati,

    /// <summary>A line for each word, <c>surface⇥features</c> as MeCab writes them, then <c>EOS</c>.</summary>
    Full,
}

/// <summary>Writes a segmented text as MeCab does. Space between words is left out, as it is there.</summary>
public static class Segmentation
{
    /// <summary>Formats the tokens of a text. No line break is put after the last line.</summary>
    public static string Format(string text, IReadOnlyList<Token> tokens, SegmentationFormat format)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var output = new StringBuilder(text.Length * 2);
        foreach (var token in tokens)
        {
            if (token.IsSpace)
            {
                continue;
            }

            if (format == SegmentationFormat.Full)
            {
                output.Append(token.Surface(text)).Append('\t');
                AppendFeatures(output, token.Word);
                output.Append('\n');
            }
            else
            {
                output.Append(output.Length > 0 ? " " : "").Append(token.Surface(text));
            }
        }

        return output.Append(format == SegmentationFormat.Full ? "EOS" : "").ToString();
    }

    /// <summary>Reads the name of a format, <c>wakati</c> or <c>full</c>, ignoring case.</summary>
    public static bool TryParse(string? name, out SegmentationFormat format)
    {
        format = string.Equals(name, "full", StringComparison.OrdinalIgnoreCase) ? SegmentationFormat.Full : SegmentationFormat.Wakati;
        return format == SegmentationFormat.Full || string.Equals(name, "wakati", StringComparison.OrdinalIgnoreCase);
    }

    // MeCab gives an unknown word seven features, with * for its base form, and a known one nine.
    private static void AppendFeatures(StringBuilder output, Word word)
    {
        output.AppendJoin(',', word.PartOfSpeech, word.Detail1, word.Detail2, word.Detail3, word.ConjugationType, word.ConjugationForm, word.BaseForm ?? "*");
        if (word.Reading is not null || word.Pronunciation is not null)
        {
            output.Append(',').Append(word.Reading ?? "*").Append(',').Append(word.Pronunciation ?? "*");
        }
    }
}
