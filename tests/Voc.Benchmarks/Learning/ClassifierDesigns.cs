using System.Diagnostics;
using CsvHelper;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;

namespace Voc.Benchmarks.Learning;

/// <summary>How designs of the text classifier compare on a labelled CSV: accuracy, macro-F1, seconds of training.</summary>
internal static class ClassifierDesigns
{
    /// <summary>Labels of fewer texts in the training files are too few to be learned or measured; they count in all but the last column.</summary>
    private const int Learnable = 5;

    private static readonly (string Name, TextClassifierOptions Options)[] All =
    [
        ("default: characters 1-3 and words, weighted, squared hinge", new()),
        ("default with softmax", new() { Loss = Loss.Softmax, Cost = 20 }),
        ("default with logistic one-vs-rest", new() { Loss = Loss.Logistic, Cost = 20 }),
        ("default without balance", new() { Balance = 0 }),
        ("default without label weighting", new() { FavourTelling = 0 }),
        ("default without any weighting", new() { FavourTelling = 0, FavourRare = false }),
        ("characters 1-3, weighted, squared hinge", new() { Words = 0 }),
        ("characters 1-5, weighted, squared hinge", new() { Characters = 5, Words = 0 }),
        ("characters 1-5, unweighted, squared hinge", new() { Characters = 5, Words = 0, FavourTelling = 0, FavourRare = false, Balance = 0 }),
        ("words, weighted, squared hinge", new() { Characters = 0 }),
        ("words, inverse document frequency, softmax", new() { Characters = 0, FavourTelling = 0, Loss = Loss.Softmax, Cost = 10, Balance = 0 }),
    ];

    /// <summary>Trains and tests every design.</summary>
    /// <param name="trainingFiles">Paths of files to learn from, UTF-8 with a header, separated by commas.</param>
    /// <param name="testFile">Path of the file to test on, of texts that the others do not hold.</param>
    /// <param name="textColumn">Column of the text.</param>
    /// <param name="labelColumn">Column of the label.</param>
    public static void Run(string trainingFiles, string testFile, string textColumn, string labelColumn)
    {
        var tokenizer = Tokenizer.Load();
        var training = trainingFiles.Split(',').SelectMany(file => Rows(file, textColumn, labelColumn)).ToList();
        var test = Rows(testFile, textColumn, labelColumn).ToList();
        var counts = training.CountBy(row => row.Label).ToDictionary();
        TextClassifier.Train(training.Take(500).ToList(), tokenizer); // Warms up the compiler.
        Console.WriteLine($"{training.Count} texts of {counts.Count} labels to learn from, {test.Count} to test on");
        Console.WriteLine($"| {"Design",-58} | cross-val. accuracy / macro-F1 | test accuracy | test macro-F1 | of labels with {Learnable}+ | confidence | training s |");
        foreach (var (name, options) in All)
        {
            var started = Stopwatch.GetTimestamp();
            var trained = TextClassifier.Train(training, tokenizer, options);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var answers = test.Select(row => (row.Label, Answer: trained.Classifier.Classify(row.Text))).ToList();
            var quality = LabelScores.Of(answers.Select(a => (a.Label, a.Answer.Label)));
            var learnable = quality.Labels.Where(l => counts.GetValueOrDefault(l.Label) >= Learnable).Average(l => l.F1);
            Console.WriteLine(
                $"| {name,-58} | {trained.Quality.Accuracy.Value:F3} / {trained.Quality.MacroF1.Value:F3} | {quality.Accuracy.Value:F3} | {quality.MacroF1.Value:F3} | {learnable:F3} | {answers.Average(a => a.Answer.Confidence):F3} | {seconds:F1} |");
            if (options == new TextClassifierOptions())
            {
                Details(quality, answers.Select(a => (a.Answer.Confidence, a.Label == a.Answer.Label)), test, trained.Classifier);
            }
        }
    }

    private static void Details(LabelScores quality, IEnumerable<(double Confidence, bool Right)> answers, List<TrainingText> test, TextClassifier classifier)
    {
        foreach (var label in quality.Labels)
        {
            Console.WriteLine($"    {label.Label}: {label.Count} texts, precision {label.Precision:F3}, recall {label.Recall:F3}, F1 {label.F1:F3}");
        }

        var bins = answers.GroupBy(a => Math.Min(9, (int)(a.Confidence * 10))).OrderBy(bin => bin.Key).ToList();
        foreach (var bin in bins)
        {
            Console.WriteLine($"    confidence {bin.Key / 10.0:F1} up: {bin.Count()} texts, said {bin.Average(a => a.Confidence):F3}, right {bin.Average(a => a.Right ? 1.0 : 0):F3}");
        }

        var error = bins.Sum(bin => Math.Abs(bin.Average(a => a.Confidence) - bin.Average(a => a.Right ? 1.0 : 0)) * bin.Count()) / quality.Texts;
        var started = Stopwatch.GetTimestamp();
        foreach (var row in test)
        {
            classifier.Classify(row.Text);
        }

        using var file = new MemoryStream();
        classifier.Save(file);
        Console.WriteLine($"    expected calibration error {error:F3}; {test.Count / Stopwatch.GetElapsedTime(started).TotalSeconds:F0} texts a second on one core; model of {file.Length / 1e6:F1} MB");
    }

    private static IEnumerable<TrainingText> Rows(string file, string textColumn, string labelColumn)
    {
        using var csv = CsvReader.Create(new StreamReader(file), new CsvReaderOptions { HasHeader = false });
        csv.Read();
        string[] header = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i) ?? "")];
        var (text, label) = (Array.IndexOf(header, textColumn), Array.IndexOf(header, labelColumn));
        if (text < 0 || label < 0)
        {
            throw new InvalidDataException($"{file} has the columns {string.Join(", ", header)}.");
        }

        while (csv.Read())
        {
            yield return new(csv.GetString(text) ?? "", csv.GetString(label) ?? "");
        }
    }
}
