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

    /// <summary>Years of reports at random that are looked at; at one false alarm a year their number is then known within a sixth.</summary>
    private const double Years = 20;

    /// <summary>Reports of one scope around which is scanned; where there are more, some stand for all.</summary>
    private const int MaxAround = 400;

    /// <summary>Reports around which is scanned in all.</summary>
    private const int MaxAll = 12_000;

    /// <summary>Fewer reports, or fewer days, say nothing; each report then is taken for one chance of a false alarm.</summary>
    private const int MinReports = 200;
    private const int MinDays = 2 * ReportScan.Guard;

    /// <summary>Part of the budget for what rises in several products at once.</summary>
    private const double EverythingShare = 0.1;

    /// <summary>Alarms below which a count of them is mere chance.</summary>
    private const int Countable = 10;

    private const double LargestP = 0.02;

    /// <summary>The p-values at which clusters of a product, and clusters among all products, alarm.</summary>
    /// <param name="falseAlarmsPerYear">The budget, above 0.</param>
    /// <param name="today">Company day.</param>
    public (double Products, double Everything) Thresholds(double falseAlarmsPerYear, int today)
    {
        var days = Math.Min(ReportScope.PastDays, today - archive.FirstDay + 1);
        var reports = archive.Volume.Sum(today - days + 1, today);
        if (days < MinDays || reports < MinReports)
        {
            var careful = Math.Min(LargestP, falseAlarmsPerYear * days / 365 / Math.Max(1, 2 * reports));
            return (careful * (1 - EverythingShare), careful * EverythingShare);
        }
        return (Threshold(false, falseAlarmsPerYear * (1 - EverythingShare), days, today), Threshold(true, falseAlarmsPerYear * EverythingShare, days, today));
    }

    private double Threshold(bool everything, double falseAlarmsPerYear, int days, int today)
    {
        var scopes = archive.Scopes.Where(s => s.Everything == everything && s.Kept > ReportScan.MinOthers).ToList();
        var runs = (int)Math.Ceiling(Years * 365 / days);
        var alarms = new List<(double PValue, double Weight)>();
        var share = Math.Min(1, MaxAll / (double)Math.Max(1, scopes.Sum(s => Math.Min(s.Kept, MaxAround))));
        var random = new Random(1);
        foreach (var scope in scopes)
        {
            if (share == 1 || random.NextDouble() < share)
            {
                new ShuffledScope(archive, scope, days, today, Math.Min(MaxAround, scope.Kept)).Alarms(runs, everything ? OneAlarmDaysAmongAll : OneAlarmDays, share, random, alarms);
            }
        }
        return Read(alarms, falseAlarmsPerYear * runs * days / 365.0);
    }

    /// <summary>The p-value up to which so many alarms came; where fewer are allowed than can be counted on, in proportion to that of more.</summary>
    private static double Read(List<(double PValue, double Weight)> alarms, double allowed)
    {
        alarms.Sort((a, b) => a.PValue.CompareTo(b.PValue));
        var sum = 0.0;
        for (var i = 0; i < alarms.Count; i++)
        {
            sum += alarms[i].Weight;
            if (sum >= allowed && i + 1 >= Countable)
            {
                return alarms[i].PValue * allowed / sum;
            }
        }
        return alarms.Count == 0 ? LargestP / 100 : alarms[^1].PValue * Math.Min(1, allowed / sum);
    }
}
