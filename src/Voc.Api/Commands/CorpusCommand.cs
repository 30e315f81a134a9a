using System.CommandLine;
using Voc.Analysis;
using Voc.Analysis.Classification;
using Voc.Analysis.Learning;
using Voc.Api.Problems;

namespace Voc.Api.Commands;

/// <summary><c>voc corpus lint</c>: checks labelled sentences before anything learns from them.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var command = new Command("corpus", "The labelled sentences the reading learns from");
        var directory = new Argument<string?>("directory") { Description = "Folder with training/ and held-out/; by default the one that comes with the product", Arity = ArgumentArity.ZeroOrOne };
        var lint = new Command("lint", "Find duplicates, near-duplicates across the split, impossible spans and label conflicts") { directory };
        lint.SetAction((parsed, _) => Refusals.ToldAsync(() => Task.FromResult(Lint(parsed.GetValue(directory) ?? ShippedData.Folder("corpus")))));
        command.Add(lint);
        return command;
    }

    private static int Lint(string directory)
    {
        var corpus = LabelledCorpus.Load(directory);
        var problems = CorpusLint.Check(corpus, Taxonomy.Load(ShippedData.Folder("taxonomy", "general.json")));
        foreach (var problem in problems)
        {
            Console.Out.WriteLine($"{problem.Place}: {problem.Message.Say()}");
        }

        Console.Error.WriteLine(new LocalizedText(
            $"{corpus.Training.Count} 件を学習用、{corpus.HeldOut.Count} 件を評価用に確認し、問題は {problems.Count} 件でした。",
            $"Checked {corpus.Training.Count} sentences to learn from and {corpus.HeldOut.Count} held out: {problems.Count} problems.").Say());
        return problems.Count == 0 ? 0 : 1;
    }
}
