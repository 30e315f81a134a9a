using Voc.Analysis.Morphology;

namespace Voc.Api.Commands.Evaluation;

/// <summary>How well our segmentation agrees with another one: a file of lines <c>text⇥words joined by spaces</c>.</summary>
internal static class SegmentationAgreement
{
    /// <summary>How many lines there are, how many are segmented alike, and the F1 of the boundaries between words.</summary>
    public static (int Lines, int Same, double F1) Of(Tokenizer tokenizer, string file)
    {
        int lines = 0, same = 0, ours = 0, theirs = 0, both = 0;
        foreach (var (text, words) in File.ReadLines(file).Select(line => line.Split('\t')).Where(c => c.Length == 2).Select(c => (c[0], c[1].TrimEnd(' '))))
        {
            var segmented = Segmentation.Format(text, tokenizer.Tokenize(text), SegmentationFormat.Wakati);
            var (found, given) = (Boundaries(segmented), Boundaries(words));
            lines++;
            same += segmented == words ? 1 : 0;
            (ours, theirs) = (ours + found.Count, theirs + given.Count);
            both += found.Count(given.Contains);
        }

        return (lines, same, ours + theirs == 0 ? 0 : 2.0 * both / (ours + theirs));
    }

    /// <summary>After how many characters that are not spaces a word ends.</summary>
    private static HashSet<int> Boundaries(string words)
    {
        var ends = new HashSet<int>();
        var characters = 0;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            characters += word.Length;
            ends.Add(characters);
        }

        return ends;
    }
}
