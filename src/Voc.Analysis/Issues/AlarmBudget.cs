namespace Voc.Analysis.Issues;

/// <summary>
/// Turns the false alarms a year an operator accepts into the p-value at which a candidate alarms. While a count's rate stays what it
/// was, a sliding window of w days reaches a threshold k from below on average k · P(X = k) / w times a day (each arrival that finds
/// k − 1 others before it; X has the window's distribution). Summed over all candidates and windows at the thresholds that a p-value
/// implies, this is the number of false alarms to expect, and the p-value is chosen so that it meets the request. Candidates so rare
/// that the least support is already beyond that p-value spend next to nothing, which is why this beats dividing by their number.
/// One report counts for many candidates (its words, alone and together, in its product and across products), which alarm together and
/// merge into one issue, so the sum overstates the number of issues by a factor that <see cref="Redundancy"/> allows for in part.
/// </summary>
internal static class AlarmBudget
{
    /// <summary>
    /// On the demo's ordinary texts at random dates the sum was some 50 times the issues found, on made-up streams of independent words some
    /// 15 times; less is allowed for, to stay on the quiet side.
    /// </summary>
    private const double Redundancy = 12;

    private const int Sample = 600;
    private const int MaxSteps = 60;
    private const double LargestP = 1e-3;
    private const double SmallestP = 1e-13;

    /// <summary>The largest p-value that keeps within the budget.</summary>
    /// <param name="candidates">Everything that is counted.</param>
    /// <param name="baseline">Their expectations.</param>
    /// <param name="today">Company day.</param>
    /// <param name="falseAlarmsPerYear">The budget.</param>
    public static double Threshold(IReadOnlyCollection<CandidateSeries> candidates, Baseline baseline, int today, double falseAlarmsPerYear)
    {
        var stride = Math.Max(1, candidates.Count / Sample);
        var curves = new List<(double Tail, double PerYear)[]>();
        var index = 0;
        foreach (var series in candidates)
        {
            if (index++ % stride == 0)
            {
                curves.AddRange(Surprise.Windows.Select(w => Curve(baseline.Expect(series, today, w), w)).OfType<(double, double)[]>());
            }
        }
        var allowed = falseAlarmsPerYear * Redundancy / stride;
        var (low, high) = (Math.Log(SmallestP), Math.Log(LargestP));
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Spent(curves, Math.Exp(middle)) > allowed ? (low, middle) : (middle, high);
        }
        return Math.Exp(low);
    }

    /// <summary>For each threshold from the least support on: probability to reach it, and how often a year it is reached from below.</summary>
    private static (double Tail, double PerYear)[]? Curve(NegativeBinomial? expected, int window)
    {
        if (expected is not { } distribution)
        {
            return null;
        }
        var first = Math.Max(Surprise.MinReports, (int)distribution.Mean + 1);
        var curve = new List<(double, double)>();
        for (var k = first; k < first + MaxSteps; k++)
        {
            var tail = distribution.Tail(k);
            curve.Add((tail, 365.0 * k * distribution.Probability(k) / window));
            if (tail < SmallestP)
            {
                break;
            }
        }
        return [.. curve];
    }

    private static double Spent(List<(double Tail, double PerYear)[]> curves, double p)
    {
        var spent = 0.0;
        foreach (var curve in curves)
        {
            foreach (var (tail, perYear) in curve)
            {
                if (tail <= p)
                {
                    spent += perYear;
                    break;
                }
            }
        }
        return spent;
    }
}
