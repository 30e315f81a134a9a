using System.Globalization;
using System.Text;
using Voc.Analysis.Morphology;

namespace Voc.Analysis.Spelling;

/// <summary>Numbers of a word in the other script: 三回 and 3回, 十五分 and 15分, 一つ and 1つ.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Units = "十百千";
    private const int Highest = 99_999_999;

    /// <summary>The word with its first number in the other script, or nothing.</summary>
    public static IEnumerable<string> Of(string word, Tokenizer tokenizer)
    {
        var arabic = word.AsSpan().IndexOfAnyInRange('0', '9');
        if (arabic >= 0)
        {
            return Kanji(word, arabic) is { } kanji ? [kanji] : [];
        }
        return Arabic(word, tokenizer) is { } other ? [other] : [];
    }

    private static string? Kanji(string word, int start)
    {
        var end = start;
        while (end < word.Length && char.IsAsciiDigit(word[end]))
        {
            end++;
        }
        return IsInCode(word, start, end) || word[start] == '0' || !int.TryParse(word.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > Highest
            ? null
            : word[..start] + Write(number) + word[end..];
    }

    private static string? Arabic(string word, Tokenizer tokenizer)
    {
        foreach (var token in tokenizer.Tokenize(word))
        {
            var counts = token.Word is { PartOfSpeech: "名詞", Detail1: "数" } || word.AsSpan(token.Start, token.Length) is [_, 'つ'];
            if (counts && IsNumeral(word[token.Start]))
            {
                var end = token.Start;
                while (end < word.Length && IsNumeral(word[end]))
                {
                    end++;
                }
                return !IsInCode(word, token.Start, end) && Read(word.AsSpan(token.Start, end - token.Start)) is { } number
                    ? string.Create(CultureInfo.InvariantCulture, $"{word[..token.Start]}{number}{word[end..]}")
                    : null;
            }
        }
        return null;
    }

    private static bool IsNumeral(char c) => Digits.Contains(c, StringComparison.Ordinal) || Units.Contains(c, StringComparison.Ordinal) || c == '万';

    /// <summary>A number within a code is no quantity.</summary>
    private static bool IsInCode(string word, int start, int end) => (start > 0 && IsCode(word[start - 1])) || (end < word.Length && IsCode(word[end]));

    private static bool IsCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ',' or ':' or '/';

    /// <summary>The number of 二千二十五 or of 二〇二五, or null.</summary>
    private static int? Read(ReadOnlySpan<char> kanji)
    {
        if (kanji.Length > 16)
        {
            return null;
        }
        var (tenThousands, sum, digit) = (0L, 0L, -1L);
        foreach (var c in kanji)
        {
            var value = Digits.IndexOf(c, StringComparison.Ordinal);
            if (value >= 0)
            {
                digit = digit < 0 ? value : (digit * 10) + value;
            }
            else if (c == '万')
            {
                tenThousands = 10_000 * Math.Max(1, sum + Math.Max(0, digit));
                (sum, digit) = (0, -1);
            }
            else
            {
                sum += Math.Max(1, digit) * (Units.IndexOf(c, StringComparison.Ordinal) switch { 0 => 10, 1 => 100, _ => 1000 });
                digit = -1;
            }
        }
        var number = tenThousands + sum + Math.Max(0, digit);
        return number is > 0 and <= Highest ? (int)number : null;
    }

    private static string Write(int number)
    {
        var text = new StringBuilder();
        if (number >= 10_000)
        {
            text.Append(Write(number / 10_000)).Append('万');
            number %= 10_000;
        }
        for (var (unit, value) = (2, 1000); value >= 1; unit--, value /= 10)
        {
            var digit = number / value % 10;
            if (digit > 1 || (digit == 1 && value == 1))
            {
                text.Append(Digits[digit]);
            }
            if (digit > 0 && unit >= 0)
            {
                text.Append(Units[unit]);
            }
        }
        return text.ToString();
    }
}
