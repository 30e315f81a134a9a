using System.Diagnostics;
using System.Globalization;

namespace Voc.Benchmarks.Issues;

/// <summary>What docs/evaluation.md quotes of the issue detector, on a stream of dated complaints: <c>issues --data DIR [--seeds N] [--first-seed N] [--events N] [--slices]</c>.</summary>
internal static class IssueQuality
{
    public static readonly double[] Requested = [1, 4];
    private static readonly int[] Sizes = [3, 5, 10];
    private static readonly DateOnly EventsFrom = new(2020, 1, 15);
    private static readonly DateOnly EventsTo = new(2021, 12, 25);

    /// <summary>What is known to have happened: product, words of it, and by when it should be seen.</summary>
    private static readonly (string Name, string[] Products, string Label, DateOnly From, DateOnly To)[] Known =
    [
        ("door mirrors of デイズ and デイズルークス", ["デイズ", "デイズルークス"], "保安灯火", new(2020, 1, 1), new(2021, 2, 25)),
        ("ECO motor of セレナ", ["セレナ"], "電気装置", new(2021, 1, 1), new(2021, 12, 31)),
    ];

    public static void Run(string[] args)
    {
        string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
        var complaints = ComplaintFiles.Read(Option("--data", "."));
        int Number(string name, int otherwise) => int.Parse(Option(name, $"{otherwise}"), CultureInfo.InvariantCulture);
        int[] seeds = [.. Enumerable.Range(Number("--first-seed", 1), Number("--seeds", 5))];
        var events = Number("--events", 50);
        if (args.Contains("--slices"))
        {
            SlicedAlarms.Run(complaints, seeds);
            return;
        }
        Say($"{complaints.Count:N0} complaints; {seeds.Length} shuffled copies, from seed {seeds[0]}, {events} events in each.");
        var baseline = Runs(complaints, seeds, s => PoissonNouns.Run(s));
        foreach (var requested in Requested)
        {
            Measure(complaints, seeds, events, requested, baseline);
        }
        Real(complaints);
    }

    private static void Measure(IReadOnlyList<Complaint> complaints, int[] seeds, int events, double requested, IReadOnlyList<(IReadOnlyList<Complaint>, IReadOnlyList<Alarm>)> baseline)
    {
        var runs = Runs(complaints, seeds, s => DetectorRun.Run(s, requested));
        var measured = Judgement.PerYear(runs, 1);
        var threshold = Judgement.Threshold(baseline, Math.Max(measured, 0.5));
        Say($"\n**{requested} false alarms a year requested**: {measured:0.00} measured; the baseline is set to {Judgement.PerYear(baseline, threshold):0.00}\n");
        Console.WriteLine("| Reports in 28 days | found | after reports, median | baseline finds | after |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var size in Sizes)
        {
            IReadOnlyList<Complaint> Stream(int seed) =>
                Streams.Inject(complaints, Streams.Shuffled(complaints, seed), size, events, EventsFrom, EventsTo, (100 * seed) + size);
            var ours = Each(seeds, s => Stream(s) is var stream ? Judgement.Found(stream, DetectorRun.Run(stream, requested), 1) : []);
            var theirs = Each(seeds, s => Stream(s) is var stream ? Judgement.Found(stream, PoissonNouns.Run(stream), threshold) : []);
            Say($"| {size} | {Share(ours):0.0} % of {ours.Count} | {Delay(ours)} | {Share(theirs):0.0} % | {Delay(theirs)} |");
        }
    }

    private static void Real(IReadOnlyList<Complaint> complaints)
    {
        foreach (var requested in Requested)
        {
            var started = Stopwatch.GetTimestamp();
            var before = GC.GetTotalMemory(true);
            var alarms = DetectorRun.Run(complaints, requested).Where(a => complaints[a.Position].Day.Year > 2019).ToList();
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var pure = alarms.Count(a => a.Reports.GroupBy(r => r.Label).Max(g => g.Count()) >= 0.7 * a.Reports.Count);
            Say($"\n**The stream as it was, {requested} a year requested**: {alarms.Count} alarms in two years; {pure} of them ({100.0 * pure / Math.Max(1, alarms.Count):0} %) with 70 % of their reports about one thing; {10_000 * seconds / complaints.Count:0.0} s for 10,000 texts already read, on two cores at most; at most {(GC.GetTotalMemory(false) - before) / 1e6:0} MB taken\n");
            foreach (var split in alarms.Where(a => a.Kept is not null))
            {
                Say($"- split {complaints[split.Position].Day:yyyy-MM-dd}: {split.Title}: {Labels(split.Reports)} from {Labels(split.Kept!)}");
            }
            foreach (var known in Known)
            {
                var seen = alarms.Find(a => known.Products.Contains(a.Product) && complaints[a.Position].Day is var day && day >= known.From && day <= known.To
                    && a.Reports.Count(r => r.Label == known.Label) >= 0.5 * a.Reports.Count);
                Say($"- {known.Name}: {(seen is null ? "not seen" : $"seen {complaints[seen.Position].Day:yyyy-MM-dd} as {seen.Title}")}");
            }
        }
    }

    /// <summary>What reports are about by the device they name, most first.</summary>
    private static string Labels(IReadOnlyList<Complaint> reports) => string.Join(' ', reports.GroupBy(r => r.Label).OrderByDescending(g => g.Count()).Take(3).Select(g => $"{g.Key} {g.Count()}"));

    public static IReadOnlyList<(IReadOnlyList<Complaint> Stream, IReadOnlyList<Alarm> Alarms)> Runs(IReadOnlyList<Complaint> complaints, int[] seeds, StreamDetector detector) =>
        [.. seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(s => Streams.Shuffled(complaints, s) is var stream ? (stream, detector(stream)) : default)];

    private static List<int> Each(int[] seeds, Func<int, List<int>> found) => [.. seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany(found)];

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double Share(List<int> found) => 100.0 * found.Count(f => f > 0) / Math.Max(1, found.Count);

    private static string Delay(List<int> found) => found.Where(f => f > 0).Order().ToList() is { Count: > 0 } delays ? delays[delays.Count / 2].ToString(CultureInfo.InvariantCulture) : "–";
}
