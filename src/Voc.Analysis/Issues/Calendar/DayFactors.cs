namespace Voc.Analysis.Issues.Calendar;

/// <summary>
/// The share of a usual day's volume that each kind of day has: 1 for a usual day, the mean of the seven ordinary days of a week being 1.
/// Immutable, and reads from many threads; estimate anew once a day.
/// </summary>
/// <remarks>
/// Each past day's count is divided by the level around it, the median of the weekly totals of nine weeks, which neither one big import
/// nor a holiday week moves and which follows trends and lasting changes. The ratios of a kind of day are averaged with the weights and
/// the shrinkage of Bühlmann and Straub (1970), that is, with gamma–Poisson credibility: kinds with little past stay near what is taken
/// for granted, 1 for the days of the week, Sunday's share for holidays and the New Year, the mean of Monday to Friday for other kinds.
/// What lies far beyond its kind's own median is cut off there (Winsorised), so that an import that fell on one day teaches nothing.
/// </remarks>
public sealed partial class DayFactors
{
    /// <summary>Days of the past that count; more are ignored.</summary>
    public const int MaxDays = 3 * 366;

    /// <summary>Weeks to either side whose totals give the level.</summary>
    private const int LevelWeeks = 4;

    /// <summary>Variance of a day's ratio beyond chance; no day weighs more than 1 / this.</summary>
    private const double Dispersion = 0.1;

    /// <summary>Weight of what is taken for granted: factors are thought to vary with a standard deviation of 1/√4.</summary>
    private const double PriorWeight = 4;

    private const double CutDeviations = 3;

    /// <summary>Days before and after the past for which sums are kept ready.</summary>
    private const int ReadyDays = 400;

    private readonly double[] _factors;
    private readonly JapaneseHolidays _holidays;
    private readonly int _firstReady;
    private readonly double[] _cumulated;

    private DayFactors(double[] factors, JapaneseHolidays holidays, DateOnly first, int days)
    {
        (_factors, _holidays) = (factors, holidays);
        _firstReady = Math.Max(0, first.DayNumber - ReadyDays);
        var last = Math.Min(DateOnly.MaxValue.DayNumber, first.DayNumber + days + ReadyDays);
        _cumulated = new double[last - _firstReady + 2];
        for (var i = 1; i < _cumulated.Length; i++)
        {
            _cumulated[i] = _cumulated[i - 1] + factors[(int)DayKinds.Of(DateOnly.FromDayNumber(_firstReady + i - 1), holidays)];
        }
    }

    /// <summary>Every day alike, as long as nothing is known.</summary>
    public static DayFactors Even { get; } = new([.. Enumerable.Repeat(1.0, DayKinds.Count)], JapaneseHolidays.Shipped, DateOnly.MinValue, 0);

    /// <summary>The factors by <see cref="DayKind"/>.</summary>
    public IReadOnlyList<double> ByKind => _factors;

    /// <summary>Estimates the factors from the past.</summary>
    /// <param name="firstDay">The day of the first count.</param>
    /// <param name="counts">Volume of each whole day from then on, without gaps and without the day that has not ended; the last <see cref="MaxDays"/> count.</param>
    /// <param name="holidays">The holidays, <see cref="JapaneseHolidays.Shipped"/> as a rule.</param>
    public static DayFactors Estimate(DateOnly firstDay, ReadOnlySpan<int> counts, JapaneseHolidays holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        if (counts.Length > MaxDays)
        {
            firstDay = firstDay.AddDays(counts.Length - MaxDays);
            counts = counts[^MaxDays..];
        }
        var byKind = new List<(double Ratio, double Level)>?[DayKinds.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            if (Level(counts, i) is > 0 and var level)
            {
                (byKind[(int)DayKinds.Of(firstDay.AddDays(i), holidays)] ??= []).Add((counts[i] / level, level));
            }
        }
        var factors = new double[DayKinds.Count];
        var sum = 0.0;
        for (var kind = 0; kind < 7; kind++)
        {
            sum += factors[kind] = Shrunk(byKind[kind], 1);
        }
        var workday = 0.0;
        for (var kind = 0; kind < 7; kind++)
        {
            factors[kind] *= 7 / sum;
            workday += kind is (int)DayKind.Sunday or (int)DayKind.Saturday ? 0 : factors[kind] / 5;
        }
        for (var kind = 7; kind < DayKinds.Count; kind++)
        {
            factors[kind] = Shrunk(byKind[kind], ((DayKind)kind).IsOff() ? factors[(int)DayKind.Sunday] : workday);
        }
        return new DayFactors(factors, holidays, firstDay, counts.Length);
    }

    /// <summary>The kind of a day.</summary>
    public DayKind Kind(DateOnly day) => DayKinds.Of(day, _holidays);

    /// <summary>The share of a usual day's volume that the day has: above 0, as a rule below 3.</summary>
    public double Factor(DateOnly day) => Factor(day.DayNumber);

    /// <summary>The same by <see cref="DateOnly.DayNumber"/>.</summary>
    public double Factor(int day) => _factors[(int)DayKinds.Of(DateOnly.FromDayNumber(day), _holidays)];

    /// <summary>How many usual days the days from one to another, both included, are worth; 0 where the last lies before the first.</summary>
    public double Sum(DateOnly from, DateOnly to) => Sum(from.DayNumber, to.DayNumber);

    /// <summary>The same by <see cref="DateOnly.DayNumber"/>. A subtraction for days within about a year of the past it was estimated from.</summary>
    public double Sum(int from, int to)
    {
        if (to < from)
        {
            return 0;
        }
        if (from >= _firstReady && to - _firstReady + 1 < _cumulated.Length)
        {
            return _cumulated[to - _firstReady + 1] - _cumulated[from - _firstReady];
        }
        var sum = 0.0;
        for (var day = from; day <= to; day++)
        {
            sum += Factor(day);
        }
        return sum;
    }

    /// <summary>The volume of a usual day around a day: a seventh of the median total of the weeks that lie whole in the past; 0 where there is none.</summary>
    private static double Level(ReadOnlySpan<int> counts, int day)
    {
        Span<long> weeks = stackalloc long[(2 * LevelWeeks) + 1];
        var found = 0;
        for (var week = -LevelWeeks; week <= LevelWeeks; week++)
        {
            var from = day + (7 * week) - 3;
            if (from < 0 || from + 7 > counts.Length)
            {
                continue;
            }
            long total = 0;
            foreach (var count in counts.Slice(from, 7))
            {
                total += Math.Max(0, count);
            }
            weeks[found++] = total;
        }
        if (found == 0)
        {
            return 0;
        }
        var known = weeks[..found];
        known.Sort();
        return (known[(found - 1) / 2] + known[found / 2]) / 14.0;
    }

    private static double Shrunk(List<(double Ratio, double Level)>? days, double granted)
    {
        if (days is null)
        {
            return granted;
        }
        days.Sort();
        var median = days[(days.Count - 1) / 2].Ratio;
        var usual = Math.Max(median, granted);
        var (sum, weights) = (PriorWeight * granted, PriorWeight);
        foreach (var (ratio, level) in days)
        {
            var weight = level / (1 + (Dispersion * level));
            var cut = usual + (CutDeviations * Math.Sqrt((usual / level) + (Dispersion * usual * usual)));
            sum += weight * Math.Min(ratio, cut);
            weights += weight;
        }
        return sum / weights;
    }
}
