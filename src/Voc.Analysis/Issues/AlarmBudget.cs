namespace Voc.Analysis.Issues;

/// <summary>
/// Turns the false alarms a year an operator accepts into the p-value at which a cluster alarms. The company's own reports are dealt to
/// random days again and again, as they would come if nothing ever happened, and scanned as the live ones are; the alarms that come then
/// are false. So every company keeps to the budget whatever its feedback is like: how chronic its causes are and how many words tell
/// them, nothing of which a formula knows. Bounded: of large scopes some reports stand for all.
/// </summary>
internal sealed class AlarmBudget(ReportArchive archive)
{
    /// <summary>An alarm of a scope and those that follow so soon are one.</summary>
    private const int OneAlarmDays = 90;

    /// <summary>Among all products alarms so near each other may be one; those further apart are of different causes.</summary>
    private const int OneAlarmDaysAmongAll = 7;

    /// <summary>Years of reports at random that are looked at.</summary>
    private const double Years = 20;

    /// <summary>Reports of one scope around which is scanned; where there are more, some stand for all.</summary>
    private const int MaxAround = 800;

    /// <summary>Reports around which is scanned in all.</summary>
    private const int MaxAll = 6_000;

    /// <summary>Reports around which is scanned in all copies together: fewer years are looked at where much comes a year.</summary>
    private const int MaxScans = 60_000;
    private const int MinRuns = 4;

    /// <summary>Fewer reports, or fewer days, say nothing; each report then is taken for one chance of a false alarm.</summary>
    private const int MinReports = 200;
    private const int MinDays = 2 * ReportScan.Guard;

    /// <summary>Part of the budget for what rises in several products at once.</summary>
    private const double EverythingShare = 0.02;

    /// <summary>Part of the budget for what rises in a slice, where the feedback is divided into any.</summary>
    private const double SliceShare = 0.1;

    /// <summary>Slices overlap and are many: a part of the work tells as much of them.</summary>
    private const int SliceEffort = 3;

    /// <summary>No p-value alarms.</summary>
    private static readonly AlarmTail Never = new(0, 1, 1, 0);

    /// <summary>Alarms from which the tail is read: so many times what is allowed, and so many at least.</summary>
    private const double TailOf = 3;
    private const int MinTail = 20;

    /// <summary>Far below what was counted a smaller p-value is trusted to be as much rarer as it says, and no more.</summary>
    private const double SteepestTail = 1;

    private const double LargestP = 0.02;

    /// <summary>The p-values at which clusters of a product, clusters among all products, and clusters of a slice alarm.</summary>
    /// <param name="falseAlarmsPerYear">The budget, above 0.</param>
    /// <param name="today">Company day.</param>
    public AlarmTails Tails(double falseAlarmsPerYear, int today)
    {
        var days = Math.Min(ReportScope.PastDays, today - archive.FirstDay + 1);
        var reports = archive.Volume.Sum(today - days + 1, today);
        var slices = archive.WatchedSlices.ToList();
        var sliced = slices.Count > 0 ? SliceShare : 0;
        if (days < MinDays || reports < MinReports)
        {
            var careful = days / 365.0 / Math.Max(1, 2 * reports);
            AlarmTail Careful(double share) => share == 0 ? Never : new AlarmTail(careful * share, 1, 1, LargestP);
            return new(Careful(1 - EverythingShare - sliced), Careful(EverythingShare), Careful(sliced));
        }
        AlarmTail Of(IEnumerable<ReportScope> scopes, int oneAlarmDays, double share, int effort = 1) => Tail([.. scopes], oneAlarmDays, falseAlarmsPerYear, share, days, today, effort);
        return new(
            Of(archive.Scopes.Where(s => !s.Everything), OneAlarmDays, 1 - EverythingShare - sliced),
            Of(archive.Scopes.Where(s => s.Everything), OneAlarmDaysAmongAll, EverythingShare),
            sliced == 0 ? Never : Of(slices, OneAlarmDaysAmongAll, sliced, SliceEffort));
    }

    private AlarmTail Tail(List<ReportScope> scopes, int oneAlarmDays, double falseAlarmsPerYear, double part, int days, int today, int effort)
    {
        scopes.RemoveAll(s => s.Kept <= ClusterScan.MinOthers);
        var around = Math.Max(1, scopes.Sum(s => Math.Min(s.Kept, MaxAround)));
        var share = Math.Min(1, MaxAll / (double)effort / around);
        var runs = (int)Math.Clamp(MaxScans / effort / (share * around), MinRuns, Math.Ceiling(Years * 365 / days));
        var alarms = new List<(double LogP, double Weight)>();
        var random = new Random(1);
        foreach (var scope in scopes)
        {
            if (share == 1 || random.NextDouble() < share)
            {
                new ShuffledScope(archive, scope, days, today, Math.Min(MaxAround, scope.Kept))
                    .Alarms(runs, oneAlarmDays, share, random, alarms);
            }
        }
        return Read(alarms, falseAlarmsPerYear * part, part, runs * days / 365.0);
    }

    /// <summary>Reads the tail where some times as many alarms came as are allowed: below that their number falls by a power of p (Hill, 1975).</summary>
    private static AlarmTail Read(List<(double LogP, double Weight)> alarms, double allowed, double part, double years)
    {
        if (alarms.Count == 0)
        {
            return new AlarmTail(LargestP / 100, allowed / part, 1, LargestP);
        }
        alarms.Sort((a, b) => a.LogP.CompareTo(b.LogP));
        var (count, sum, logs) = (0, 0.0, 0.0);
        while (count < alarms.Count && (count < MinTail || sum < TailOf * allowed * years))
        {
            sum += alarms[count].Weight;
            logs += alarms[count].LogP;
            count++;
        }
        var last = alarms[count - 1].LogP;
        var slope = Math.Clamp(count / Math.Max(1e-9, (count * last) - logs), 0.3, SteepestTail);
        return new AlarmTail(Math.Exp(last), sum / years / part, slope, LargestP);
    }
}
