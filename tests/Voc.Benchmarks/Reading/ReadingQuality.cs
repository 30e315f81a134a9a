using CsvHelper;
using Voc.Analysis;

namespace Voc.Benchmarks.Reading;

/// <summary>How the labels of the analysis compare with those of a file: accuracy, macro-F1 and the table of confusions.</summary>
internal static class ReadingQuality
{
    private static readonly string[] Labels = ["negative", "neutral", "positive"];

    /// <summary>Reads a CSV.</summary>
    /// <param name="file">Path of the file, UTF-8 with a header.</param>
    /// <param name="textColumn">Column of the text.</param>
    /// <param name="labelColumn">Column of <c>positive</c>, <c>neutral</c> or <c>negative</c>, or null to count labels only.</param>
    public static void Run(string file, string textColumn, string? labelColumn)
    {
        var analyzer = Analyzer.LoadDefault();
        var confusions = new int[Labels.Length, Labels.Length];
        var signs = (Right: 0, All: 0);
        foreach (var (text, label) in Rows(file, textColumn, labelColumn))
        {
            var sentiment = analyzer.Analyze(text).Sentiment;
            var truth = label is null ? 0 : Array.IndexOf(Labels, label);
            if (truth < 0)
            {
                continue;
            }

            confusions[truth, (int)sentiment.Label + 1]++;
            if (truth != 1)
            {
                signs = (signs.Right + ((sentiment.Score > 0) == (truth == 2) ? 1 : 0), signs.All + 1);
            }
        }

        if (labelColumn is null)
        {
            var all = confusions[0, 0] + confusions[0, 1] + confusions[0, 2];
            Console.WriteLine(string.Join(", ", Labels.Select((l, i) => $"{l} {(double)confusions[0, i] / all:P1}")) + $" of {all}");
        }
        else
        {
            Report(confusions, (double)signs.Right / signs.All);
        }
    }

    private static void Report(int[,] confusions, double signs)
    {
        var (right, all, f1) = (0, 0, 0.0);
        for (var truth = 0; truth < Labels.Length; truth++)
        {
            var said = Enumerable.Range(0, Labels.Length).Sum(t => confusions[t, truth]);
            var are = Enumerable.Range(0, Labels.Length).Sum(s => confusions[truth, s]);
            right += confusions[truth, truth];
            all += are;
            f1 += 2.0 * confusions[truth, truth] / Math.Max(1, said + are) / Labels.Length;
            Console.WriteLine($"{Labels[truth],-9} read as negative {confusions[truth, 0]}, neutral {confusions[truth, 1]}, positive {confusions[truth, 2]}");
        }

        Console.WriteLine($"accuracy {(double)right / all:F3}, macro-F1 {f1:F3}, positive against negative {signs:F3}, {all} texts");
    }

    private static IEnumerable<(string Text, string? Label)> Rows(string file, string textColumn, string? labelColumn)
    {
        using var csv = CsvReader.Create(new StreamReader(file), new CsvReaderOptions { HasHeader = false });
        csv.Read();
        var header = Cells(csv);
        var (text, label) = (Array.IndexOf(header, textColumn), labelColumn is null ? -1 : Array.IndexOf(header, labelColumn));
        if (text < 0 || (labelColumn is not null && label < 0))
        {
            throw new InvalidDataException($"{file} has the columns {string.Join(", ", header)}.");
        }

        while (csv.Read())
        {
            var cells = Cells(csv);
            yield return (cells[text], label < 0 ? null : cells[label]);
        }
    }

    private static string[] Cells(CsvReader row) => [.. Enumerable.Range(0, row.FieldCount).Select(i => row.GetString(i) ?? "")];
}
