namespace Voc.Analysis.Issues;

/// <summary>
/// Makes one issue of the many clusters that one cause raises. Clusters are taken from the most surprising to the least; each is either a
/// part of a known issue, because they share feedback or words, or a new issue, or nothing.
/// </summary>
internal sealed partial class IssueMerger(CandidateCounts counts)
{
    /// <summary>Clusters up to this p-value bring an issue their feedback.</summary>
    public const double WeakP = 1e-2;

    /// <summary>Clusters up to this p-value keep an issue alive.</summary>
    private const double StillP = 1e-3;

    /// <summary>Reports must come from so many customers, or from unknown ones.</summary>
    public const int MinCustomers = 3;

    /// <summary>Reports an issue among all products begins with: fewer are alike by chance every week.</summary>
    private const int MinAmongAll = 6;

    /// <summary>Share of a cluster that an issue must have for it to be of the same cause.</summary>
    private const double SharedFeedback = 0.25;

    private const double MostFeedback = 0.5;

    /// <summary>Weight of a report that is surely near.</summary>
    private const double SurelyNear = 0.15;

    private const int FewReports = 5;

    /// <summary>What rises on one product within so long of each other is likely of one cause.</summary>
    private static readonly TimeSpan OneRise = TimeSpan.FromDays(2);

    /// <summary>Share of the words two issues are about that they must have in common to be one.</summary>
    private const double SharedWords = 0.5;

    /// <summary>Share of one product from which on a cluster among all products is that product's own.</summary>
    private const double OneProduct = 0.7;

    /// <summary>An issue that has not been surprising for so long takes no more.</summary>
    private const int ActiveDays = 28;

    /// <summary>An issue that rises again after at most so long is the same one.</summary>
    private const int KnownDays = 90;

    /// <summary>Mean displeasure below which reports count as mere mentions.</summary>
    private const double MildNegativity = 0.3;

    private readonly IssueWording _wording = new(counts);
    private Func<Cluster, (double Threshold, double Budget)> _bar = _ => default;
    private readonly List<TrackedIssue> _issues = [];
    private readonly Dictionary<CandidateKey, List<TrackedIssue>> _byKey = [];
    private readonly Dictionary<long, List<TrackedIssue>> _awaited = [];

    public void Restore(TrackedIssue issue)
    {
        _issues.Add(issue);
        Index(issue);
        foreach (var id in issue.Linked)
        {
            (_awaited.TryGetValue(id, out var issues) ? issues : _awaited[id] = []).Add(issue);
        }
    }

    /// <summary>Gives feedback back to the issues that had it before a restart.</summary>
    public void Return(Member member)
    {
        if (_awaited.Remove(member.Id, out var issues))
        {
            issues.ForEach(i => i.AddMember(member));
        }
    }

    /// <summary>Gives feedback to the issues that are about this.</summary>
    public void Link(CandidateKey key, Member member)
    {
        if (key.Kind == CandidateKind.Product || !_byKey.TryGetValue(key, out var issues))
        {
            return;
        }
        foreach (var issue in issues)
        {
            if (member.Day <= issue.LastRise + ActiveDays)
            {
                issue.AddMember(member);
            }
        }
    }

    /// <summary>Whether an issue has this feedback.</summary>
    public bool Explains(long feedback) => _issues.Exists(i => i.Members.ContainsKey(feedback));

    public void Forget(long feedback) => _issues.ForEach(i => i.Forget(feedback));

    public void Trim(int today)
    {
        _issues.ForEach(i => i.Trim(today));
        foreach (var old in _issues.Where(i => i.LastRise < today - KnownDays).ToList())
        {
            _issues.Remove(old);
            Unindex(old);
        }
    }

    /// <summary>Explains the clusters; returns the issues that are new or have new feedback.</summary>
    /// <param name="clusters">What was found around new reports.</param>
    /// <param name="today">Company day.</param>
    /// <param name="now">When it was found.</param>
    /// <param name="bar">The p-value up to which a cluster alarms, and the false alarms a year at which it just would.</param>
    public IReadOnlyList<TrackedIssue> Merge(List<Cluster> clusters, int today, DateTimeOffset now, Func<Cluster, (double Threshold, double Budget)> bar)
    {
        _bar = bar;
        clusters.Sort((a, b) => a.PValue.CompareTo(b.PValue));
        foreach (var cluster in clusters)
        {
            if (_issues.Where(i => Explains(i, cluster, today, now)).MaxBy(i => Shared(i, cluster.Members)) is { } issue)
            {
                Absorb(issue, cluster, today, now);
            }
            else if (cluster.PValue <= bar(cluster).Threshold && Unexplained(cluster) > ClusterScan.MinOthers && IsSupported(cluster))
            {
                Open(cluster, today, now);
            }
        }
        var changed = _issues.Where(i => i.HasUnlinked).ToList();
        foreach (var issue in changed)
        {
            Unindex(issue);
            _wording.Word(issue, today);
            Index(issue);
        }
        return changed;
    }

    private static double Shared(TrackedIssue issue, IReadOnlyList<Report> members) => members.Count(m => issue.Members.ContainsKey(m.Member.Id)) / (double)members.Count;

    /// <summary>Share of what was counted that the issue has.</summary>
    private static double Explained(TrackedIssue issue, Cluster cluster)
    {
        var (explained, all) = (0.0, 0.0);
        foreach (var (id, weight) in cluster.Weights)
        {
            explained += issue.Members.ContainsKey(id) ? weight : 0;
            all += weight;
        }
        return explained / all;
    }

    /// <summary>Whether an issue's feedback lies around the report as its own does: what began as one symptom is told in others as it grows. Of what rises together a single report will do.</summary>
    private static bool Surrounds(Cluster cluster, TrackedIssue issue, DateTimeOffset now)
    {
        var (near, all) = (0, 0);
        foreach (var (id, weight) in cluster.Weights)
        {
            if (issue.Members.ContainsKey(id))
            {
                all++;
                near += weight >= SurelyNear ? 1 : 0;
            }
        }
        return all >= ClusterScan.MinOthers && near >= (now - issue.DetectedAt <= OneRise ? 1 : MostFeedback * all);
    }

    private int Unexplained(Cluster cluster) => cluster.Members.Count(m => !_issues.Exists(i => i.Polarity == cluster.Scope.Polarity && i.Members.ContainsKey(m.Member.Id)));

    private static bool Explains(TrackedIssue issue, Cluster cluster, int today, DateTimeOffset now)
    {
        var scope = cluster.Scope;
        var related = issue.Product is null || scope.Everything || issue.Product == scope.Product;
        if (issue.Polarity != scope.Polarity || !related || !IsActive(issue, today))
        {
            return false;
        }
        // What rises on one product is explained by an issue among all products only where that has most of it.
        return issue.Product == scope.Product
            ? issue.Members.ContainsKey(cluster.Report.Member.Id) || Shared(issue, cluster.Members) >= SharedFeedback || Explained(issue, cluster) >= SharedFeedback || Surrounds(cluster, issue, now)
            : Shared(issue, cluster.Members) >= (issue.Product is null ? MostFeedback : SharedFeedback);
    }

    /// <summary>A cluster that an issue explains becomes a part of it.</summary>
    private void Absorb(TrackedIssue issue, Cluster cluster, int today, DateTimeOffset now)
    {
        if (cluster.PValue <= StillP)
        {
            issue.Rose(today);
        }
        if (now < issue.DetectedAt)
        {
            issue.FoundEarlier(cluster.Members.Min(m => m.Day), now);
        }
        if (cluster.Scope.Everything && issue.Product is not null)
        {
            return;
        }
        Take(issue, cluster);
    }

    private void Take(TrackedIssue issue, Cluster cluster)
    {
        foreach (var report in cluster.Members)
        {
            issue.AddMember(report.Member);
        }
        var peak = issue.Peak;
        if (peak is null || cluster.PValue < peak.PValue || (cluster.PValue == peak.PValue && cluster.Members.Count > peak.Count))
        {
            var (threshold, budget) = _bar(cluster);
            issue.Peak = new IssuePeak(cluster.WindowDays, cluster.Members.Count, cluster.Expected, cluster.Size, cluster.PValue) { Threshold = threshold, Budget = budget };
        }
    }

    /// <summary>Whether the reports come from enough people, and those of a cluster among all products from several.</summary>
    private static bool IsSupported(Cluster cluster)
    {
        var members = cluster.Members.Select(m => m.Member).ToList();
        if (SeverityScale.Voices(members) < MinCustomers)
        {
            return false;
        }
        return !cluster.Scope.Everything || (members.Count >= MinAmongAll && !members.GroupBy(m => m.Product).Any(g => g.Count() > OneProduct * members.Count));
    }

    /// <summary>Makes it an issue of its own, or a part of one that is about the same.</summary>
    private void Open(Cluster cluster, int today, DateTimeOffset now)
    {
        var found = new TrackedIssue(cluster.Scope.Polarity, cluster.Scope.Product, cluster.Members.Min(m => m.Day), now);
        found.Rose(today);
        Take(found, cluster);
        _wording.Word(found, today);
        if (found.Keys.Any(key => IsOtherSide(key, [.. found.Members.Values], today)))
        {
            return;
        }
        if (_issues.Find(i => IsSameCause(i, found) || (i.Product is not null && i.Product == found.Product && i.Polarity == found.Polarity && (i.DetectedAt == now || IsBeginning(i, now)))) is { } same)
        {
            Absorb(same, cluster, today, now);
            return;
        }
        _issues.Add(found);
        Index(found);
    }

    /// <summary>Whether an issue is so young and small that what rises on its product now is likely the same, told in other words.</summary>
    private static bool IsBeginning(TrackedIssue issue, DateTimeOffset now) => now - issue.DetectedAt <= OneRise && issue.Members.Count <= FewReports;

    private static bool IsSameCause(TrackedIssue issue, TrackedIssue found) =>
        issue.Polarity == found.Polarity && issue.Product == found.Product
        && (issue.Keys.Contains(found.Keys[0]) || found.Keys.Contains(issue.Keys[0])
            || issue.Keys.Count(found.Keys.Contains) >= SharedWords * Math.Min(issue.Keys.Count, found.Keys.Count));

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
        var issue = _byKey.GetValueOrDefault(other)?.Find(i => IsActive(i, today));
        return issue is not null && (other.Polarity == IssuePolarity.Negative
            ? members.Count <= issue.Members.Count
            : members.Average(m => (double)m.Negativity) < MildNegativity);
    }

    private static bool IsActive(TrackedIssue issue, int today) => issue.LastRise >= today - ActiveDays;

    private void Index(TrackedIssue issue)
    {
        foreach (var key in issue.Keys)
        {
            (_byKey.TryGetValue(key, out var issues) ? issues : _byKey[key] = []).Add(issue);
        }
    }

    private void Unindex(TrackedIssue issue)
    {
        foreach (var key in issue.Keys)
        {
            _byKey.GetValueOrDefault(key)?.Remove(issue);
        }
    }
}
