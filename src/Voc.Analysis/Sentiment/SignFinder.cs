namespace Voc.Analysis.Sentiment;

/// <summary>Sums the emoji and kaomoji of a stretch of text.</summary>
internal static class SignFinder
{
    public static double Sum(ReadOnlySpan<char> text, PolarityLexicon lexicon)
    {
        var sum = 0.0;
        for (var i = 0; i < text.Length;)
        {
            var (entry, length) = lexicon.Surfaces.StartsWith(text[i]) ? Longest(text[i..], lexicon.Surfaces) : (PhraseTrie.None, 1);
            sum += entry == PhraseTrie.None ? 0 : lexicon.Entry(entry).Plain!.Strength;
            i += length;
        }

        // Ten hearts say no more than three.
        return Math.Clamp(sum, -1.2, 1.2);
    }

    private static (int Entry, int Length) Longest(ReadOnlySpan<char> text, PhraseTrie signs)
    {
        var (entry, length) = (PhraseTrie.None, 1);
        var node = PhraseTrie.Root;
        for (var i = 0; i < text.Length && (node = signs.Walk(node, text.Slice(i, 1))) != PhraseTrie.None; i++)
        {
            if (signs.Value(node) != PhraseTrie.None)
            {
                (entry, length) = (signs.Value(node), i + 1);
            }
        }

        return (entry, length);
    }
}
