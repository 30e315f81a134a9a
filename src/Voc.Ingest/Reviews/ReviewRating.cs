using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Reviews;

/// <summary>Reads ratings in the ways sites write them and brings them to a scale from 1 to 5.</summary>
public static partial class ReviewRating
{
    private const int MaximumLength = 200;

    /// <summary>Brings the values of schema.org to a scale from 1 to 5 in a straight line.</summary>
    /// <param name="value"><c>ratingValue</c>.</param>
    /// <param name="best"><c>bestRating</c>; 5 where it is missing or no number.</param>
    /// <param name="worst"><c>worstRating</c>; 1 where it is missing or no number.</param>
    /// <returns>1 to 5, or null where the value cannot be read or lies outside its scale.</returns>
    public static double? Normalize(string? value, string? best, string? worst)
    {
        if (best is null && worst is null)
        {
            return Parse(value);
        }

        return Number(value) is { } number ? Scale(number, Number(worst) ?? 1, Number(best) ?? 5) : null;
    }

    /// <summary>
    /// Reads a rating from text: <c>4.5</c>, <c>４</c>, <c>★★★★☆</c>, <c>星4つ</c>, <c>8/10</c>, <c>5つ星のうち4.0</c>,
    /// <c>100点満点中80点</c>, <c>4 out of 5</c>, <c>80%</c>.
    /// </summary>
    /// <returns>1 to 5, or null where there is no rating or it lies outside its scale.</returns>
    public static double? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaximumLength)
        {
            return null;
        }

        var normal = StorableText.Clean(text).Normalize(NormalizationForm.FormKC).Trim();
        if (Number(normal) is { } number)
        {
            return Scale(number, 1, 5);
        }

        if (Percent().Match(normal) is { Success: true } percent)
        {
            return Scale(Value(percent, 1), 0, 100);
        }

        if (BestFirst().Match(normal) is { Success: true } bestFirst)
        {
            return Scale(Value(bestFirst, 2), Worst(Value(bestFirst, 1)), Value(bestFirst, 1));
        }

        if (BestLast().Match(normal) is { Success: true } bestLast)
        {
            return Scale(Value(bestLast, 1), Worst(Value(bestLast, 2)), Value(bestLast, 2));
        }

        return Stars(normal) ?? (FirstNumber().Match(normal) is { Success: true } first ? Scale(Value(first, 1), 1, 5) : null);
    }

    private static double? Stars(string text)
    {
        var full = text.Count(c => c is '★' or '⭐');
        var empty = text.Count(c => c == '☆');
        var half = text.Contains('⯨', StringComparison.Ordinal) || text.Contains("1⁄2", StringComparison.Ordinal) ? 0.5 : 0;
        return full + empty > 1 && full + empty <= 10 ? Scale(full + half, 1, Math.Max(5, full + empty)) : null;
    }

    /// <summary>Scales of a hundred points start at nothing; short ones start at one.</summary>
    private static double Worst(double best) => best > 10 ? 0 : 1;

    private static double? Scale(double value, double worst, double best)
    {
        if (!(best > worst) || !(value >= worst - 1e-9 && value <= best + 1e-9))
        {
            return null;
        }

        return Math.Clamp(Math.Round(1 + (4 * (value - worst) / (best - worst)), 2), 1, 5);
    }

    private static double? Number(string? text) =>
        text is { Length: > 0 and <= MaximumLength } && double.TryParse(
            StorableText.Clean(text).Normalize(NormalizationForm.FormKC).Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static double Value(Match match, int group) => double.Parse(match.Groups[group].ValueSpan.ToString().Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d{1,3}(?:[.,]\d{1,3})?)\s*%", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"(\d{1,3})\s*(?:つ星のうち|段階中|段階評価で|点満点中|点満点で|点中)\D{0,5}(\d{1,3}(?:[.,]\d{1,3})?)", RegexOptions.CultureInvariant)]
    private static partial Regex BestFirst();

    [GeneratedRegex(@"(\d{1,3}(?:[.,]\d{1,3})?)\s*点?\s*(?:/|／|out of|of)\s*(\d{1,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BestLast();

    [GeneratedRegex(@"(\d{1,3}(?:[.,]\d{1,3})?)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstNumber();
}
