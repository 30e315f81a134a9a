using System.Globalization;

namespace Voc.Benchmarks.Issues;

/// <summary>
/// Whether the budget of false alarms holds when issues are also looked for by source and by region: complaints are given sources and
/// regions by chance, the dates are dealt to them by chance, and every alarm is false. <c>issues --data DIR --slices [--seeds N] [--first-seed N]</c>.
/// </summary>
internal static class SlicedAlarms
{
    private static readonly string[] Sources = ["電話", "電話", "電話", "店頭アンケート", "店頭アンケート", "アプリ"];
    private static readonly string[] Regions = ["東京都", "東京都", "東京都", "大阪府", "大阪府", "愛知県", "愛知県", "神奈川県", "神奈川県", "福岡県", "北海道", "宮城県", "広島県", "静岡県", "新潟県", "沖縄県"];

    public static void Run(IReadOnlyList<Complaint> complaints, int[] seeds)
    {
        foreach (var requested in IssueQuality.Requested)
        {
            foreach (var sliced in new[] { false, true })
            {
                var runs = IssueQuality.Runs(complaints, seeds, s => DetectorRun.Run(s, requested, sliced));
                var alarms = runs.SelectMany(r => Judgement.Alarms(r.Stream, r.Alarms, 1)).ToList();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{requested} a year requested, {(sliced ? "by source and region too" : "by product alone")}: {Judgement.PerYear(runs, 1):0.00} a year in {seeds.Length} shuffled copies, {alarms.Count(a => a.Slice is not null)} of {alarms.Count} alarms in a slice"));
            }
        }
    }

    /// <summary>The same feedback from some source and region, which depend on the row alone.</summary>
    public static Feedback Slice(Feedback feedback, int row)
    {
        var random = new Random(row);
        return feedback with
        {
            Source = Sources[random.Next(Sources.Length)],
            Attributes = new Dictionary<string, string> { ["region"] = Regions[random.Next(Regions.Length)] },
        };
    }
}
