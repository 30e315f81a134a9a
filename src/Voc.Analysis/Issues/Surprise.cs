namespace Voc.Analysis.Issues;

/// <summary>How unlikely a recent count is.</summary>
/// <param name="WindowDays">The window, in days that end today.</param>
/// <param name="Count">Reports in it.</param>
/// <param name="Baseline">The distribution its past lets expect.</param>
/// <param name="PValue">Probability of at least so many.</param>
internal readonly record struct Surprise(int WindowDays, int Count, NegativeBinomial Baseline, double PValue)
{
    /// <summary>Fewer are never an alarm, however rare the candidate.</summary>
    public const int MinReports = 4;

    /// <summary>Reports must come from so many customers, or from unknown ones.</summary>
    public const int MinCustomers = 3;

    public static readonly int[] Windows = [1, 7, 28];

    /// <summary>The most surprising window, or null where no window has enough reports or past.</summary>
    public static Surprise? Of(CandidateSeries series, Baseline baseline, int today)
    {
        Surprise? best = null;
        foreach (var window in Windows)
        {
            var count = series.Sum(today - window + 1, today);
            if (count >= MinReports && baseline.Expect(series, today, window) is { } expected && count > expected.Mean)
            {
                var p = expected.Tail(count);
                best = best is { } other && other.PValue <= p ? best : new Surprise(window, count, expected, p);
            }
        }
        return best;
    }

    /// <summary>Whether the reports of the window come from enough people, and those of a candidate across products from several products.</summary>
    public bool Supported(CandidateSeries series, int today)
    {
        var customers = new HashSet<int>();
        var products = new Dictionary<int, int>();
        var (unknown, counted) = (0, 0);
        foreach (var member in series.Members)
        {
            if (member.Counted && member.Day > today - WindowDays)
            {
                counted++;
                unknown += member.Customer == 0 ? 1 : 0;
                customers.Add(member.Customer);
                products[member.Product] = products.GetValueOrDefault(member.Product) + 1;
            }
        }
        var oneProduct = series.Key.Product is null && products.Any(p => p.Key != 0 && p.Value > 0.7 * counted);
        return !oneProduct && customers.Count(c => c != 0) + unknown >= MinCustomers;
    }
}
