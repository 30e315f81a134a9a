namespace Voc.Analysis.Issues;

/// <summary>Lets an issue gather the candidates that rose with it, and measures it as a whole.</summary>
internal sealed class IssueGrowth(CandidateCounts counts, Baseline baseline)
{
    /// <summary>Rises up to this p-value are looked at for corroboration, and keep an issue alive.</summary>
    public const double WeakP = 1e-3;

    /// <summary>Share of a candidate's feedback that an issue must have for it to be another wording of it.</summary>
    public const double SharedFeedback = 0.25;

    /// <summary>Rises that began so near each other may have one cause.</summary>
    public const int SameOnsetDays = 3;

    private const double SharedP = 2e-3;
    private const double TogetherP = 1e-4;
    private const double MinExcess = 0.6;
    private const int MinReports = 3;

    /// <summary>However many reports lie behind an expectation, issues vary by more than chance.</summary>
    private const double MaxSize = 12;

    /// <summary>Share of a candidate's feedback that an issue has.</summary>
    public static double Shared(TrackedIssue issue, IReadOnlyCollection<Member> window) =>
        window.Count == 0 ? 0 : window.Count(m => issue.Members.ContainsKey(m.Id)) / (double)window.Count;

    /// <summary>Adds a candidate to what the issue is about, with its feedback since the issue began.</summary>
    public static void Add(TrackedIssue issue, CandidateSeries series, int today)
    {
        issue.AddKey(series.Key);
        foreach (var member in series.Members)
        {
            if (member.Day <= today)
            {
                issue.AddMember(member);
            }
        }
    }

    /// <summary>
    /// Adds the candidates that rose with the issue, until none is left: those that share feedback with it and, where
    /// <paramref name="together"/> is set, those of the same product that began to rise at the same time.
    /// </summary>
    public void Gather(TrackedIssue issue, IReadOnlyList<CandidateSeries> candidates, int today, bool together)
    {
        var open = candidates.Where(s => Related(issue, s) && s.LastDay >= issue.Onset).ToList();
        for (var grew = true; grew && issue.HasRoom;)
        {
            grew = false;
            foreach (var series in open.ToList())
            {
                if (issue.HasRoom && RoseWith(issue, series, today, together))
                {
                    Add(issue, series, today);
                    open.Remove(series);
                    grew = true;
                }
            }
        }
    }

    /// <summary>
    /// Counts the issue as a whole in each window, keeps the most surprising and orders its candidates by surprise. Reports that several
    /// candidates count are expected once.
    /// </summary>
    public void Measure(TrackedIssue issue, int today)
    {
        var all = issue.Keys.Select(counts.Find).OfType<CandidateSeries>().ToList();
        var strength = new Dictionary<CandidateKey, double>();
        foreach (var window in Surprise.Windows)
        {
            var reports = SeverityScale.Voices(issue.Members.Values.Where(m => m.Day > today - window && m.Day <= today));
            var (sum, expected, size) = (0.0, 0.0, 0.0);
            foreach (var series in all)
            {
                if (baseline.Expect(series, today, window) is { } distribution)
                {
                    var count = series.Sum(today - window + 1, today);
                    (sum, expected, size) = (sum + count, expected + distribution.Mean, size + distribution.Size);
                    strength[series.Key] = Math.Min(strength.GetValueOrDefault(series.Key, 1), distribution.Tail(count));
                }
            }
            if (sum > 0 && reports > 0)
            {
                var once = Math.Min(1, reports / sum);
                Note(issue, today, window, reports, new NegativeBinomial(expected * once, Math.Min(size * once, MaxSize)));
            }
        }
        issue.Peak ??= new IssuePeak(1, issue.Members.Count, Math.Max(1, issue.Members.Count), 1, 1);
        issue.Order((a, b) => strength.GetValueOrDefault(a, 1).CompareTo(strength.GetValueOrDefault(b, 1)));
    }

    /// <summary>The first day of the rise: the start of the days up to today whose count is most out of the ordinary (the scan statistic of Kulldorff, 1997, in time alone).</summary>
    public static int Onset(CandidateSeries series, Surprise surprise, int today)
    {
        var perDay = surprise.Baseline.Mean / surprise.WindowDays;
        var (best, onset) = (double.MinValue, today);
        for (var days = 1; days <= Baseline.Guard; days++)
        {
            var (count, expected) = (series.Sum(today - days + 1, today), perDay * days);
            var gain = count <= expected ? 0 : (count * Math.Log(count / expected)) - (count - expected);
            if (gain > best)
            {
                (best, onset) = (gain, today - days + 1);
            }
        }
        return onset;
    }

    private static void Note(TrackedIssue issue, int today, int window, int reports, NegativeBinomial expected)
    {
        var p = expected.Tail(reports);
        if (p <= WeakP)
        {
            issue.Rose(today);
        }
        if (issue.Peak is null || p < issue.Peak.PValue || (p == issue.Peak.PValue && reports > issue.Peak.Count))
        {
            issue.Peak = new IssuePeak(window, reports, expected.Mean, expected.Size, p);
        }
    }

    private static bool Related(TrackedIssue issue, CandidateSeries series) =>
        series.Key.Polarity == issue.Polarity && series.Key.Product == issue.Product && series.Key.Kind != CandidateKind.Product && !issue.Keys.Contains(series.Key);

    private bool RoseWith(TrackedIssue issue, CandidateSeries series, int today, bool together)
    {
        var days = Math.Clamp(today - issue.Onset + 1, 1, Baseline.Guard);
        var count = series.Sum(today - days + 1, today);
        if (count < MinReports || baseline.Expect(series, today, days) is not { } expected || (count - expected.Mean) / count < MinExcess)
        {
            return false;
        }
        var p = expected.Tail(count);
        if (p > SharedP)
        {
            return false;
        }
        var window = series.Window(today, days);
        return Shared(issue, window) >= SharedFeedback
            || (together && issue.Product is not null && p <= TogetherP
                && Math.Abs(Onset(series, new Surprise(days, count, expected, p), today) - issue.Onset) <= SameOnsetDays);
    }
}
