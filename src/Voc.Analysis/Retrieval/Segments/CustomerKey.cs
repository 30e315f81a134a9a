using System.Globalization;
using System.Runtime.InteropServices;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Customers as numbers. A pseudonym is <c>c-</c> and 16 hexadecimal digits, which are the number; anything else is kept by its
/// hash, so that only the whole of it is found. No customer is 0.
/// </summary>
internal static class CustomerKey
{
    private const int Digits = 16;

    public static ulong Of(string? customer)
    {
        if (string.IsNullOrEmpty(customer))
        {
            return 0;
        }
        return TryDigits(customer, Digits, out var first, out _) ? Math.Max(1, first) : TermHash.Of(MemoryMarshal.AsBytes(FieldValue.CanonicalOf(customer).AsSpan())) | 1;
    }

    /// <summary>What customers match who begin like this.</summary>
    public static Func<ulong, bool> StartingWith(string prefix)
    {
        if (prefix is "" or "c" or "c-")
        {
            return customer => customer != 0;
        }
        return TryDigits(prefix, Math.Min(Digits, prefix.Length - 2), out var first, out var last) ? customer => customer != 0 && customer >= first && customer <= last : _ => false;
    }

    private static bool TryDigits(string text, int digits, out ulong first, out ulong last)
    {
        (first, last) = (0, 0);
        if (digits < 1 || text.Length != digits + 2 || !text.StartsWith("c-", StringComparison.Ordinal)
            || !ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }
        var open = 4 * (Digits - digits);
        first = number << open;
        last = first | ((1UL << open) - 1);
        return true;
    }
}
