namespace Voc.Analysis.Issues;

/// <summary>One of the issues that people see for a tracked one that has become several causes, and what its reports are like.</summary>
internal sealed partial class IssuePart(TrackedIssue seen)
{
    /// <summary>Reports that are remembered to recognise its like by.</summary>
    private const int MostExamples = 30;

    /// <summary>Examples nearest to a report that say how near it is.</summary>
    private const int Nearest = 3;

    /// <summary>How much nearer than to any other part a report must be to become an example, so that what could be either teaches nothing.</summary>
    private const double Clearly = 1.5;

    private readonly List<Report> _examples = [];

    /// <summary>What people see of it: feedback, words and a count of its own. The tracked issue has the feedback too.</summary>
    public TrackedIssue Seen { get; } = seen;

    /// <summary>Reports by which its like is recognised.</summary>
    public IReadOnlyList<Report> Examples => _examples;

    /// <summary>The part a report is nearest to; the first where it is near none.</summary>
    public static IssuePart Of(IReadOnlyList<IssuePart> parts, Report report)
    {
        var near = parts.Select(p => p.Likeness(report)).ToArray();
        var best = Array.IndexOf(near, near.Max());
        var next = near.Where((_, i) => i != best).Max();
        if (near[best] > Clearly * next)
        {
            parts[best].Learn(report);
        }
        return parts[best];
    }

    /// <summary>Remembers a report as an example, in the place of the oldest where there are enough.</summary>
    public void Learn(Report report)
    {
        if (_examples.Count == MostExamples)
        {
            _examples.RemoveAt(0);
        }
        _examples.Add(report);
    }

    /// <summary>Begins with the reports and the count of a cluster.</summary>
    public void Begin(Cluster cluster, int today, (double Threshold, double Budget) bar)
    {
        foreach (var report in cluster.Members.OrderBy(m => m.Day).ThenBy(m => m.Member.Id).TakeLast(MostExamples))
        {
            Learn(report);
        }
        Seen.Peak = Peak(cluster, cluster.Members.Count(m => today - m.Day < cluster.WindowDays), bar);
    }

    /// <summary>Notes the count of a cluster of its reports, where it is more surprising than what was noted.</summary>
    public void Count(Cluster cluster, (double Threshold, double Budget) bar)
    {
        var count = cluster.Members.Count(m => Seen.Members.ContainsKey(m.Member.Id));
        if (Seen.Peak is not { } peak || cluster.PValue < peak.PValue || (cluster.PValue == peak.PValue && count > peak.Count))
        {
            Seen.Peak = Peak(cluster, count, bar);
        }
    }

    /// <summary>Takes feedback that is its own.</summary>
    public void Take(Member member)
    {
        Seen.FoundEarlier(member.Day, Seen.DetectedAt);
        Seen.AddMember(member);
    }

    public void Forget(long feedback)
    {
        Seen.Forget(feedback);
        _examples.RemoveAll(r => r.Member.Id == feedback);
    }

    private static IssuePeak Peak(Cluster cluster, int count, (double Threshold, double Budget) bar) =>
        new(cluster.WindowDays, count, cluster.Expected, cluster.Size, cluster.PValue) { Threshold = bar.Threshold, Budget = bar.Budget };

    private double Likeness(Report report)
    {
        var nearest = _examples.Where(e => e.Member.Id != report.Member.Id).Select(e => (double)Math.Max(0, report.Meaning.Likeness(e.Meaning))).OrderDescending().Take(Nearest).ToList();
        return nearest.Count == 0 ? 0 : nearest.Average();
    }
}
