namespace Voc.Analysis.Issues;

/// <summary>Tells whether what rises now belongs to an issue that is known.</summary>
internal static class IssueKinship
{
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

    /// <summary>An issue that has not been surprising for so long takes no more.</summary>
    private const int ActiveDays = 28;

    public static bool IsActive(TrackedIssue issue, int today) => issue.LastRise >= today - ActiveDays;

    /// <summary>Share of reports that an issue has.</summary>
    public static double Shared(TrackedIssue issue, IReadOnlyList<Report> members) => members.Count(m => issue.Members.ContainsKey(m.Member.Id)) / (double)members.Count;

    /// <summary>Whether a cluster is a part of an issue.</summary>
    public static bool Explains(TrackedIssue issue, Cluster cluster, int today, DateTimeOffset now)
    {
        var scope = cluster.Scope;
        var related = issue.Product is null || scope.IsWide || issue.Product == scope.Product;
        if (issue.Polarity != scope.Polarity || !related || !IsActive(issue, today))
        {
            return false;
        }
        // What rises on one product is explained by an issue among all products only where that has most of it.
        return IsOwn(issue, scope)
            ? issue.Members.ContainsKey(cluster.Report.Member.Id) || Shared(issue, cluster.Members) >= SharedFeedback || Explained(issue, cluster) >= SharedFeedback || Surrounds(cluster, issue, now)
            : Shared(issue, cluster.Members) >= (issue.Product is null && !scope.IsWide ? MostFeedback : SharedFeedback);
    }

    /// <summary>Whether a cluster of a scope brings an issue its reports: its own scope's, and any of an issue that has neither product nor slice.</summary>
    public static bool Brings(TrackedIssue issue, ReportScope scope) => IsOwn(issue, scope) || (issue.Slice is null && issue.Product is null);

    /// <summary>Whether what a scope tells may be of days before those an issue was found by: of its own scope, while the issue is young.</summary>
    public static bool TellsBeginning(TrackedIssue issue, ReportScope scope, DateTimeOffset now) => now - issue.DetectedAt <= OneRise && IsOwn(issue, scope);

    public static bool IsSameCause(TrackedIssue issue, TrackedIssue found) =>
        issue.Polarity == found.Polarity && issue.Product == found.Product
        && (issue.Keys.Contains(found.Keys[0]) || found.Keys.Contains(issue.Keys[0])
            || issue.Keys.Count(found.Keys.Contains) >= SharedWords * Math.Min(issue.Keys.Count, found.Keys.Count));

    /// <summary>Whether what rises on an issue's product now is likely the same, told in other words: both were found at once, or the issue is young and either small or limited to the same slice.</summary>
    public static bool RisesWith(TrackedIssue issue, TrackedIssue found, DateTimeOffset now) =>
        issue.Product is not null && issue.Product == found.Product && issue.Polarity == found.Polarity
        && (issue.DetectedAt == now || (now - issue.DetectedAt <= OneRise && (issue.Members.Count <= FewReports || (issue.Slice is not null && issue.Slice == found.Slice))));

    /// <summary>Whether an issue's reports are counted in a scope: that of its slice, or else that of its product.</summary>
    private static bool IsOwn(TrackedIssue issue, ReportScope scope) => issue.Slice is null
        ? scope.Slice is null && issue.Product == scope.Product
        : scope.Slice == issue.Slice || (!scope.IsWide && issue.Product is not null && issue.Product == scope.Product);

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
}
