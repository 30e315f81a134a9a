using System.CommandLine;
using System.Diagnostics;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;
using Voc.Api.Commands.Evaluation;
using static Voc.Api.Commands.Evaluation.EvaluationReport;

namespace Voc.Api.Commands;

/// <summary><c>voc evaluate</c>: how well texts are read, on the held-out part of the corpus and on any labelled file.</summary>
internal static class EvaluateCommand
{
    private const string Begin = "<!-- begin: voc evaluate -->";
    private const string End = "<!-- end: voc evaluate -->";

    public static Command Create()
    {
        var input = new Option<FileInfo>("--input") { Description = "Measure sentiment on this CSV, TSV, Excel or JSON Lines file", HelpName = "F.csv" };
        var text = new Option<string>("--text") { Description = "Column of the text", HelpName = "COL", DefaultValueFactory = _ => "text" };
        var label = new Option<string>("--label") { Description = "Column of positive, neutral and negative, of -1, 0 and 1, or of stars; without it the labels read are counted", HelpName = "COL" };
        var plan = new Option<FileInfo>("--plan") { Description = "JSON file that names files to measure on", HelpName = "P.json" };
        var files = new Option<DirectoryInfo>("--files") { Description = "Folder of the files that the plan names", HelpName = "DIR" };
        var mistakes = new Option<bool>("--mistakes") { Description = "Show the 50 most confident mistakes on sentiment" };
        var write = new Option<FileInfo>("--write") { Description = "Put the report into this Markdown file, between its marks", HelpName = "F.md" };
        var command = new Command("evaluate", "Measure how well texts are read: sentiment, intents, topics, opinions, segmentation") { input, text, label, plan, files, mistakes, write };
        command.SetAction((parsed, cancellationToken) => Refusals.ToldAsync(() => Task.Run(() => Tell(
            Evaluate(parsed.GetValue(input), parsed.GetValue(text)!, parsed.GetValue(label), parsed.GetValue(plan), parsed.GetValue(files)?.FullName ?? ".", parsed.GetValue(mistakes)),
            parsed.GetValue(write)), cancellationToken)));
        command.Add(EvaluateMaskingCommand.Create());
        return command;
    }

    private static int Tell(EvaluationReport evaluated, FileInfo? write)
    {
        var report = evaluated.ToString();
        Console.Out.Write(report);
        return write is null || EvaluationReport.Write(report, write, Begin, End) ? 0 : 1;
    }

    private static EvaluationReport Evaluate(FileInfo? input, string text, string? label, FileInfo? planFile, string files, bool mistakes)
    {
        var plan = planFile is null ? null : EvaluationPlan.Read(planFile, files);
        var report = new EvaluationReport();
        var analyzer = Analyzer.LoadDefault();
        var evaluation = new ReadingEvaluation(analyzer, report);
        if (input is not null)
        {
            var texts = SentimentFile.Read(input, text, label);
            OnFile(evaluation, input.Name, texts, label is not null);
            if (mistakes && label is not null)
            {
                evaluation.Mistakes(texts);
            }

            return report;
        }

        OnCorpus(analyzer, evaluation, report, mistakes);
        if (plan is not null)
        {
            OnPlan(plan, files, analyzer, evaluation, report);
        }

        return report;
    }

    private static void OnCorpus(Analyzer analyzer, ReadingEvaluation evaluation, EvaluationReport report, bool mistakes)
    {
        var corpus = LabelledCorpus.Load(ShippedData.Folder("corpus"));
        report.Heading("The held-out part of the corpus");
        report.Line($"{corpus.Training.Count:N0} texts are learned from; {corpus.HeldOut.Count:N0} by other authors are held out. In brackets: 95 % intervals by the bootstrap.");
        evaluation.Sentiment("Sentiment", corpus.HeldOut);
        evaluation.IntentsAndTopics(corpus.HeldOut);
        OpinionEvaluation.Of(analyzer, [.. corpus.Sentences.Where(s => s.IsHeldOut && s.Opinions is { Count: > 0 })], report);
        SpeedEvaluation.Of(analyzer, [.. corpus.Training, .. corpus.HeldOut], report);
        if (mistakes)
        {
            report.Heading("The most confident mistakes on sentiment");
            evaluation.Mistakes(corpus.HeldOut);
        }
    }

    private static void OnPlan(EvaluationPlan plan, string files, Analyzer analyzer, ReadingEvaluation evaluation, EvaluationReport report)
    {
        report.Heading("Texts from elsewhere");
        report.Line($"Nothing of them is in the product or was learned from.");
        if (plan.Segmentation is { } segmentation)
        {
            var (lines, same, f1) = SegmentationAgreement.Of(analyzer.Tokenizer, Path.Combine(files, segmentation));
            report.Line($"**Segmentation** against MeCab 0.996 with IPADIC: {same:N0} of {lines:N0} lines the same; boundary F1 {f1:F4}");
        }

        foreach (var file in plan.Sentiment)
        {
            OnFile(evaluation, file.Name, SentimentFile.Read(new(Path.Combine(files, file.File)), file.Text, file.Label), file.Label is not null);
        }

        foreach (var topics in plan.Topics)
        {
            OnTopics(topics, files, analyzer.Tokenizer, report);
        }
    }

    private static void OnFile(ReadingEvaluation evaluation, string name, List<LabelledText> texts, bool hasLabels)
    {
        if (hasLabels)
        {
            evaluation.Sentiment(name, texts);
        }
        else
        {
            evaluation.Shares(name, texts);
        }
    }

    private static void OnTopics(TopicFiles files, string folder, Tokenizer tokenizer, EvaluationReport report)
    {
        var input = new ClassifierInput([("text", files.Text), ("label", files.Label)]);
        List<TrainingText> Read(IReadOnlyList<string> names) => [.. names.SelectMany(f => input.Read(new(Path.Combine(folder, f)))).Select(r => new TrainingText(r.Cells[0], r.Cells[1].Trim()))];
        var (train, test) = (Read(files.Train), Read(files.Test));
        var started = Stopwatch.GetTimestamp();
        var classifier = TextClassifier.Train(train, tokenizer).Classifier;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var scores = LabelScores.Of(test.AsParallel().AsOrdered().Select(t => (t.Label, classifier.Classify(t.Text).Label)));
        report.Line($"**{files.Name}**: {train.Count:N0} texts to learn from in {seconds:F1} s, {test.Count:N0} to be measured on; accuracy {Share(scores.Accuracy)}, macro-F1 {Share(scores.MacroF1)}");
        report.Labels(scores);
    }
}
