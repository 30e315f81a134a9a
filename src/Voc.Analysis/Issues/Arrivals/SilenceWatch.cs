using Voc.Analysis.Issues.Calendar;

namespace Voc.Analysis.Issues.Arrivals;

/// <summary>
/// Finds what fell silent: sources, channels or products of which nothing, or far too little, has arrived for longer than their own past
/// explains. Pure: what it says depends on its arguments alone.
/// </summary>
/// <remarks>
/// A gap is measured in exposure, usual days' worth of feedback, so that a closed night, weekend or New Year is hardly a gap. Nothing at all is
/// judged by the probability that a gap lasts so long; each arrival begins a gap, so that a series with m arrivals a day has 365 · m
/// chances a year, among which its share of the budget is divided (Bonferroni over series, gaps and windows). Far too little is judged by the
/// lower tail of whole days' counts in windows of several lengths, each day anew. What the series did before is not news either: a gap
/// must be half as long again as all but the longest of the last <see cref="ArrivalHistory.MaxDays"/> days.
/// </remarks>
public sealed class SilenceWatch(JapaneseHolidays holidays)
{
    /// <summary>Share of the operator's false alarms a year that silences may take.</summary>
    public const double BudgetShare = 0.1;

    /// <summary>A silence that began before is an end, and nothing new.</summary>
    public const int MaxSilentDays = 35;

    private const double LongerThanBefore = 1.5;
    private const double FarTooLittle = 0.2;

    /// <summary>Arrivals on fewer of the days than this, of which the median day has as many as a batch, are batches.</summary>
    private const double BatchedDays = 0.5;

    private const int BatchSize = 4;
    private static readonly int[] Windows = [3, 7, 14];

    /// <summary>Judges all series at once, since they share one budget.</summary>
    /// <param name="series">What arrived, by the name of each series; those that cannot fall silent, such as paused sources, left out.</param>
    /// <param name="time">The present and the past.</param>
    /// <param name="falseAlarmsPerYear">The operator's budget, above 0.</param>
    /// <returns>The silent ones by name, and how many have steady arrivals and are watched.</returns>
    public (IReadOnlyDictionary<string, Silence> Silences, int Watched) Judge(
        IEnumerable<KeyValuePair<string, IReadOnlyList<ArrivalHour>>> series, CompanyHours time, double falseAlarmsPerYear)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(time);
        var watched = new List<(string Name, Watched Series)>();
        foreach (var (name, arrivals) in series)
        {
            if (Watch(new ArrivalHistory(arrivals, time)) is { } one)
            {
                watched.Add((name, one));
            }
        }
        var allowed = falseAlarmsPerYear * BudgetShare / Math.Max(1, watched.Count);
        var silences = new Dictionary<string, Silence>();
        foreach (var (name, one) in watched)
        {
            if ((Nothing(one, allowed / 2) ?? TooLittle(one, allowed / 2)) is { } silence)
            {
                silences.Add(name, silence);
            }
        }
        return (silences, watched.Count);
    }

    /// <summary>What a series that is steady, or was until it fell silent, lets expect; null for any other.</summary>
    private Watched? Watch(ArrivalHistory history)
    {
        if (history.IsEmpty)
        {
            return null;
        }
        var lastDay = history.Time.Day(history.LastHour) - 1;
        if (history.Time.Today - lastDay > MaxSilentDays || lastDay < history.FirstDay)
        {
            return null;
        }
        var past = history.Daily(history.FirstDay, lastDay);
        var exposure = IsBatched(past)
            ? ArrivalExposure.Even(history.Time)
            : new ArrivalExposure(history, DayFactors.Estimate(DateOnly.FromDayNumber(history.FirstDay), past, holidays));
        return ArrivalModel.Fit(history, exposure, lastDay) is { } model ? new Watched(history, exposure, model) : null;
    }

    /// <summary>Many at once on few days.</summary>
    private static bool IsBatched(ReadOnlySpan<int> daily)
    {
        var days = daily.Length - daily.Count(0);
        var sorted = daily.ToArray();
        Array.Sort(sorted);
        return days < BatchedDays * daily.Length && sorted[sorted.Length - 1 - (days / 2)] >= BatchSize;
    }

    private static Silence? Nothing(Watched watched, double allowedPerYear)
    {
        var (history, exposure, model) = watched;
        var gap = exposure.Between(history.LastHour, history.Time.Now);
        var p = model.Nothing(gap);
        if (p * 365 * Math.Max(1, model.PerDay) > allowedPerYear || gap < LongerThanBefore * SecondLongestGap(history, exposure))
        {
            return null;
        }
        var expected = model.Expect(gap);
        return new Silence(CompanyHours.TimeOf(history.LastHour), true, 0, expected.Mean, expected.Size, p, model.PerDay);
    }

    private static Silence? TooLittle(Watched watched, double allowedPerYear)
    {
        var (history, exposure, _) = watched;
        var yesterday = history.Time.Today - 1;
        Silence? worst = null;
        foreach (var days in Windows)
        {
            var from = yesterday - days + 1;
            if (from - 1 < history.FirstDay || ArrivalModel.Fit(history, exposure, from - 1) is not { } before)
            {
                continue;
            }
            var worth = exposure.Days(from, yesterday);
            var count = history.Sum(from, yesterday);
            var p = before.AtMost(count, worth);
            // Nothing at all was judged as a gap.
            if (count > 0 && count <= FarTooLittle * before.PerDay * worth && p * 365 * Windows.Length <= allowedPerYear && p < (worst?.PValue ?? 1))
            {
                var expected = before.Expect(worth);
                worst = new Silence(watched.StartOf(from), false, (int)count, expected.Mean, expected.Size, p, before.PerDay);
            }
        }
        return worst;
    }

    /// <summary>All gaps of the past but the longest count, so that one failure long ago does not excuse the next.</summary>
    private static double SecondLongestGap(ArrivalHistory history, ArrivalExposure exposure)
    {
        var (longest, second) = (0.0, 0.0);
        for (var i = 1; i < history.Hours.Length; i++)
        {
            var gap = exposure.Between(history.Hours[i - 1], history.Hours[i]);
            (longest, second) = gap > longest ? (gap, longest) : (longest, Math.Max(second, gap));
        }
        return second;
    }

    private sealed record Watched(ArrivalHistory History, ArrivalExposure Exposure, ArrivalModel Model)
    {
        public DateTimeOffset StartOf(int day)
        {
            var hour = History.Time.First;
            while (History.Time.Day(hour) < day)
            {
                hour++;
            }
            return CompanyHours.TimeOf(hour);
        }
    }
}
