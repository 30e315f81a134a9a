using MathNet.Numerics.Distributions;

namespace Voc.Analysis.Issues;

/// <summary>What the reports after a fix tell of it.</summary>
public enum FixVerdict
{
    /// <summary>Too little time or feedback has passed to tell.</summary>
    TooEarly,

    /// <summary>Reports are surely fewer than before, and no more than the past before the issue lets expect.</summary>
    Verified,

    /// <summary>Reports have come back: more than the past before the issue lets expect, and not surely fewer than before the fix.</summary>
    Regressed,

    /// <summary>Surely fewer than before, but still more than before the issue.</summary>
    Improved,

    /// <summary>No difference can be told.</summary>
    Unchanged,
}

/// <summary>Reports of some days, and the other feedback of the same product they are measured against.</summary>
/// <param name="Daily">Reports a day, oldest first.</param>
/// <param name="Volume">Other feedback on these days, at least 0.</param>
public sealed record FixPeriod(IReadOnlyList<int> Daily, int Volume)
{
    /// <summary>Feedback a day added to the volume, so that the ratio of tiny volumes becomes the ratio of times.</summary>
    private const double PriorVolume = 0.2;

    /// <summary>Reports in all.</summary>
    public int Reports => Daily.Sum();

    /// <summary>What the reports are divided by for a rate; more than 0 where there are days.</summary>
    public double Exposure => Volume + (PriorVolume * Daily.Count);
}

/// <summary>
/// Whether a fix has helped: the rate of an issue's reports after it against the rate before it, both for so much other feedback.
/// Given their sum, one of two Poisson counts is binomial, whatever the rates (Przyborowski and Wilenski, Homogeneity of results in
/// testing samples from Poisson series, 1940); the exact interval of its probability (Clopper and Pearson, The use of confidence or
/// fiducial limits illustrated in the case of the binomial, 1934) becomes that of the ratio. Where the days before vary more than
/// Poisson counts do, both counts are divided by their variance over their mean (quasi-likelihood: Wedderburn, 1974), which widens it.
/// </summary>
/// <param name="Ratio">Rate after over rate before, at least 0.</param>
/// <param name="Low">Lower bound of the ratio at 95 %.</param>
/// <param name="High">Upper bound of the ratio at 95 %; null where it has none.</param>
/// <param name="Verdict">What follows from it.</param>
public sealed record FixEffect(double Ratio, double Low, double? High, FixVerdict Verdict)
{
    /// <summary>Days before the fix that are compared, at most.</summary>
    public const int DaysBefore = 28;

    /// <summary>Days after the fix that count for nothing: what happened before it is still being reported.</summary>
    public const int LagDays = 2;

    /// <summary>Days after the fix before it can be verified.</summary>
    public const int MinDays = 14;

    private const double Tail = 0.025;

    /// <summary>Reports that the rate before lets expect since, below which their absence tells nothing.</summary>
    private const double MinExpected = 3;

    private const int MinReturned = 3;
    private const double ReturnPValue = 0.01;
    private const int ReturnDays = 14;

    /// <summary>Measures an effect.</summary>
    /// <param name="before">Up to <see cref="DaysBefore"/> days that end before the fix.</param>
    /// <param name="after">The days since, without the fix's own and <see cref="LagDays"/> more.</param>
    /// <param name="day">What the past before the issue lets expect a day.</param>
    /// <param name="verified">Whether it was found to have helped already: then reports that come back need not be as many as before.</param>
    /// <returns>The effect, or null where there is nothing to compare: no days, or no reports before.</returns>
    public static FixEffect? Of(FixPeriod before, FixPeriod after, NegativeBinomial day, bool verified)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Reports == 0 || after.Daily.Count == 0)
        {
            return null;
        }
        var exposures = before.Exposure / after.Exposure;
        var spread = Spread(before.Daily);
        var (x, n) = (after.Reports / spread, (after.Reports + before.Reports) / spread);
        var low = x <= 0 ? 0 : Odds(Beta.InvCDF(x, n - x + 1, Tail)) * exposures;
        var high = Odds(Beta.InvCDF(x + 1, n - x, 1 - Tail)) * exposures;
        var ratio = (double)after.Reports / before.Reports * exposures;
        var verdict = Judge(before, after, day, verified, isLower: high < 1);
        return new FixEffect(ratio, low, double.IsFinite(high) ? high : null, verdict);
    }

    private static FixVerdict Judge(FixPeriod before, FixPeriod after, NegativeBinomial day, bool verified, bool isLower)
    {
        if (IsBack(before, after, day))
        {
            return verified || !isLower ? FixVerdict.Regressed : FixVerdict.Improved;
        }
        if (after.Daily.Count < MinDays || before.Reports * after.Exposure / before.Exposure < MinExpected)
        {
            return FixVerdict.TooEarly;
        }
        return isLower ? FixVerdict.Verified : FixVerdict.Unchanged;
    }

    /// <summary>Whether the last days have more reports than the past before the issue lets expect at such a volume.</summary>
    private static bool IsBack(FixPeriod before, FixPeriod after, NegativeBinomial day)
    {
        var days = Math.Min(ReturnDays, after.Daily.Count);
        var recent = after.Daily.Skip(after.Daily.Count - days).Sum();
        var volume = after.Exposure / after.Daily.Count / (before.Exposure / before.Daily.Count);
        var expected = new NegativeBinomial(day.Mean * days * volume, day.Size);
        return recent >= MinReturned && expected.Tail(recent) <= ReturnPValue;
    }

    /// <summary>Variance over mean of daily counts, at least 1.</summary>
    private static double Spread(IReadOnlyList<int> daily)
    {
        if (daily.Count < 2)
        {
            return 1;
        }
        var mean = daily.Average();
        return Math.Max(1, daily.Sum(count => (count - mean) * (count - mean)) / (daily.Count - 1) / mean);
    }

    private static double Odds(double probability) => probability / (1 - probability);
}
