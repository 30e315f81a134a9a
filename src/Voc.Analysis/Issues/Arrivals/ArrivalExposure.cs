using Voc.Analysis.Issues.Calendar;

namespace Voc.Analysis.Issues.Arrivals;

/// <summary>How many usual days' worth of feedback lies between two hours: nights, weekends, holidays and times out of service are worth as little as they bring.</summary>
internal sealed class ArrivalExposure
{
    /// <summary>Feedback that is imagined to have come evenly around the clock.</summary>
    private const double PriorHours = 24;

    /// <summary>An hour counts at most so many times the median hour, so that an import does not make a time of day.</summary>
    private const double MaxTimesMedian = 5;

    private readonly CompanyHours _time;
    private readonly double[] _before;
    private readonly int[] _firstHour;

    /// <summary>With the days and times of day at which it usually arrives.</summary>
    public ArrivalExposure(ArrivalHistory history, DayFactors factors)
        : this(history.Time, factors, Shares(history))
    {
    }

    private ArrivalExposure(CompanyHours time, DayFactors factors, double[] shares)
    {
        _time = time;
        _before = new double[_time.Now - _time.First + 2];
        _firstHour = new int[_time.Today - _time.FirstDay + 2];
        Array.Fill(_firstHour, _before.Length - 1);
        var (day, factor) = (int.MinValue, 0.0);
        for (var hour = _time.First; hour <= _time.Now; hour++)
        {
            var i = (int)(hour - _time.First);
            if (_time.Day(hour) != day)
            {
                day = _time.Day(hour);
                factor = factors.Factor(day);
                _firstHour[day - _time.FirstDay] = i;
            }
            _before[i + 1] = _before[i] + (_time.IsDown(hour) ? 0 : factor * shares[_time.OfDay(hour)]);
        }
    }

    /// <summary>With every hour alike, for what is sent in batches whose day or hour may be another the next time.</summary>
    public static ArrivalExposure Even(CompanyHours time) => new(time, DayFactors.Even, [.. Enumerable.Repeat(1 / 24.0, 24)]);

    /// <summary>Between the end of one hour and the beginning of another.</summary>
    public double Between(long after, long before) => before <= after ? 0 : _before[before - _time.First] - _before[after + 1 - _time.First];

    /// <summary>Of the days from one to another, both included.</summary>
    public double Days(int from, int to) => _before[_firstHour[to + 1 - _time.FirstDay]] - _before[_firstHour[Math.Max(from, _time.FirstDay) - _time.FirstDay]];

    private static double[] Shares(ArrivalHistory history)
    {
        var counts = history.Counts.ToArray();
        Array.Sort(counts);
        var cap = counts.Length == 0 ? 0 : MaxTimesMedian * counts[counts.Length / 2];
        var shares = new double[24];
        Array.Fill(shares, PriorHours / 24);
        var sum = PriorHours;
        for (var i = 0; i < history.Hours.Length; i++)
        {
            var count = Math.Min(cap, history.Counts[i]);
            shares[history.Time.OfDay(history.Hours[i])] += count;
            sum += count;
        }
        for (var hour = 0; hour < 24; hour++)
        {
            shares[hour] /= sum;
        }
        return shares;
    }
}
