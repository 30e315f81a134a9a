using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Voc.Analysis.Retrieval;

/// <summary>An opinion as researchers count it: what is said of what.</summary>
/// <param name="Target">What it is about, or null where the text leaves it out.</param>
/// <param name="Expression">What is said of it.</param>
/// <param name="Polarity">-1, 0 or 1.</param>
public readonly record struct OpinionPair(string? Target, string Expression, int Polarity)
{
    private const char Between = '/';

    // NFKC leaves no full-width stroke in a normalised word, so that it can stand for the one the key is divided by.
    private const char Inside = '／';

    /// <summary>The form it is stored in: <c>target/expression/polarity</c>, without tabs.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Escape(Target ?? "")}{Between}{Escape(Expression)}{Between}{Polarity}");

    /// <summary>Reads a key.</summary>
    /// <param name="key">Made by <see cref="Key"/>.</param>
    /// <param name="pair">The pair, where it is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? key, out OpinionPair pair)
    {
        pair = default;
        var parts = (key ?? "").Split(Between);
        if (parts.Length != 3 || parts[1].Length == 0 || !int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var polarity) || polarity is < -1 or > 1)
        {
            return false;
        }
        pair = new OpinionPair(parts[0].Length == 0 ? null : Unescape(parts[0]), Unescape(parts[1]), polarity);
        return true;
    }

    /// <summary>What stands for all opinions of a target, <c>target//</c>, or for those of one polarity, <c>target//-1</c>.</summary>
    public static string KeyOf(string target, int? polarity = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        return string.Create(CultureInfo.InvariantCulture, $"{Escape(target)}{Between}{Between}{polarity}");
    }

    /// <summary>Reads what stands for the opinions of a target.</summary>
    /// <param name="key">Made by <see cref="KeyOf"/>.</param>
    /// <param name="target">The target, where it is one.</param>
    /// <param name="polarity">-1, 0 or 1, or null for any.</param>
    public static bool TryParseTarget([NotNullWhen(true)] string? key, [NotNullWhen(true)] out string? target, out int? polarity)
    {
        (target, polarity) = (null, null);
        if ((key ?? "").Split(Between) is not [{ Length: > 0 } escaped, "", var side] || side is not ("" or "-1" or "0" or "1"))
        {
            return false;
        }
        target = Unescape(escaped);
        polarity = side.Length > 0 ? int.Parse(side, CultureInfo.InvariantCulture) : null;
        return true;
    }

    private static string Escape(string word) => word.Replace(Between, Inside).Replace('\t', ' ');

    private static string Unescape(string word) => word.Replace(Inside, Between);
}
