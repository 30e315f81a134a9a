using System.Globalization;
using BenchmarkDotNet.Running;
using Voc.Benchmarks.Ingest;
using Voc.Benchmarks.Issues;
using Voc.Benchmarks.Issues.Live;
using Voc.Benchmarks.Learning;
using Voc.Benchmarks.Live;
using Voc.Benchmarks.Mining;
using Voc.Benchmarks.Morphology;
using Voc.Benchmarks.Reading;
using Voc.Benchmarks.Search;

// What docs/evaluation.md quotes of speed and of designs; how well texts are read is measured by "voc evaluate". Anything else is for BenchmarkDotNet.
switch (args)
{
    case ["live", ..]:
        await LiveLatency.RunAsync();
        break;
    case ["import"]:
        ImportSpeed.Run();
        break;
    case ["import", "--rows", var rows]:
        await WholeImport.RunAsync(int.Parse(rows, CultureInfo.InvariantCulture));
        break;
    case ["submissions", .. var options]:
        await SubmissionSpeed.RunAsync(options);
        break;
    case ["tokenizer", "--mecab", .. var file]:
        TokenizerPeers.Run(file.FirstOrDefault());
        break;
    case ["tokenizer", .. var file]:
        TokenizerSpeed.Run(file.FirstOrDefault());
        break;
    case ["reading-speed", .. var file]:
        ReadingSpeed.Run(file.FirstOrDefault());
        break;
    case ["near-duplicates", "--data", var directory]:
        SimilarityCheck.Run(directory, "申告内容の要約");
        break;
    case ["near-duplicates", "--data", var directory, "--text", var column]:
        SimilarityCheck.Run(directory, column);
        break;
    case ["issues-live", ..]:
        return await IssuesLiveCommand.Create().Parse(args[1..]).InvokeAsync();
    case ["issues", .. var settings]:
        IssueQuality.Run(settings);
        break;
    case ["mining"]:
        await MiningSpeed.RunAsync();
        break;
    case ["classify", var training, var test, var text, var label]:
        ClassifierDesigns.Run(training, test, text, label);
        break;
    case [['s', 'e', 'a', 'r', 'c', 'h', ..], ..]:
        return await SearchCommands.RunAsync(args);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LiveLatency).Assembly).Run(args);
        break;
}
return 0;
