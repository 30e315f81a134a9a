using System.Diagnostics;
using System.Text.Json;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;
using Voc.Api.Problems;

namespace Voc.Api.Commands;

/// <summary>What <c>classify train</c> prints when it is done; quality is that of cross-validation, 0 to 1.</summary>
internal sealed record TrainingSummary(int Texts, int Labels, long Skipped, double Accuracy, double MacroF1, double Seconds);

/// <summary>The work of <c>classify train</c>.</summary>
internal sealed class ClassifierTrainingRun(IReadOnlyList<FileInfo> files, string textColumn, string labelColumn, FileInfo model) : IProgress<double>
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web);
    private readonly ClassifierInput _input = new([("--text", textColumn), ("--label", labelColumn)]);
    private string _doing = "";
    private double _part;

    public async Task<int> RunAsync(Tokenizer tokenizer, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        TrainedClassifier? trained = null;
        var texts = new List<TrainingText>();
        await ProgressLine.RunAsync(
            () => Task.Run(() =>
            {
                Read(texts, cancellationToken);
                _doing = new LocalizedText($"{texts.Count:N0} 件から学習中", $"Learning from {texts.Count:N0} texts").Say();
                trained = TextClassifier.Train(texts, tokenizer, null, this, cancellationToken);
            }, cancellationToken),
            () => ($"{_doing} {Volatile.Read(ref _part):P0}", Volatile.Read(ref _part)));
        Save(trained!.Classifier);
        Conclude(trained, texts.Count, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return 0;
    }

    void IProgress<double>.Report(double value) => Volatile.Write(ref _part, value);

    private void Read(List<TrainingText> texts, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            _doing = new LocalizedText($"{file.Name} を読み込み中", $"Reading {file.Name}").Say();
            foreach (var (_, cells) in _input.Read(file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Volatile.Write(ref _part, _input.Progress);
                texts.Add(new(cells[0], cells[1].Trim()));
            }
        }
    }

    /// <summary>A model that is there is replaced only once the new one is whole.</summary>
    private void Save(TextClassifier classifier)
    {
        var unfinished = model.FullName + ".unfinished";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                classifier.Save(stream);
            }

            File.Move(unfinished, model.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private void Conclude(TrainedClassifier trained, int given, double seconds)
    {
        var quality = trained.Quality;
        if (trained.Texts < given)
        {
            Console.Error.WriteLine(new LocalizedText($"{given:N0} 件のうち {trained.Texts:N0} 件を抜き出して学習しました。", $"{trained.Texts:N0} of the {given:N0} texts were drawn to learn from.").Say());
        }

        Console.Error.WriteLine(new LocalizedText("交差検証（学習に使わなかった行での結果）:", "Cross-validation (on rows not learned from):").Say());
        foreach (var label in quality.Labels.OrderByDescending(l => l.Count))
        {
            Console.Error.WriteLine(new LocalizedText(
                $"  {label.Label}: {label.Count:N0} 件、適合率 {label.Precision:F2}、再現率 {label.Recall:F2}、F1 {label.F1:F2}",
                $"  {label.Label}: {label.Count:N0} texts, precision {label.Precision:F2}, recall {label.Recall:F2}, F1 {label.F1:F2}").Say());
        }

        Console.Error.WriteLine(new LocalizedText(
            $"{trained.Texts:N0} 件、{trained.Classifier.Labels.Count} ラベルを学習しました。正解率 {quality.Accuracy.Value:P1}、マクロ F1 {quality.MacroF1.Value:F3}（{seconds:F1} 秒）",
            $"Learned {trained.Classifier.Labels.Count} labels from {trained.Texts:N0} texts: accuracy {quality.Accuracy.Value:P1}, macro-F1 {quality.MacroF1.Value:F3} ({seconds:F1} s)").Say());
        Console.WriteLine(JsonSerializer.Serialize(
            new TrainingSummary(trained.Texts, trained.Classifier.Labels.Count, _input.Skipped, Math.Round(quality.Accuracy.Value, 4), Math.Round(quality.MacroF1.Value, 4), Math.Round(seconds, 1)), Line));
    }
}
