using System.Globalization;

namespace Voc.Analysis.Search;

/// <summary>Reads what a field of numbers, days, identifiers or opinions is asked for.</summary>
internal static class QueryValues
{
    private static readonly string[] Between = ["..", "～", "〜", "~"];

    private static readonly Dictionary<string, int> Polarities = new()
    {
        ["positive"] = 1,
        ["+"] = 1,
        ["1"] = 1,
        ["ポジティブ"] = 1,
        ["肯定"] = 1,
        ["negative"] = -1,
        ["-"] = -1,
        ["-1"] = -1,
        ["ネガティブ"] = -1,
        ["否定"] = -1,
        ["neutral"] = 0,
        ["0"] = 0,
        ["ニュートラル"] = 0,
        ["中立"] = 0,
    };

    /// <summary>The first and last number that a number, or a date of a year, a month or a day, stands for; null where it is none.</summary>
    public static (double First, double Last)? Span(QueryField field, string text)
    {
        if (field.Kind() == QueryFieldKind.Date)
        {
            return Days(text) is { } days ? (days.First.DayNumber, days.Last.DayNumber) : null;
        }
        return QuerySigns.Number(text) is { } number ? (number, number) : null;
    }

    /// <summary>The days of <c>2025</c>, <c>2025-03</c>, <c>2025-03-31</c>; strokes, dots and 年月日 are as good as hyphens.</summary>
    public static (DateOnly First, DateOnly Last)? Days(string text)
    {
        var parts = QueryFields.Normalize(text).Replace('年', '-').Replace('月', '-').Replace("日", "", StringComparison.Ordinal)
            .Replace('/', '-').Replace('.', '-').TrimEnd('-').Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || !parts.All(IsDigits) || parts.Skip(1).Any(p => p.Length > 2))
        {
            return null;
        }
        var (year, month, day) = (Part(parts, 0), Part(parts, 1), Part(parts, 2));
        return (year, month, day) switch
        {
            ( < 1, _, _) => null,
            (_, -1, _) => (new(year, 1, 1), new(year, 12, 31)),
            (_, < 1 or > 12, _) => null,
            (_, _, -1) => (new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month))),
            _ when day < 1 || day > DateTime.DaysInMonth(year, month) => null,
            _ => (new(year, month, day), new(year, month, day)),
        };
    }

    /// <summary>The sign with which a value compares and what follows it; an empty sign for a plain value.</summary>
    public static (string Sign, string Value) Comparison(string text)
    {
        var folded = QueryFields.Fold(text).Replace("≧", ">=", StringComparison.Ordinal).Replace("≦", "<=", StringComparison.Ordinal)
            .Replace("≥", ">=", StringComparison.Ordinal).Replace("≤", "<=", StringComparison.Ordinal);
        foreach (var sign in (string[])[">=", "<=", "=>", "=<", ">", "<", "="])
        {
            if (folded.StartsWith(sign, StringComparison.Ordinal))
            {
                return (sign switch { "=>" => ">=", "=<" => "<=", "=" => "", _ => sign }, folded[sign.Length..].Trim());
            }
        }
        return ("", folded.Trim());
    }

    /// <summary>The two bounds of <c>9..10</c>, or null.</summary>
    public static (string From, string To)? Pair(string text)
    {
        foreach (var between in Between)
        {
            var at = text.IndexOf(between, StringComparison.Ordinal);
            if (at > 0 && at + between.Length < text.Length)
            {
                return (text[..at].Trim(), text[(at + between.Length)..].Trim());
            }
        }
        return null;
    }

    /// <summary>The identifier, greater than 0, or null. A number sign before it is as an issue is called.</summary>
    public static long? Identifier(string text) =>
        long.TryParse(QueryFields.Fold(text).Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and < 1L << 53 ? id : null;

    /// <summary>What of <c>target/expression/polarity</c> is given, the polarity also as a sign before it; null where nothing is.</summary>
    public static OpinionNode? Opinion(string text, int start, int length)
    {
        var folded = QueryFields.Fold(text).Replace('−', '-').Trim();
        int? polarity = folded is ['+' or '-', ..] ? Polarities[folded[..1]] : null;
        var parts = (polarity is null ? folded : folded[1..]).Split('/', StringSplitOptions.TrimEntries).ToList();
        if (parts.Count > 2 && Polarities.TryGetValue(parts[^1].ToLowerInvariant(), out var last))
        {
            polarity = last;
            parts.RemoveAt(parts.Count - 1);
        }
        if (parts.Count > 2 || (parts.All(p => p.Length == 0) && polarity is null))
        {
            return null;
        }
        string? At(int i) => parts[i].Length > 0 ? parts[i] : null;
        return parts.Count == 1
            ? new OpinionNode(At(0), null, null, polarity, start, length)
            : new OpinionNode(null, At(0), At(1), polarity, start, length);
    }

    private static bool IsDigits(string part) => part.Length > 0 && part.All(char.IsAsciiDigit);

    private static int Part(string[] parts, int index) => index < parts.Length ? int.Parse(parts[index], CultureInfo.InvariantCulture) : -1;
}
