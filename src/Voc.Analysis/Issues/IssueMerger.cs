namespace Voc.Analysis.Issues;

/// <summary>
/// Makes one issue of the many clusters that one cause raises. Clusters are taken from the most surprising to the least; each is either a
/// part of a known issue, because they share feedback or words, or a new issue, or nothing.
/// </summary>
internal sealed class IssueMerger(TrackedIssues issues, IssueWording wording)
{
    /// <summary>Clusters up to this p-value bring an issue their feedback.</summary>
    public const double WeakP = 1e-2;

    /// <summary>Clusters up to this p-value keep an issue alive.</summary>
    public const double StillP = 1e-3;

    /// <summary>Reports must come from so many customers, or from unknown ones.</summary>
    public const int MinCustomers = 3;

    /// <summary>Reports of a single day an issue begins with where nobody knows who sent them: one person may tell several things at once.</summary>
    private const int MinOfUnknownDay = 5;

    /// <summary>Reports an issue among all products, and one of a slice, begins with: fewer are alike by chance every week.</summary>
    private const int MinAmongAll = 6;
    private const int MinOfSlice = 5;

    /// <summary>Share of one product from which on a cluster of a slice is on that product.</summary>
    private const double OneProduct = 0.7;

    /// <summary>Share of one product from which on a cluster among all products waits until that product tells it, as it likely soon does.</summary>
    private const double MuchOfOneProduct = 0.5;

    /// <summary>An issue of a slice that has less than this share of what rises elsewhere is found everywhere.</summary>
    private const double LeastInSlice = 0.5;

    /// <summary>Mean displeasure below which reports count as mere mentions.</summary>
    private const double MildNegativity = 0.3;

    private Func<Cluster, (double Threshold, double Budget)> _bar = _ => default;

    /// <summary>The slice that a cluster is limited to on a day, or null.</summary>
    private Func<Cluster, int, Slice?> _origin = (_, _) => null;

    /// <summary>Explains the clusters; returns the issues that are new or have new feedback.</summary>
    /// <param name="clusters">What was found around new reports.</param>
    /// <param name="today">Company day.</param>
    /// <param name="now">When it was found.</param>
    /// <param name="bar">The p-value up to which a cluster alarms, and the false alarms a year at which it just would.</param>
    /// <param name="origin">The slice that a cluster is limited to on a day, or null.</param>
    public IReadOnlyList<TrackedIssue> Merge(
        List<Cluster> clusters, int today, DateTimeOffset now, Func<Cluster, (double Threshold, double Budget)> bar, Func<Cluster, int, Slice?> origin)
    {
        (_bar, _origin) = (bar, origin);
        clusters.Sort((a, b) => a.PValue.CompareTo(b.PValue));
        foreach (var cluster in clusters)
        {
            if (issues.All.Where(i => IssueKinship.Explains(i, cluster, today, now)).MaxBy(i => IssueKinship.Shared(i, cluster.Members)) is { } issue)
            {
                Absorb(issue, cluster, today, now);
            }
            else if (cluster.PValue <= bar(cluster).Threshold && Unexplained(cluster) > ClusterScan.MinOthers && IsSupported(cluster))
            {
                Open(cluster, today, now);
            }
        }
        var changed = issues.All.Where(i => i.HasUnlinked).ToList();
        foreach (var issue in changed)
        {
            issues.Reword(issue, i => wording.Word(i, today));
        }
        return changed;
    }

    private int Unexplained(Cluster cluster) => cluster.Members.Count(m => !issues.All.Any(i => i.Polarity == cluster.Scope.Polarity && i.Members.ContainsKey(m.Member.Id)));

    /// <summary>A cluster that an issue explains becomes a part of it.</summary>
    private void Absorb(TrackedIssue issue, Cluster cluster, int today, DateTimeOffset now)
    {
        if (cluster.PValue <= StillP)
        {
            issue.Rose(today);
        }
        if (now < issue.DetectedAt || (IssueKinship.TellsBeginning(issue, cluster.Scope, now) && cluster.PValue <= _bar(cluster).Threshold))
        {
            issue.FoundEarlier(cluster.Members.Min(m => m.Day), now);
        }
        var isElsewhere = issue.Slice is not null && cluster.Scope.Slice != issue.Slice && cluster.PValue <= _bar(cluster).Threshold
            && cluster.Members.Count(issue.Takes) < LeastInSlice * cluster.Members.Count;
        if (isElsewhere)
        {
            issue.Widen();
        }
        if (isElsewhere || IssueKinship.Brings(issue, cluster.Scope))
        {
            Take(issue, cluster);
        }
    }

    private void Take(TrackedIssue issue, Cluster cluster)
    {
        var taken = cluster.Members.Where(issue.Takes).ToList();
        issue.Absorbed(cluster);
        taken.ForEach(report => issue.AddMember(report.Member));
        var peak = issue.Peak;
        if (peak is null || cluster.PValue < peak.PValue || (cluster.PValue == peak.PValue && taken.Count > peak.Count))
        {
            var (threshold, budget) = _bar(cluster);
            issue.Peak = new IssuePeak(cluster.WindowDays, taken.Count, cluster.Expected, cluster.Size, cluster.PValue) { Threshold = threshold, Budget = budget };
        }
    }

    /// <summary>Whether the reports come from enough people, and those of a cluster among all products from several.</summary>
    private static bool IsSupported(Cluster cluster)
    {
        var members = cluster.Members.Select(m => m.Member).ToList();
        var isOfUnknownDay = members.All(m => m.Customer == 0 && m.Day == members[0].Day);
        if (SeverityScale.Voices(members) < MinCustomers || (isOfUnknownDay && members.Count < MinOfUnknownDay))
        {
            return false;
        }
        return cluster.Scope.Slice is not null
            ? members.Count >= MinOfSlice
            : !cluster.Scope.Everything || (members.Count >= MinAmongAll && !members.GroupBy(m => m.Product).Any(g => g.Count() > MuchOfOneProduct * members.Count));
    }

    /// <summary>Makes it an issue of its own, or a part of one that is about the same.</summary>
    private void Open(Cluster cluster, int today, DateTimeOffset now)
    {
        var found = Found(cluster, today, now);
        found.Rose(today);
        Take(found, cluster);
        wording.Word(found, today);
        if (found.Keys.Any(key => IsOtherSide(key, [.. found.Members.Values], today)))
        {
            return;
        }
        if (issues.All.FirstOrDefault(i => IssueKinship.IsSameCause(i, found) || IssueKinship.RisesWith(i, found, now)) is { } same)
        {
            Absorb(same, cluster, today, now);
            return;
        }
        issues.Add(found);
    }

    /// <summary>The issue a cluster begins. What was found in a slice is on the product that most of it is about.</summary>
    private TrackedIssue Found(Cluster cluster, int today, DateTimeOffset now)
    {
        var (scope, onset) = (cluster.Scope, cluster.Members.Min(m => m.Day));
        if (scope.Slice is null)
        {
            return new TrackedIssue(scope.Polarity, scope.Product, onset, now, _origin(cluster, today));
        }
        var most = cluster.Members.GroupBy(m => m.Product).MaxBy(g => g.Count())!;
        return new TrackedIssue(scope.Polarity, most.Count() > OneProduct * cluster.Members.Count ? most.Key : null, onset, now, _origin(cluster, today));
    }

    /// <summary>
    /// What rises as praise is also mentioned without praise, and the other way round. Such mentions are no issue of their own, unless
    /// people are truly displeased.
    /// </summary>
    private bool IsOtherSide(CandidateKey key, IReadOnlyCollection<Member> members, int today)
    {
        if (key.Kind == CandidateKind.Product)
        {
            return false;
        }
        var other = key with { Polarity = (IssuePolarity)(-(int)key.Polarity) };
        var issue = issues.About(other).FirstOrDefault(i => IssueKinship.IsActive(i, today));
        return issue is not null && (other.Polarity == IssuePolarity.Negative
            ? members.Count <= issue.Members.Count
            : members.Average(m => (double)m.Negativity) < MildNegativity);
    }
}
