namespace Voc.Analysis.Issues;

/// <summary>Reports of a scope that are alike, more than their past lets expect.</summary>
/// <param name="Scope">Where they were counted.</param>
/// <param name="Report">The report around which they lie.</param>
/// <param name="WindowDays">The days that end today in which they came.</param>
/// <param name="Expected">How many the past lets expect.</param>
/// <param name="Size">Size of the negative binomial around that.</param>
/// <param name="PValue">The chance of at least so many.</param>
/// <param name="Members">Those that belong together.</param>
/// <param name="Weights">All that was counted besides the report itself, by identifier, with what it counts.</param>
internal sealed record Cluster(
    ReportScope Scope, Report Report, int WindowDays, double Expected, double Size, double PValue, IReadOnlyList<Report> Members, IReadOnlyList<(long Id, double Weight)> Weights);

/// <summary>
/// Scans around new reports. As in the space-time permutation scan (Kulldorff and others, 2005), time is measured by the volume of all
/// other feedback, so that a new source or a big import is no news, beside the kinds of days there are in a year. What is usual around a
/// report is learned from the past of its scope and, where that is short, from how often anybody's reports lie so near (a gamma prior
/// around the scope's share).
/// </summary>
internal sealed class ReportScan(ReportArchive archive)
{
    /// <summary>Days before today that are never part of the past, so that a slow rise is not its own yardstick.</summary>
    public const int Guard = 28;

    public const int MinDays = 14;

    /// <summary>A short window in which a scope has fewer reports as a rule says nothing that a longer one does not, and costs chances of a false alarm.</summary>
    private const double LeastUsual = 2;

    private const int ShortWindow = 7;

    /// <summary>Whether a window is worth looking at where so many reports came in so many days.</summary>
    public static bool Tells(int window, double reports, double days) => window > ShortWindow || reports * window >= LeastUsual * days;

    /// <summary>The most surprising window around a report, or null where there is too little past or too little near it.</summary>
    public Cluster? Around(Report report, ReportScope scope, int today)
    {
        scope.Age(today);
        // Where not even today is kept whole, no window tells anything: what comes fastest costs nothing.
        if (scope.Recent.Count <= ClusterScan.MinOthers || today - archive.FirstDay < MinDays || scope.CompleteFrom > today)
        {
            return null;
        }
        var near = new List<(int Report, int Age)>();
        var center = -1;
        for (var i = 0; i < scope.Recent.Count; i++)
        {
            if (scope.Recent[i].Day <= today)
            {
                near.Add((i, today - scope.Recent[i].Day));
                center = scope.Recent[i] == report ? i : center;
            }
        }
        var around = new LiveSurroundings(archive, scope, today);
        if (center < 0 || ClusterScan.Around(around, center, [.. near]) is not { } found)
        {
            return null;
        }
        var (nearness, likeness) = (around.Nearness(center), around.Likeness(center));
        return new Cluster(
            scope, report, found.Window, Math.Max(found.Expected.Mean * found.Expected.Unit / found.Now.Weight * found.Members.Count, 1e-3), found.Expected.Size, Math.Exp(found.LogP),
            [.. found.Members.Select(m => scope.Recent[m])],
            [.. near.Where(n => n.Age < found.Window && n.Report != center).Select(n => (scope.Recent[n.Report].Member.Id, nearness.Weight(likeness[n.Report])))]);
    }
}
