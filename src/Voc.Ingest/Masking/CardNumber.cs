namespace Voc.Ingest.Masking;

/// <summary>Payment card numbers: the ranges of the large brands (ISO/IEC 7812) and Luhn's check digit (US patent 2,950,048, 1960).</summary>
internal static class CardNumber
{
    public static bool IsCard(ReadOnlySpan<char> digits, ReadOnlySpan<DigitGroup> groups) =>
        HasForm(groups) && IsIssued(digits) && PassesLuhn(digits);

    private static bool HasForm(ReadOnlySpan<DigitGroup> groups) => groups.Length switch
    {
        1 => true,
        3 => groups[0].Length == 4 && groups[1].Length == 6 && groups[2].Length is 4 or 5,
        4 => groups[0].Length == 4 && groups[1].Length == 4 && groups[2].Length == 4 && groups[3].Length == 4,
        5 => groups[0].Length == 4 && groups[1].Length == 4 && groups[2].Length == 4 && groups[3].Length == 4 && groups[4].Length <= 3,
        _ => false,
    };

    private static bool IsIssued(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 13 or > 19)
        {
            return false;
        }

        var four = int.Parse(digits[..4], System.Globalization.CultureInfo.InvariantCulture);
        var two = four / 100;
        return digits.Length switch
        {
            14 => two is 36 or 38 || four is >= 3000 and < 3060,
            15 => two is 34 or 37,
            16 => digits[0] == '4' || two is >= 51 and <= 55 or 65 or 62 || four is (>= 2221 and <= 2720) or (>= 3528 and <= 3589) or 6011 or (>= 6440 and <= 6499),
            _ => digits[0] == '4' || two == 62,
        };
    }

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
