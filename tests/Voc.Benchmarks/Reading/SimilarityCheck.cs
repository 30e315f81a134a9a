using System.Diagnostics;
using System.Text;
using CsvHelper;
using Voc.Analysis;

namespace Voc.Benchmarks.Reading;

/// <summary>
/// Whether texts that are identical after plain normalisation (NFKC, lower case, letters and digits alone) have the same wording, how
/// many more texts share one, whether authored pairs are told apart, and what finding the wording costs.
/// </summary>
internal static class SimilarityCheck
{
    private const string Pairs = "tests/Voc.Analysis.Tests/Similarity/Specs/Similar.md";
    private const int Rounds = 5;

    /// <summary>Measures.</summary>
    /// <param name="directory">Folder of CSV files, UTF-8 with a header.</param>
    /// <param name="column">Column of the text.</param>
    public static void Run(string directory, string column)
    {
        var analyzer = Analyzer.LoadDefault();
        var texts = Directory.GetFiles(directory, "*.csv").Order(StringComparer.Ordinal).SelectMany(file => Read(file, column)).ToList();
        Copies(analyzer, texts);
        Authored(analyzer);
        Cost(analyzer, texts);
    }

    private static void Copies(Analyzer analyzer, List<string> texts)
    {
        long[] wordings = [.. texts.Select(analyzer.Wording)];
        var copies = texts.Index().Where(t => Plain(t.Item).Length > 0).GroupBy(t => Plain(t.Item), t => t.Index).Where(g => g.Count() > 1).ToList();
        var whole = copies.Count(copy => copy.All(i => wordings[i] != 0 && wordings[i] == wordings[copy.First()]));
        var grouped = wordings.Where(w => w != 0).GroupBy(w => w).Where(g => g.Count() > 1).Sum(g => g.Count());
        Console.WriteLine($"{texts.Count:N0} texts; {copies.Count:N0} identical after normalisation, {copies.Sum(c => c.Count()):N0} texts; {whole:N0} of these whole in one group");
        Console.WriteLine($"{grouped:N0} texts are in a group with another");
    }

    private static void Authored(Analyzer analyzer)
    {
        var (same, different) = (Section("Same"), Section("Different"));
        var (found, mistaken) = (same.Count(p => AreSimilar(analyzer, p)), different.Where(p => AreSimilar(analyzer, p)).ToList());
        Console.WriteLine($"authored pairs: {found} of {same.Count} nearly the same found; {mistaken.Count} of {different.Count} others taken for the same; precision {(double)found / (found + mistaken.Count):F3}");
        mistaken.ForEach(p => Console.WriteLine($"  {p.One} | {p.Other}"));
    }

    private static bool AreSimilar(Analyzer analyzer, (string One, string Other) pair) =>
        analyzer.Wording(pair.One) is var wording and not 0 && wording == analyzer.Wording(pair.Other);

    private static List<(string One, string Other)> Section(string heading) =>
        [.. File.ReadLines(Pairs).SkipWhile(l => l != "## " + heading).Skip(1).TakeWhile(l => !l.StartsWith('#'))
            .Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[1], cells[2]))];

    /// <summary>What it takes of the whole reading of a text, of which it is a part.</summary>
    private static void Cost(Analyzer analyzer, List<string> texts)
    {
        Time(texts, t => analyzer.Analyze(t));
        var wording = Enumerable.Range(0, Rounds).Min(_ => Time(texts, t => analyzer.Wording(t)));
        var whole = Enumerable.Range(0, Rounds).Min(_ => Time(texts, t => analyzer.Analyze(t)));
        Console.WriteLine($"{wording:F1} µs a text, of {whole:F1} µs for reading it; {texts.Average(t => t.Length):F0} characters each, best of {Rounds} rounds");
    }

    private static double Time(List<string> texts, Action<string> read)
    {
        var started = Stopwatch.GetTimestamp();
        texts.ForEach(read);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / texts.Count;
    }

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().Where(r => Rune.IsLetterOrDigit(r)));

    private static IEnumerable<string> Read(string file, string column)
    {
        using var csv = CsvReader.Create(new StreamReader(file), new CsvReaderOptions { HasHeader = false });
        csv.Read();
        string[] header = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i) ?? "")];
        var text = Array.IndexOf(header, column);
        if (text < 0)
        {
            throw new InvalidDataException($"{file} has the columns {string.Join(", ", header)}; name the one of the text with --text.");
        }
        while (csv.Read())
        {
            yield return csv.GetString(text) ?? "";
        }
    }
}
