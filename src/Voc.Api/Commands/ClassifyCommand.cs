using System.CommandLine;
using Voc.Analysis.Morphology;

namespace Voc.Api.Commands;

internal static class ClassifyCommand
{
    public static Command Create() => new("classify", "Learn labels from a file of labelled texts, and label other texts") { Train(), Predict() };

    private static Command Train()
    {
        var input = new Option<FileInfo[]>("--input") { Description = "CSV, TSV, Excel or JSON Lines file of labelled texts; may be given several times", Required = true, HelpName = "F.csv" };
        var text = new Option<string>("--text") { Description = "Column of the text", Required = true, HelpName = "COL" };
        var label = new Option<string>("--label") { Description = "Column of the label", Required = true, HelpName = "COL" };
        var model = new Option<FileInfo>("--model") { Description = "Where the model is written", Required = true, HelpName = "M" };
        var command = new Command("train", "Learn from labelled texts; says how well texts not learned from are labelled") { input, text, label, model };
        command.SetAction((parsed, cancellationToken) => Refusals.ToldAsync(() => new ClassifierTrainingRun(
            parsed.GetValue(input)!, parsed.GetValue(text)!, parsed.GetValue(label)!, parsed.GetValue(model)!).RunAsync(Tokenizer.Load(), cancellationToken)));
        return command;
    }

    private static Command Predict()
    {
        var model = new Option<FileInfo>("--model") { Description = "A model that training wrote", Required = true, HelpName = "M" };
        var input = new Option<FileInfo>("--input") { Description = "CSV, TSV, Excel or JSON Lines file", Required = true, HelpName = "F.csv" };
        var text = new Option<string>("--text") { Description = "Column of the text", Required = true, HelpName = "COL" };
        var command = new Command("predict", """Label texts; one {"row","label","confidence"} a line, rows counted from 1 below the header""") { model, input, text };
        command.SetAction((parsed, cancellationToken) => Refusals.ToldAsync(() =>
            new ClassifierPredictionRun(parsed.GetValue(model)!, parsed.GetValue(input)!, parsed.GetValue(text)!).RunAsync(Tokenizer.Load(), cancellationToken)));
        return command;
    }
}
