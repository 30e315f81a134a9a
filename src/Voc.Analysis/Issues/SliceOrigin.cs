using MathNet.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>
/// Tells whether what rises is a slice's own: the smallest set that covers the excess names an issue. What was found in a slice is the
/// slice's own where most of what is alike lately came from it, and more than it usually has of all; else it is the part that the slice
/// sees of what rises everywhere. What was found on a product or among all products is a slice's own where nearly all of it came from
/// there, which hardly happens by chance.
/// </summary>
internal sealed class SliceOrigin(ReportArchive archive)
{
    /// <summary>Share of what is alike that the slice must have, and how many times its share of everything that is at least.</summary>
    private const double LeastShare = 0.6;
    private const double LeastLift = 1.5;

    /// <summary>Share of a cluster that a slice must have where it was found in no slice, the chance that this is at most, and of how many reports.</summary>
    private const double NearlyAll = 0.9;
    private const double MostChance = 1e-3;
    private const int MinReports = 5;

    /// <summary>The slice that a cluster is limited to, or null.</summary>
    public Slice? Of(Cluster cluster, int today)
    {
        if (cluster.Scope.Slice is { } slice)
        {
            return IsOwn(cluster, slice, today) ? slice : null;
        }
        return archive.ScopesOf(cluster.Report).Select(s => s.Slice).OfType<Slice>()
            .Select(s => (Slice: s, Chance: Chance(cluster, s))).Where(s => s.Chance <= MostChance).OrderBy(s => s.Chance).FirstOrDefault().Slice;
    }

    /// <summary>The chance that so much of a cluster comes from a slice, by the slice's part of the scope; 1 where it has not nearly all.</summary>
    private static double Chance(Cluster cluster, Slice slice)
    {
        var (all, own) = (cluster.Members.Count, cluster.Members.Count(m => m.Slices.Contains(slice)));
        if (own < NearlyAll * all || own < MinReports)
        {
            return 1;
        }
        var (reports, usual) = (1, 1);
        foreach (var report in cluster.Scope.Past.Concat(cluster.Scope.Recent))
        {
            reports++;
            usual += report.Slices.Contains(slice) ? 1 : 0;
        }
        return usual == reports ? 1 : SpecialFunctions.BetaRegularized(own, all - own + 1, (double)usual / reports);
    }

    private bool IsOwn(Cluster cluster, Slice slice, int today)
    {
        if (archive.Find(cluster.Scope.Polarity, null, true) is not { } everything)
        {
            return true;
        }
        var meaning = cluster.Report.Meaning;
        var alike = cluster.Members.Where(m => m != cluster.Report).Select(m => meaning.Likeness(m.Meaning)).Order().ToArray();
        var least = alike[alike.Length / 4];
        var (own, all) = (0, 0);
        foreach (var report in everything.Recent.Where(r => r.Day > today - cluster.WindowDays && r.Day <= today && r.Meaning.Likeness(meaning) >= least))
        {
            all++;
            own += report.Slices.Contains(slice) ? 1 : 0;
        }
        var (from, to) = (today - ReportScan.Guard - ReportScope.PastDays, today);
        var usual = cluster.Scope.Volume.Sum(from, to) / (double)Math.Max(1, everything.Volume.Sum(from, to));
        return own >= LeastShare * all && own >= LeastLift * usual * all;
    }
}
