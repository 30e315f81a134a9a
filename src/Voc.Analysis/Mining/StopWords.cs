namespace Voc.Analysis.Mining;

/// <summary>
/// Terms that say nothing by themselves and are left out of lists of words, never out of searches. Numbers count as such too, in
/// digits or kanji, also counted things (二十, 三つ); words that only begin with a number (一番, 十分) do not. So do single kana
/// and letters.
/// </summary>
public sealed class StopWords
{
    private const string Numerals = "〇零一二三四五六七八九十百千万億兆壱弐参";

    private readonly HashSet<string> _words;

    private StopWords(IEnumerable<string> words) => _words = words.ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads a list: a term a line, in the form the index has it; blank lines and those that begin with <c>#</c> mean nothing.</summary>
    /// <param name="path">The file; by default the list that is shipped.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StopWords Load(string? path = null) =>
        new(File.ReadLines(path ?? ShippedData.Folder("mining", "stop-words.txt")).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'));

    /// <summary>Whether a term says nothing by itself.</summary>
    public bool Contains(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return _words.Contains(term) || IsNumber(term.AsSpan().TrimEnd('つ')) || (term.Length == 1 && IsSound(term[0]));
    }

    /// <summary>Single letters and kana are what is left of something else.</summary>
    private static bool IsSound(char c) => char.IsAscii(c) || c is >= '\u3041' and <= '\u30FF';

    private static bool IsNumber(ReadOnlySpan<char> term)
    {
        foreach (var c in term)
        {
            if (char.IsLetter(c) && !Numerals.Contains(c))
            {
                return false;
            }
        }
        return true;
    }
}
