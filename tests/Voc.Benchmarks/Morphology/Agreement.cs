using Voc.Analysis.Morphology;

namespace Voc.Benchmarks.Morphology;

/// <summary>How well our segmentation agrees with another one: a file of lines <c>text⇥words joined by spaces</c>.</summary>
internal static class Agreement
{
    public static void Run(string file)
    {
        var tokenizer = Tokenizer.Load();
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

        var (precision, recall) = ((double)both / ours, (double)both / theirs);
        Console.WriteLine($"{lines} lines, {same} the same; boundaries: precision {precision:F4}, recall {recall:F4}, F1 {2 * precision * recall / (precision + recall):F4}");
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
