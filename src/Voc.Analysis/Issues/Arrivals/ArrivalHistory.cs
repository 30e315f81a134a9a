namespace Voc.Analysis.Issues.Arrivals;

/// <summary>Feedback that arrived in one hour.</summary>
/// <param name="Hour">Whole hours since 1970-01-01, UTC.</param>
/// <param name="Count">How many.</param>
public readonly record struct ArrivalHour(long Hour, int Count);

/// <summary>When feedback of one source, channel or product arrived, by hour: what counts is when it was received, not when it was said.</summary>
public sealed class ArrivalHistory
{
    /// <summary>Days that are looked back.</summary>
    public const int MaxDays = 200;

    private readonly long[] _hours;
    private readonly int[] _counts;
    private readonly int[] _daily;

    /// <summary>Takes what arrived in the last <see cref="MaxDays"/> days; what a clock that went wrong put into the future is left out.</summary>
    /// <param name="arrivals">Hours in any order; those of one hour are added up.</param>
    /// <param name="time">The hours there are, and the company's days they fall on.</param>
    internal ArrivalHistory(IEnumerable<ArrivalHour> arrivals, CompanyHours time)
    {
        var byHour = new SortedDictionary<long, int>();
        foreach (var (hour, count) in arrivals)
        {
            if (hour >= time.First && hour <= time.Now && count > 0)
            {
                byHour[hour] = (int)Math.Min(int.MaxValue, (long)byHour.GetValueOrDefault(hour) + count);
            }
        }
        (_hours, _counts) = ([.. byHour.Keys], [.. byHour.Values]);
        _daily = new int[time.Today - time.FirstDay + 1];
        for (var i = 0; i < _hours.Length; i++)
        {
            ref var day = ref _daily[time.Day(_hours[i]) - time.FirstDay];
            day = (int)Math.Min(int.MaxValue, (long)day + _counts[i]);
        }
        Time = time;
    }

    internal CompanyHours Time { get; }

    /// <summary>Hours in which anything arrived, in order.</summary>
    internal ReadOnlySpan<long> Hours => _hours;

    internal ReadOnlySpan<int> Counts => _counts;

    internal bool IsEmpty => _hours.Length == 0;

    internal long LastHour => _hours[^1];

    /// <summary>The first day on which anything arrived.</summary>
    internal int FirstDay => Time.Day(_hours[0]);

    /// <summary>Arrivals of the days from one to another, both included.</summary>
    internal ReadOnlySpan<int> Daily(int from, int to) => _daily.AsSpan(from - Time.FirstDay, Math.Max(0, to - from + 1));

    internal long Sum(int from, int to)
    {
        long sum = 0;
        foreach (var count in Daily(Math.Max(from, Time.FirstDay), to))
        {
            sum += count;
        }
        return sum;
    }
}
