namespace Voc.Api.Issues;

/// <summary>How much of the wording texts have in common, by the pairs of characters next to each other; it needs no words to be told apart.</summary>
internal static class TextLikeness
{
    private const int ReadLength = 300;

    /// <summary>The different pairs of a text's first characters, without white space.</summary>
    public static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        var before = '\0';
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, ReadLength)))
        {
            if (char.IsWhiteSpace(character))
            {
                continue;
            }
            if (before != '\0')
            {
                pairs.Add((before << 16) | character);
            }
            before = character;
        }
        return pairs;
    }

    /// <summary>Dice's coefficient (1945): 0 for nothing in common, 1 for the same pairs.</summary>
    public static double Of(HashSet<int> a, HashSet<int> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count == 0 ? 0 : 2.0 * small.Count(large.Contains) / (a.Count + b.Count);
    }
}
