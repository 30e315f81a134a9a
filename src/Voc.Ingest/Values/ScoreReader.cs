using System.Globalization;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Values;

/// <summary>What stands in a cell for a score.</summary>
public enum ScoreCell
{
    /// <summary>A score.</summary>
    Score,

    /// <summary>Nothing, or a sign for no answer.</summary>
    NoAnswer,

    /// <summary>Something that is neither.</summary>
    Unreadable,
}

/// <summary>
/// Reads scores as survey tools and review sites write them: numbers with full-width digits or thousands separators, a number with its label
/// (「10 - とても満足」), stars (★★★★☆), 「4 / 5」, and the usual words of a five-point scale of satisfaction.
/// </summary>
public static partial class ScoreReader
{
    private const int MaxLength = 100;

    private static readonly HashSet<string> NoAnswers = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "--", "ー", "―", "n/a", "na", "#n/a", "null", "none", "なし", "無し", "無回答", "未回答", "未記入", "未評価", "回答なし", "回答しない", "該当なし", "わからない", "分からない",
    };

    private static readonly Dictionary<string, double> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["とても満足"] = 5,
        ["大変満足"] = 5,
        ["非常に満足"] = 5,
        ["満足"] = 4,
        ["やや満足"] = 4,
        ["まあ満足"] = 4,
        ["普通"] = 3,
        ["ふつう"] = 3,
        ["どちらでもない"] = 3,
        ["どちらともいえない"] = 3,
        ["どちらとも言えない"] = 3,
        ["不満"] = 2,
        ["やや不満"] = 2,
        ["とても不満"] = 1,
        ["大変不満"] = 1,
        ["非常に不満"] = 1,
        ["very satisfied"] = 5,
        ["satisfied"] = 4,
        ["somewhat satisfied"] = 4,
        ["neutral"] = 3,
        ["neither satisfied nor dissatisfied"] = 3,
        ["dissatisfied"] = 2,
        ["somewhat dissatisfied"] = 2,
        ["very dissatisfied"] = 1,
    };

    /// <summary>Reads a cell.</summary>
    /// <param name="value">The cell or field.</param>
    /// <param name="score">The score, 0 where there is none.</param>
    public static ScoreCell Read(string? value, out double score)
    {
        score = 0;
        if (string.IsNullOrWhiteSpace(value))
        {
            return ScoreCell.NoAnswer;
        }

        if (value.Length > MaxLength)
        {
            return ScoreCell.Unreadable;
        }

        var folded = FoldedValue.Fold(value);
        return NoAnswers.Contains(folded) ? ScoreCell.NoAnswer
            : TryReadNumber(folded, out score) || TryReadStars(folded, out score) || Words.TryGetValue(folded, out score) ? ScoreCell.Score
            : ScoreCell.Unreadable;
    }

    private static bool TryReadNumber(string value, out double score)
    {
        score = 0;
        var match = LabelledNumber().Match(value);
        return match.Success && double.TryParse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out score);
    }

    private static bool TryReadStars(string value, out double score)
    {
        score = value.Count(c => c is '★' or '⭐');
        return score > 0 && value.All(c => c is '★' or '☆' or '⭐' or ' ');
    }

    [GeneratedRegex("""^(?:★|☆|星|評価)?\s*(?<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,9})?)(?:$|\s*(?:点|つ星?|/\s*\d{1,3}|[-:.、。,=~(]|\s)(?![\d]).*$)""", RegexOptions.Singleline)]
    private static partial Regex LabelledNumber();
}
