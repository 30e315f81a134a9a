using System.Buffers;

namespace Voc.Ingest;

/// <summary>Makes a text storable by every database: control characters become spaces, halves of surrogate pairs and U+FFFE, which Unicode reserves, become U+FFFD. The length stays.</summary>
internal static class StorableText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n' or '\r')).Select(c => (char)c), '\u007F',
            .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE']);

    public static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        return first < 0 ? text : string.Create(text.Length, (text, first), static (chars, state) => Fill(chars, state.text, state.first));
    }

    private static void Fill(Span<char> chars, string text, int first)
    {
        text.CopyTo(chars);
        for (var i = first; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(chars[i]) && i + 1 < chars.Length && char.IsLowSurrogate(chars[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(chars[i]) || chars[i] == '\uFFFE')
            {
                chars[i] = '\uFFFD';
            }
            else if (Suspects.Contains(chars[i]))
            {
                chars[i] = ' ';
            }
        }
    }
}
