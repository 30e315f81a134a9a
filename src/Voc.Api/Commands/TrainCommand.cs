using System.CommandLine;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Api.Problems;

namespace Voc.Api.Commands;

/// <summary><c>voc train</c>: makes the model that comes with the product from the labelled sentences in <c>data</c>.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var directory = new Option<string>("--data-directory") { Description = "Folder with corpus/, lexicon/ and taxonomy/", DefaultValueFactory = _ => ShippedData.Folder() };
        var output = new Option<string>("--model") { Description = "File to write", Required = true };
        var command = new Command("train", "Train the reading of sentiment, intents and topics on the labelled corpus") { directory, output };
        command.SetAction((parsed, cancellationToken) => Refusals.ToldAsync(() => Task.FromResult(Train(parsed.GetValue(directory)!, parsed.GetValue(output)!, cancellationToken))));
        return command;
    }

    private static int Train(string directory, string output, CancellationToken cancellationToken)
    {
        var corpus = LabelledCorpus.Load(Path.Combine(directory, "corpus"));
        var analyzer = Analyzer.LoadDefault(directory, model: ReadingModel.Untrained);
        var model = ReadingTrainer.Train(analyzer, corpus.Training, origin: TrainingOrigin.Of(directory), cancellationToken: cancellationToken);
        using (var file = File.Create(output))
        {
            model.Save(file);
        }

        var scores = ReadingScores.Measure(analyzer.With(model: model), corpus.HeldOut, cancellationToken);
        Console.Error.WriteLine(new LocalizedText(
            $"{corpus.Training.Count} 件から学習しました。評価用 {corpus.HeldOut.Count} 件での macro-F1: 感情 {scores.Sentiment?.MacroF1.Value:F3}、意図 {scores.Intents?.MacroF1.Value:F3}、話題 {scores.Topics?.MacroF1.Value:F3}",
            $"Trained on {corpus.Training.Count} texts. Macro-F1 on {corpus.HeldOut.Count} held out: sentiment {scores.Sentiment?.MacroF1.Value:F3}, intents {scores.Intents?.MacroF1.Value:F3}, topics {scores.Topics?.MacroF1.Value:F3}").Say());
        return 0;
    }
}
