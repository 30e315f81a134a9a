using BenchmarkDotNet.Running;
using Voc.Benchmarks.Live;

// The measurements that docs/evaluation.md quotes are commands of their own; anything else is for BenchmarkDotNet.
switch (args)
{
    case ["live", ..]:
        await LiveLatency.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LiveLatency).Assembly).Run(args);
        break;
}
