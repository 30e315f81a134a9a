using System.Globalization;

namespace Voc.Analysis.Mining;

/// <summary>
/// Cuts what stands around a keyword out of a text, by the characters a reader sees: no surrogate pair, accent or emoji sequence is
/// split. What would break a line is a space.
/// </summary>
public sealed class KeywordContext
{
    // A reader's character is rarely more than a dozen units; a tower of accents must not fill a line.
    private const int MaxUnits = 16;

    private readonly string _text;
    private readonly int[] _characters;

    /// <summary>Prepares a text; time is linear in its length.</summary>
    public KeywordContext(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (_text, _characters) = (text, StringInfo.ParseCombiningCharacters(text));
    }

    /// <summary>What stands around a stretch of the text.</summary>
    /// <param name="start">Offset of its first UTF-16 unit.</param>
    /// <param name="length">Its length in UTF-16 units.</param>
    /// <param name="context">Characters to show on each side.</param>
    public KeywordLine Around(int start, int length, int context)
    {
        var end = start + length;
        var (from, to) = (Back(start, context), Forth(end, context));
        return new KeywordLine(Line(from, start), Line(start, end), Line(end, to), from > 0, to < _text.Length);
    }

    /// <summary>The left context read from the keyword outwards, to sort by.</summary>
    public static string Outwards(string left)
    {
        ArgumentNullException.ThrowIfNull(left);
        return string.Create(left.Length, left, static (reversed, left) =>
        {
            var at = reversed.Length;
            foreach (var start in StringInfo.ParseCombiningCharacters(left))
            {
                var length = StringInfo.GetNextTextElementLength(left, start);
                at -= length;
                left.AsSpan(start, length).CopyTo(reversed[at..]);
            }
        });
    }

    private int Back(int start, int context)
    {
        var first = Array.BinarySearch(_characters, start) is >= 0 and var exact ? exact : ~Array.BinarySearch(_characters, start);
        var from = first - context <= 0 ? 0 : _characters[first - context];
        return Whole(Math.Max(from, start - (context * MaxUnits)));
    }

    private int Forth(int end, int context)
    {
        var next = Array.BinarySearch(_characters, end) is >= 0 and var exact ? exact : ~Array.BinarySearch(_characters, end);
        // Inside a character, the rest of it counts as the first.
        var last = next + context - (next < _characters.Length && _characters[next] == end ? 0 : 1);
        var to = last >= _characters.Length ? _text.Length : _characters[last];
        return Whole(Math.Min(Math.Max(to, end), end + (context * MaxUnits)));
    }

    private int Whole(int at) => at > 0 && at < _text.Length && char.IsLowSurrogate(_text[at]) && char.IsHighSurrogate(_text[at - 1]) ? at + 1 : at;

    private string Line(int from, int to) => string.Create(to - from, (_text, from), static (line, source) =>
    {
        source._text.AsSpan(source.from, line.Length).CopyTo(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsControl(line[i]) || line[i] is '\u2028' or '\u2029')
            {
                line[i] = ' ';
            }
        }
    });
}

/// <summary>A keyword in its context.</summary>
/// <param name="Left">What stands before it.</param>
/// <param name="Keyword">As it stands in the text.</param>
/// <param name="Right">What stands behind it.</param>
/// <param name="LeftCut">Whether the text begins further to the left.</param>
/// <param name="RightCut">Whether the text goes on to the right.</param>
public readonly record struct KeywordLine(string Left, string Keyword, string Right, bool LeftCut, bool RightCut);
