using MathNet.Numerics;

namespace Voc.Analysis.Issues.Arrivals;

/// <summary>
/// What steady arrivals let expect: counts are negative binomial, with a mean in proportion to exposure and, as days vary independently,
/// a size in proportion to it too.
/// </summary>
/// <param name="PerDay">Arrivals of a usual day.</param>
/// <param name="Dispersion">Variance of a usual day's rate, relative to its square.</param>
internal readonly record struct ArrivalModel(double PerDay, double Dispersion)
{
    private const int Weeks = 8;
    private const int MinWeeks = 4;
    private const double MinSteadyWeeks = 0.75;
    private const double MinPerDay = 0.25;
    private const double PriorDispersion = 0.25;
    private const double PriorDays = 10;
    private const double CutDeviations = 6;

    /// <summary>
    /// Fits the eight weeks that end with a day. Null where arrivals are not steady: fewer than four weeks, a quarter of the weeks without
    /// any, or hardly any at all, as after a one-off import. The rate is the lower of the median week's and the last two weeks', so that
    /// neither an import nor a survey that comes to its end is taken for what is usual.
    /// </summary>
    public static ArrivalModel? Fit(ArrivalHistory history, ArrivalExposure exposure, int lastDay)
    {
        var weeks = Math.Min(Weeks, (lastDay - Math.Max(history.FirstDay, history.Time.FirstDay + 1) + 1) / 7);
        if (weeks < MinWeeks)
        {
            return null;
        }
        Span<double> rates = stackalloc double[weeks];
        var steady = 0;
        var (recent, recentExposure) = (0.0, 0.0);
        for (var week = 0; week < weeks; week++)
        {
            var to = lastDay - (7 * week);
            var (count, worth) = (history.Sum(to - 6, to), exposure.Days(to - 6, to));
            rates[week] = worth <= 0 ? 0 : count / worth;
            steady += count > 0 ? 1 : 0;
            (recent, recentExposure) = week < 2 ? (recent + count, recentExposure + worth) : (recent, recentExposure);
        }
        rates.Sort();
        var perDay = Math.Min((rates[(weeks - 1) / 2] + rates[weeks / 2]) / 2, recentExposure <= 0 ? 0 : recent / recentExposure);
        if (steady < MinSteadyWeeks * weeks || perDay < MinPerDay)
        {
            return null;
        }
        var first = lastDay - (7 * weeks) + 1;
        var daily = Shrunk(Vary(history, exposure, perDay, first, lastDay, 1), 7 * weeks, PriorDispersion, PriorDays);
        var weekly = Shrunk(7 * Vary(history, exposure, perDay, first, lastDay, 7), weeks, daily, Weeks);
        return new ArrivalModel(perDay, Math.Max(daily, weekly));
    }

    /// <summary>Mean and size for an exposure.</summary>
    public NegativeBinomial Expect(double exposure) => new(PerDay * exposure, exposure / Dispersion);

    /// <summary>Probability of nothing at all.</summary>
    public double Nothing(double exposure) => Math.Pow(1 + (PerDay * Dispersion), -exposure / Dispersion);

    /// <summary>Probability of at most so many.</summary>
    public double AtMost(long count, double exposure)
    {
        if (exposure <= 0)
        {
            return 1;
        }
        var expected = Expect(exposure);
        return SpecialFunctions.BetaRegularized(expected.Size, count + 1, expected.Size / (expected.Mean + expected.Size));
    }

    /// <summary>
    /// Relative variance beyond Poisson of blocks of days, by the method of moments. The block with the most is left out, and what else lies far
    /// above is cut off: imports are no habit.
    /// </summary>
    private static double Vary(ArrivalHistory history, ArrivalExposure exposure, double perDay, int first, int last, int days)
    {
        var (beyond, squares, most) = (0.0, 0.0, 0.0);
        for (var from = first; from + days - 1 <= last; from += days)
        {
            var mean = perDay * exposure.Days(from, from + days - 1);
            var cut = mean + (CutDeviations * Math.Sqrt(mean + (PriorDispersion / days * mean * mean)));
            var off = Math.Min(history.Sum(from, from + days - 1), cut) - mean;
            beyond += (off * off) - mean;
            squares += mean * mean;
            most = Math.Max(most, off);
        }
        return squares <= 0 ? 0 : Math.Max(0, (beyond - (most * most)) / squares);
    }

    private static double Shrunk(double own, double weight, double prior, double priorWeight) => ((own * weight) + (prior * priorWeight)) / (weight + priorWeight);
}
