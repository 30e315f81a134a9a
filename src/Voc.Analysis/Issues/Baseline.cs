namespace Voc.Analysis.Issues;

/// <summary>
/// What a candidate's own past lets expect. The rate is estimated from up to 365 days that end before the longest window begins (so
/// that a slow rise is not its own yardstick), for each channel against the volume of comparable feedback on it, shrunk to the
/// candidate's overall rate where a channel has little past. Its uncertainty (a gamma posterior, so that a new word has a wide one)
/// and the overdispersion of past windows both widen the distribution.
/// </summary>
internal sealed class Baseline(Func<CandidateKey, CandidateSeries, VolumeReference> reference)
{
    public const int MaxDays = 365;
    public const int MinDays = 14;
    public const int Guard = 28;

    /// <summary>Reports that are imagined to have come already, so that what never came is not impossible.</summary>
    private const double PriorReports = 0.3;

    /// <summary>Feedback a day that is added to every volume, so that the ratio of tiny volumes becomes the ratio of times.</summary>
    private const double PriorVolume = 0.2;

    /// <summary>Volume whose worth of the overall rate is mixed into a channel's own.</summary>
    private const double ChannelShrinkage = 20;

    private const double PriorDispersion = 0.08;
    private const double PriorDispersionReports = 30;
    private const int MaxBlocks = 52;

    /// <summary>The days the baseline is estimated from, or null while there are too few for this window.</summary>
    public static (int From, int To)? Days(int firstDay, int today, int window)
    {
        var guarded = today - firstDay + 1 >= 2 * Guard;
        var to = today - (guarded ? Math.Max(Guard, window) : window);
        var from = Math.Max(firstDay, to - MaxDays + 1);
        return to - from + 1 >= Math.Max(MinDays, Math.Min(window, Guard)) ? (from, to) : null;
    }

    /// <summary>The distribution of the count of the days from <paramref name="today"/> − <paramref name="window"/> + 1 to today; null during warm-up.</summary>
    public NegativeBinomial? Expect(CandidateSeries series, int today, int window)
    {
        var volume = reference(series.Key, series);
        if (Days(volume.FirstDay, today, window) is not { } past)
        {
            return null;
        }
        var days = past.To - past.From + 1;
        var channels = DailyVolume.ChannelCount;
        Span<double> own = stackalloc double[channels];
        Span<double> before = stackalloc double[channels];
        Span<double> now = stackalloc double[channels];
        series.Sum(past.From, past.To, own);
        volume.Sum(past.From, past.To, before);
        volume.Sum(today - window + 1, today, now);
        var (reports, total) = (0.0, 0.0);
        for (var c = 0; c < channels; c++)
        {
            reports += own[c];
            total += before[c];
        }
        var rate = (reports + PriorReports) / (total + (PriorVolume * days));
        var (mean, fitted) = (rate * PriorVolume * window, rate * PriorVolume * days);
        for (var c = 0; c < channels; c++)
        {
            var channelRate = (own[c] + (ChannelShrinkage * rate)) / (before[c] + ChannelShrinkage);
            // The window may end within a day, and a quiet spell must not make the usual look surprising: never less than the usual volume.
            mean += channelRate * Math.Max(now[c], before[c] / days * window);
            fitted += channelRate * before[c];
        }
        // The channels' rates tell how the reports spread over channels; together they must give what came in the past.
        mean *= (reports + PriorReports) / fitted;
        var shape = reports + PriorReports;
        return new NegativeBinomial(mean, 1 / ((1 / shape) + Dispersion(series, past.From, past.To, window, reports)));
    }

    /// <summary>Overdispersion of the past counts of such windows by the method of moments, shrunk to a prior where reports are few.</summary>
    private static double Dispersion(CandidateSeries series, int from, int to, int window, double reports)
    {
        var count = Math.Min(MaxBlocks, (to - from + 1) / window);
        if (count < 4 || reports < 4)
        {
            return PriorDispersion;
        }
        Span<int> blocks = stackalloc int[count];
        series.Blocks(to + 1, window, blocks);
        var (sum, squares) = (0.0, 0.0);
        foreach (var block in blocks)
        {
            sum += block;
            squares += (double)block * block;
        }
        var mean = sum / count;
        var variance = (squares - (sum * mean)) / (count - 1);
        var own = mean <= 0 ? 0 : Math.Clamp((variance - mean) / (mean * mean), 0, 2);
        return ((reports * own) + (PriorDispersionReports * PriorDispersion)) / (reports + PriorDispersionReports);
    }
}

/// <summary>The feedback a candidate's counts are measured against: a volume without some series of it.</summary>
/// <param name="Volume">All comparable feedback.</param>
/// <param name="Less">A volume that is no part of it, or null.</param>
/// <param name="Own">The candidate's own counts, which must not be their own yardstick; null where <paramref name="Less"/> contains them.</param>
/// <param name="FirstDay">The first day on which the candidate could have been reported.</param>
internal readonly record struct VolumeReference(DailyVolume Volume, DailyVolume? Less, CandidateSeries? Own, int FirstDay)
{
    public void Sum(int from, int to, Span<double> sums)
    {
        Volume.Sum(from, to, sums);
        Span<double> less = stackalloc double[sums.Length];
        Less?.Sum(from, to, less);
        Own?.Sum(from, to, less);
        for (var c = 0; c < sums.Length; c++)
        {
            sums[c] = Math.Max(0, sums[c] - less[c]);
        }
    }
}
