namespace Voc.Ingest.Masking;

/// <summary>The Japanese numbering plan, as far as its forms go: 10 digits for subscribers, toll-free 0120 and 0570, 11 for mobile, IP and 0800.</summary>
internal static class PhoneNumber
{
    /// <summary>Whether digits in these groups are a number dialled within Japan.</summary>
    public static bool IsDomestic(ReadOnlySpan<char> digits, ReadOnlySpan<DigitGroup> groups) =>
        IsPlanned(digits) && groups.Length switch
        {
            1 => true,
            2 => groups[0].Length is >= 2 and <= 5 || (groups[1].Length == 4 && groups[0].Length is 6 or 7),
            3 => groups[0].Length is >= 2 and <= 5 && groups[1].Length is >= 1 and <= 4 && groups[2].Length is 3 or 4,
            _ => false,
        };

    /// <summary>Whether digits after a plus sign are a number: a Japanese one, or a foreign one of plausible length in groups.</summary>
    public static bool IsInternational(ReadOnlySpan<char> digits, int groups)
    {
        if (!digits.StartsWith("81"))
        {
            return digits is [not '0', ..] && digits.Length <= 15 && digits.Length >= (groups > 2 ? 8 : 10);
        }

        var national = digits[2..];
        Span<char> dialled = stackalloc char[DigitGroup.MaxDigits + 1];
        dialled[0] = '0';
        national = national.StartsWith("0") ? national[1..] : national;
        national.CopyTo(dialled[1..]);
        return IsPlanned(dialled[..(national.Length + 1)]);
    }

    /// <summary>Whether the groups have the form of a number without area code.</summary>
    public static bool IsLocal(ReadOnlySpan<DigitGroup> groups) =>
        groups.Length == 2 && groups[0].Length is >= 2 and <= 4 && groups[1].Length == 4;

    private static bool IsPlanned(ReadOnlySpan<char> digits) => digits.Length switch
    {
        10 => digits[0] == '0' && digits[1] != '0' && digits[2] != '0',
        11 => digits[0] == '0' && ((digits[2] == '0' && digits[1] is '2' or '5' or '6' or '7' or '8' or '9') || digits.StartsWith("0800")),
        _ => false,
    };
}
