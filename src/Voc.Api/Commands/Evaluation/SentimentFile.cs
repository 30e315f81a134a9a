using System.Globalization;
using Voc.Analysis.Learning;

namespace Voc.Api.Commands.Evaluation;

/// <summary>Reads texts with their sentiment: by name, as −1, 0 and 1, or as stars from 1 to 5.</summary>
internal static class SentimentFile
{
    private static readonly Dictionary<string, SentimentLabel> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["positive"] = SentimentLabel.Positive,
        ["neutral"] = SentimentLabel.Neutral,
        ["negative"] = SentimentLabel.Negative,
        ["ポジティブ"] = SentimentLabel.Positive,
        ["ニュートラル"] = SentimentLabel.Neutral,
        ["中立"] = SentimentLabel.Neutral,
        ["ネガティブ"] = SentimentLabel.Negative,
    };

    /// <summary>The usable rows; others are told on standard error.</summary>
    /// <exception cref="ClassifierInputException">The file cannot be read, lacks a column, holds no usable row, or its labels are of another kind.</exception>
    public static List<LabelledText> Read(FileInfo file, string text, string? label)
    {
        var input = new ClassifierInput(label is null ? [("--text", text)] : [("--text", text), ("--label", label)]);
        var rows = input.Read(file).Select(row => row.Cells).ToList();
        if (rows.Count == 0)
        {
            throw new ClassifierInputException(file.Name, new("使える行がありません。", "There is no row that can be used."));
        }

        if (label is null)
        {
            return rows.ConvertAll(cells => new LabelledText(cells[0]));
        }

        var hasStars = !rows.Exists(cells => Number(cells[1]) <= 0) && rows.Exists(cells => Number(cells[1]) > 1);
        return rows.ConvertAll(cells => new LabelledText(cells[0], Label(cells[1], hasStars) ?? throw new ClassifierInputException(file.Name, new(
            $"列「{label}」の「{cells[1]}」は感情のラベルではありません。positive・neutral・negative、-1・0・1、または星の数 1～5 にしてください。",
            $"'{cells[1]}' in column '{label}' is no label of sentiment. Use positive, neutral and negative, or -1, 0 and 1, or stars from 1 to 5."))));
    }

    private static SentimentLabel? Label(string cell, bool stars) =>
        Names.TryGetValue(cell.Trim(), out var label) ? label
        : Number(cell) is not { } number || number is not (>= -1 and <= 5) ? null
        : (SentimentLabel)Math.Sign(stars ? number - 3 : number);

    private static double? Number(string cell) =>
        double.TryParse(cell.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
