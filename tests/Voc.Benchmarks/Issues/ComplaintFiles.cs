using System.Globalization;
using CsvHelper;
using Voc.Analysis;
using Voc.Analysis.Morphology;

namespace Voc.Benchmarks.Issues;

/// <summary>Reads the yearly files of complaints and analyses their texts once.</summary>
internal static class ComplaintFiles
{
    private static readonly string[] Columns = ["受付日", "通称名", "不具合装置", "申告内容の要約"];

    /// <summary>All complaints in order of day, those of one day in the order of the files.</summary>
    public static IReadOnlyList<Complaint> Read(string folder)
    {
        var rows = Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(Rows).ToList();
        var analyzer = Analyzer.LoadDefault();
        return [.. rows.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select((row, i) => new Complaint(
            i + 1, row.Day, row.Product, row.Label, row.Text, analyzer.Analyze(row.Text), Nouns(analyzer.Tokenizer, row.Text)))
            .AsSequential().OrderBy(c => c.Day).ThenBy(c => c.Row)];
    }

    private static List<(DateOnly Day, string Product, string Label, string Text)> Rows(string file)
    {
        using var csv = CsvReader.Create(new StreamReader(file), new CsvReaderOptions { HasHeader = false });
        csv.Read();
        string[] header = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i) ?? "")];
        int[] columns = [.. Columns.Select(name => Array.IndexOf(header, name))];
        if (columns.Contains(-1))
        {
            throw new InvalidDataException($"{file} has the columns {string.Join(", ", header)}; it needs {string.Join(", ", Columns)}.");
        }
        var rows = new List<(DateOnly, string, string, string)>();
        while (csv.Read())
        {
            string[] cells = [.. columns.Select(c => csv.GetString(c) ?? "")];
            rows.Add((DateOnly.ParseExact(cells[0], "yyyy年MM月dd日", CultureInfo.InvariantCulture), cells[1], cells[2], cells[3]));
        }
        return rows;
    }

    private static IReadOnlyList<string> Nouns(Tokenizer tokenizer, string text)
    {
        var tokens = new List<Token>();
        tokenizer.Tokenize(text, TokenizeMode.Normal, tokens);
        return [.. tokens.Where(t => t.Word.PartOfSpeech == "名詞").Select(t => t.Surface(text).ToString()).Where(n => n.Length > 1).Distinct()];
    }
}
