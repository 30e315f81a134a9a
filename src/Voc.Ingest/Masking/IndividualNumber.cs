namespace Voc.Ingest.Masking;

/// <summary>
/// Japanese individual numbers (My Number): twelve digits, the last a check digit by the weights of the ministerial ordinance
/// of 2014 on individual numbers.
/// </summary>
internal static class IndividualNumber
{
    /// <summary>Whether digits in these groups are an individual number; where the text says that they are one, a typing error in them does not matter.</summary>
    public static bool IsIndividualNumber(ReadOnlySpan<char> digits, ReadOnlySpan<DigitGroup> groups, bool labelled) =>
        digits.Length == 12
        && (groups.Length == 1 || (groups.Length == 3 && groups[0].Length == 4 && groups[1].Length == 4))
        && (labelled || HasCheckDigit(digits));

    private static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var n = 1; n <= 11; n++)
        {
            sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        }

        var rest = sum % 11;
        return digits[11] - '0' == (rest <= 1 ? 0 : 11 - rest);
    }
}
