namespace Voc.Ingest.Masking;

/// <summary>A text beside its half-width form: one unit for each unit of the original, so that offsets are the same in both.</summary>
internal readonly ref struct FoldedText(ReadOnlySpan<char> original, ReadOnlySpan<char> folded)
{
    /// <summary>The text as given.</summary>
    public ReadOnlySpan<char> Original { get; } = original;

    /// <summary>Half-width letters, digits and signs; every dash between digits is <c>-</c>.</summary>
    public ReadOnlySpan<char> Folded { get; } = folded;

    public int Length => Original.Length;

    /// <summary>The folded unit at an offset, or NUL outside the text.</summary>
    public char At(int index) => (uint)index < (uint)Folded.Length ? Folded[index] : '\0';

    /// <summary>Whether the original goes on with these words at an offset.</summary>
    public bool Has(string words, int index) => index >= 0 && index <= Length && Original[index..].StartsWith(words);

    /// <summary>Whether these words end just before an offset.</summary>
    public bool EndsBefore(string words, int index) => Original[..index].EndsWith(words);

    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var previous = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            previous = Fold(text[i], previous);
            folded[i] = previous;
        }
    }

    /// <summary>A sign on its own in its half-width form.</summary>
    public static char Fold(char c) => Fold(c, '\0');

    private static char Fold(char c, char previous) => c switch
    {
        < '\u2010' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        >= '\u2010' and <= '\u2015' or '\u2212' or '\u2500' => '-',
        // The long vowel mark is typed for a dash in numbers, but belongs to words elsewhere.
        'ー' or 'ｰ' when char.IsAsciiDigit(previous) || previous == ')' => '-',
        _ => c,
    };
}
