using System.Globalization;
using System.Text;
using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>Finds where a text holds a string after both were normalised (NFKC).</summary>
internal static class ExactStrings
{
    /// <summary>The stretches of the text as it was given, each the smallest that holds the string.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="normalized">The string, normalised.</param>
    public static IEnumerable<TextSpan> In(string text, string normalized)
    {
        if (normalized.Length == 0)
        {
            yield break;
        }
        var (folded, starts, ends) = Fold(text);
        for (var at = folded.IndexOf(normalized, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(normalized, at + 1, StringComparison.Ordinal))
        {
            var start = starts[at];
            yield return new TextSpan(start, ends[at + normalized.Length - 1] - start);
        }
    }

    /// <summary>Character by character as a reader sees them, since normalisation joins nothing across their borders.</summary>
    private static (string Folded, List<int> Starts, List<int> Ends) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var (starts, ends) = (new List<int>(text.Length), new List<int>(text.Length));
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var character = QueryFields.Fold(text.Substring(at, length));
            folded.Append(character);
            for (var i = 0; i < character.Length; i++)
            {
                starts.Add(at);
                ends.Add(at + length);
            }
            at += length;
        }
        return (folded.ToString(), starts, ends);
    }
}
