using System.Globalization;
using System.Text;

namespace Voc.Analysis.Similarity;

/// <summary>
/// Reduces a normalised text to the characters that can make a difference: letters in lower case, digits, and the few marks that say
/// something by themselves. What stands between two digits stays as one mark, so that 1.5 is not 15; commas of thousands go.
/// </summary>
internal static class CharacterKey
{
    /// <summary>Stands in a key where words deny; written by <see cref="MeaningKey"/>.</summary>
    public const char Denial = '¬';

    /// <summary>Stands in a key where words command.</summary>
    public const char Command = '↯';

    private const char Between = '·';
    private const string Telling = "○◯⭕×✕✖❌✅△▲▽▼↑↓→←<>=±%°¬↯";
    private static readonly Rune[] TellingPictures = [.. "👍👎🙆🙅".EnumerateRunes()];

    /// <summary>Appends the key of a text.</summary>
    /// <param name="normalized">The text, from <see cref="Text.NormalizedText"/>.</param>
    /// <param name="key">Receives the key.</param>
    public static void Append(ReadOnlySpan<char> normalized, StringBuilder key)
    {
        var gap = 0;
        for (var at = 0; at < normalized.Length;)
        {
            Rune.DecodeFromUtf16(normalized[at..], out var rune, out var length);
            if (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune))
            {
                if (gap > 0 && Last(key) is >= '0' and <= '9' && Rune.IsDigit(rune) && !IsThousands(normalized, at, gap))
                {
                    key.Append(Between);
                }
                Append(Rune.ToLowerInvariant(rune), key);
                gap = 0;
            }
            else if (Tells(rune, normalized[(at + length)..], key, gap))
            {
                Append(rune, key);
                gap = 0;
            }
            else
            {
                gap += length;
            }
            at += length;
        }
    }

    private static bool Tells(Rune rune, ReadOnlySpan<char> after, StringBuilder key, int gap) => rune.Value switch
    {
        // 「できる？」 asks what 「できる」 states; after 「か」 the mark adds nothing.
        '?' => Last(key) is not ('?' or 'か' or 'な'),
        '-' or '−' => after is [>= '0' and <= '9', ..] && (key.Length == 0 || gap > 0 || !IsLatinOrDigit(Last(key))),
        _ => rune.IsBmp ? Telling.Contains((char)rune.Value, StringComparison.Ordinal) : TellingPictures.Contains(rune),
    };

    private static void Append(Rune rune, StringBuilder key)
    {
        Span<char> units = stackalloc char[2];
        key.Append(units[..rune.EncodeToUtf16(units)]);
    }

    private static bool IsLatinOrDigit(char c) => char.IsAsciiLetterOrDigit(c);

    private static char Last(StringBuilder key) => key.Length == 0 ? '\0' : key[^1];

    /// <summary>Whether a comma alone, and three digits after it, make one number of what stands on both sides.</summary>
    private static bool IsThousands(ReadOnlySpan<char> text, int at, int gap) =>
        gap == 1 && text[at - 1] == ',' && at + 3 <= text.Length && text.Slice(at, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 3 == text.Length || CharUnicodeInfo.GetUnicodeCategory(text[at + 3]) != UnicodeCategory.DecimalDigitNumber);
}
