using BenchmarkDotNet.Running;
using Voc.Benchmarks.Ingest;
using Voc.Benchmarks.Learning;
using Voc.Benchmarks.Live;
using Voc.Benchmarks.Morphology;
using Voc.Benchmarks.Reading;

// The measurements that docs/evaluation.md quotes are commands of their own; anything else is for BenchmarkDotNet.
switch (args)
{
    case ["live", ..]:
        await LiveLatency.RunAsync();
        break;
    case ["import"]:
        ImportSpeed.Run();
        break;
    case ["tokenizer", "--mecab", .. var file]:
        TokenizerPeers.Run(file.FirstOrDefault());
        break;
    case ["tokenizer", .. var file]:
        TokenizerSpeed.Run(file.FirstOrDefault());
        break;
    case ["agreement", var file]:
        Agreement.Run(file);
        break;
    case ["reading", var file, var text, .. var label]:
        ReadingQuality.Run(file, text, label.FirstOrDefault());
        break;
    case ["opinions", .. var files]:
        OpinionQuality.Run(files);
        break;
    case ["reading-speed", .. var file]:
        ReadingSpeed.Run(file.FirstOrDefault());
        break;
    case ["classify", var training, var test, var text, var label]:
        ClassifierDesigns.Run(training, test, text, label);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LiveLatency).Assembly).Run(args);
        break;
}
