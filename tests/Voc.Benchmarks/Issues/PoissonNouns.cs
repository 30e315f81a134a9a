using MathNet.Numerics;

namespace Voc.Benchmarks.Issues;

/// <summary>
/// The detector to be ahead of: the reports of a product that contain a noun, in the last 28 days, against what the 365 days before let
/// expect, as a Poisson count.
/// </summary>
internal static class PoissonNouns
{
    private const int Window = 28;
    private const int Past = 365;
    private const int Least = 3;

    /// <summary>What never came is not impossible: a report is added to the past. At one false alarm a year 1 did best of 0.1, 0.5, 1 and 2.</summary>
    private const double Prior = 1;

    /// <summary>The largest p-value that is told; the threshold is chosen by counting false alarms.</summary>
    private const double Loose = 0.01;

    public static IReadOnlyList<Alarm> Run(IReadOnlyList<Complaint> stream)
    {
        var alarms = new List<Alarm>();
        var seen = new Dictionary<(string, string), List<Complaint>>();
        for (var i = 0; i < stream.Count; i++)
        {
            var today = stream[i].Day.DayNumber;
            foreach (var noun in stream[i].Nouns)
            {
                var key = (stream[i].Product, noun);
                if (!seen.TryGetValue(key, out var list))
                {
                    seen.Add(key, list = []);
                }
                list.Add(stream[i]);
                var recent = list.FindAll(c => c.Day.DayNumber > today - Window);
                if (recent.Count >= Least)
                {
                    var before = list.Count(c => c.Day.DayNumber <= today - Window && c.Day.DayNumber > today - Window - Past);
                    var p = Tail(recent.Count, (before + Prior) * Window / Past);
                    if (p <= Loose)
                    {
                        alarms.Add(new Alarm(p, i, stream[i].Product, recent));
                    }
                }
            }
        }
        return alarms;
    }

    /// <summary>Probability of at least so many.</summary>
    private static double Tail(int count, double mean) => SpecialFunctions.GammaLowerRegularized(count, mean);
}
