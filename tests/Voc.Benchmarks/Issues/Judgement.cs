using Voc.Analysis.Issues;

namespace Voc.Benchmarks.Issues;

/// <summary>Counts what alarms are worth.</summary>
internal static class Judgement
{
    /// <summary>An alarm on a product keeps quiet what follows on the same product for so long.</summary>
    public const int QuietDays = 90;

    private static readonly DateOnly From = new(2020, 1, 1);

    /// <summary>Alarms at a threshold in the days that are judged, one a product per 90 days.</summary>
    public static List<Alarm> Alarms(IReadOnlyList<Complaint> stream, IReadOnlyList<Alarm> alarms, double threshold)
    {
        var last = new Dictionary<(string, Slice?), int>();
        var kept = new List<Alarm>();
        foreach (var alarm in alarms)
        {
            var day = stream[alarm.Position].Day;
            if (alarm.PValue <= threshold && day >= From && !(last.TryGetValue((alarm.Product ?? "", alarm.Slice), out var before) && day.DayNumber - before < QuietDays))
            {
                last[(alarm.Product ?? "", alarm.Slice)] = day.DayNumber;
                kept.Add(alarm);
            }
        }
        return kept;
    }

    /// <summary>False alarms a year, of streams in which nothing happens.</summary>
    public static double PerYear(IReadOnlyList<(IReadOnlyList<Complaint> Stream, IReadOnlyList<Alarm> Alarms)> runs, double threshold) =>
        runs.Sum(r => Alarms(r.Stream, r.Alarms, threshold).Count) / runs.Sum(r => Years(r.Stream));

    /// <summary>The threshold at which so many false alarms a year come.</summary>
    public static double Threshold(IReadOnlyList<(IReadOnlyList<Complaint> Stream, IReadOnlyList<Alarm> Alarms)> runs, double perYear)
    {
        var (low, high) = (Math.Log(1e-15), Math.Log(1e-2));
        for (var i = 0; i < 30; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = PerYear(runs, Math.Exp(middle)) > perYear ? (low, middle) : (middle, high);
        }
        return Math.Exp(low);
    }

    /// <summary>For each event the number of its reports that had come when it was found, or 0 where it was not found by the end of it.</summary>
    public static List<int> Found(IReadOnlyList<Complaint> stream, IReadOnlyList<Alarm> alarms, double threshold)
    {
        var found = new List<int>();
        foreach (var happening in stream.Select((c, i) => (c, i)).Where(x => x.c.Event > 0).GroupBy(x => x.c.Event))
        {
            var (first, last, product) = (happening.Min(x => x.i), happening.Max(x => x.i), happening.First().c.Product);
            var alarm = alarms.FirstOrDefault(a => a.PValue <= threshold && a.Position >= first && a.Position <= last
                && (a.Product ?? product) == product && a.Reports.Count(r => r.Event == happening.Key) >= Math.Max(2, a.Reports.Count / 3));
            found.Add(alarm is null ? 0 : happening.Count(x => x.i <= alarm.Position));
        }
        return found;
    }

    private static double Years(IReadOnlyList<Complaint> stream) => (stream[^1].Day.DayNumber - From.DayNumber + 1) / 365.25;
}
