using System.CommandLine;
using System.Diagnostics;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Api.Commands.Evaluation;
using Voc.Api.Commands.Evaluation.Masking;
using Voc.Api.Masking;
using Voc.Ingest.Masking;

namespace Voc.Api.Commands;

/// <summary><c>voc evaluate masking</c>: how much personal data is masked in sentences filled with made-up data, and how much else.</summary>
internal static class EvaluateMaskingCommand
{
    private const string Begin = "<!-- begin: voc evaluate masking -->";
    private const string End = "<!-- end: voc evaluate masking -->";

    public static Command Create()
    {
        var input = new Option<FileInfo[]>("--input") { Description = "Also count which texts of these CSV, TSV, Excel or JSON Lines files are touched", HelpName = "F.csv", AllowMultipleArgumentsPerToken = true };
        var text = new Option<string>("--text") { Description = "Column of the text", HelpName = "COL", DefaultValueFactory = _ => "text" };
        var misses = new Option<int>("--misses") { Description = "Show this many misses of the sentences that may be read, and texts touched", HelpName = "N" };
        var write = new Option<FileInfo>("--write") { Description = "Put the report into this Markdown file, between its marks", HelpName = "F.md" };
        var command = new Command("masking", "Measure how much personal data is masked, and how much else") { input, text, misses, write };
        command.SetAction((parsed, cancellationToken) => Refusals.ToldAsync(() => Task.Run(() =>
        {
            var report = Evaluate(parsed.GetValue(input) ?? [], parsed.GetValue(text)!, parsed.GetValue(misses)).ToString();
            Console.Out.Write(report);
            return parsed.GetValue(write) is not { } file || EvaluationReport.Write(report, file, Begin, End) ? 0 : 1;
        }, cancellationToken)));
        return command;
    }

    private static EvaluationReport Evaluate(FileInfo[] files, string column, int misses)
    {
        var report = new EvaluationReport();
        var masker = new PersonalDataMasker(MaskingServices.Names);
        var people = new MadeUpPeople(ShippedData.Folder("masking", "people.txt"));
        // What is held out is never shown.
        new MaskingEvaluation(masker, report, 0).OnTemplates("Held out", ShippedData.Folder("masking", "held-out.txt"), people);
        new MaskingEvaluation(masker, report, misses).OnTemplates("Read while the rules were made", ShippedData.Folder("masking", "tuning.txt"), people);
        var corpus = LabelledCorpus.Load(ShippedData.Folder("corpus"));
        string[] texts = [.. corpus.Training.Concat(corpus.HeldOut).Select(t => t.Text)];
        new MaskingEvaluation(masker, report, misses).OnTexts("The labelled corpus", texts);
        foreach (var file in files)
        {
            new MaskingEvaluation(masker, report, misses).OnTexts(file.Name, [.. SentimentFile.Read(file, column, null).Select(t => t.Text)]);
        }

        Speed(masker, texts, report);
        return report;
    }

    private static void Speed(PersonalDataMasker masker, string[] texts, EvaluationReport report)
    {
        Array.ForEach(texts, text => masker.Mask(text));
        var started = Stopwatch.GetTimestamp();
        Array.ForEach(texts, text => masker.Mask(text));
        report.Line($"**Speed** of one thread: {texts.Length / Stopwatch.GetElapsedTime(started).TotalSeconds:N0} texts of {texts.Average(t => t.Length):F0} characters a second");
    }
}
