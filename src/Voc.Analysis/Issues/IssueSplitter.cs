namespace Voc.Analysis.Issues;

/// <summary>What people see of a tracked issue that is new or changed.</summary>
/// <param name="Issue">The issue that has its identifier.</param>
/// <param name="Shown">What is seen of it.</param>
/// <param name="PartedFrom">The issue it was split off from just now, or null.</param>
internal sealed record SeenIssue(TrackedIssue Issue, TrackedIssue Shown, TrackedIssue? PartedFrom = null);

/// <summary>
/// Splits issues whose feedback has become two causes, and gives what comes to them to the part it is nearest to. To be split they have to
/// come apart in the same way twice: on another day, or after more reports on the same.
/// </summary>
/// <param name="issues">The issues that are known.</param>
/// <param name="wording">Finds what issues are about.</param>
/// <param name="parting">Tells what has become two.</param>
/// <param name="archive">The reports.</param>
/// <param name="counts">What is said in which of them.</param>
internal sealed class IssueSplitter(TrackedIssues issues, IssueWording wording, IssueParting parting, ReportArchive archive, CandidateCounts counts)
{
    /// <summary>Further reports after which it is believed on the same day, and on another one.</summary>
    private const int FurtherToday = 6;
    private const int Further = 3;

    /// <summary>On one day it is asked again when so much of what it had has come again.</summary>
    private const double Growth = 0.1;

    /// <summary>Share of the smaller part that has to be in it again.</summary>
    private const double Same = 0.8;

    /// <summary>Causes one issue can become.</summary>
    private const int MostParts = 4;

    /// <summary>Share of a cluster that a part has to have for it to be the part's.</summary>
    private const double MostOfCluster = 0.7;

    /// <summary>What people see of the issues that changed, and of those that are split because of it.</summary>
    /// <param name="changed">Issues that are new or have new feedback.</param>
    /// <param name="today">Company day.</param>
    /// <param name="now">When it was found.</param>
    /// <param name="bar">The p-value up to which a cluster alarms, and the false alarms a year at which it just would.</param>
    public IReadOnlyList<SeenIssue> Split(IReadOnlyList<TrackedIssue> changed, int today, DateTimeOffset now, Func<Cluster, (double Threshold, double Budget)> bar)
    {
        foreach (var issue in issues.All.Where(i => i.Parts.Count > 0))
        {
            Share(issue, today, bar);
        }
        var seen = new List<SeenIssue>();
        foreach (var issue in changed)
        {
            var part = Part(issue, today, now, bar);
            if (issue.Parts.Count == 0)
            {
                seen.Add(new(issue, issue));
                continue;
            }
            foreach (var shown in issue.Parts.Select(p => p.Seen).Where(s => s.HasUnlinked || part is not null))
            {
                wording.Word(shown, today);
                seen.Add(shown == issue.Kept ? new(issue, shown) : new(shown, shown, shown == part ? issue : null));
            }
            issues.Reword(issue, i => i.SetKeys([.. i.Parts.SelectMany(p => p.Seen.Keys).Distinct()]));
        }
        return seen;
    }

    /// <summary>Gives each part its feedback and its counts.</summary>
    private void Share(TrackedIssue issue, int today, Func<Cluster, (double Threshold, double Budget)> bar)
    {
        foreach (var part in issue.Slice is null ? issue.Parts : [])
        {
            part.Seen.Widen();
        }
        var (pending, absorbed) = issue.TakeNoted();
        var reports = pending.Concat(absorbed.SelectMany(c => c.Members)).DistinctBy(r => r.Member.Id).ToDictionary(r => r.Member.Id);
        var unlinked = issue.TakeUnlinked();
        if (unlinked.Count > 0)
        {
            Learn(issue, reports.Values);
        }
        foreach (var id in unlinked.Where(issue.Members.ContainsKey))
        {
            var part = reports.TryGetValue(id, out var report) ? IssuePart.Of(issue.Parts, report) : issue.Parts[0];
            part.Take(issue.Members[id]);
        }
        foreach (var cluster in absorbed)
        {
            if (issue.Parts.FirstOrDefault(p => cluster.Members.Count(m => p.Seen.Members.ContainsKey(m.Member.Id)) >= MostOfCluster * cluster.Members.Count) is { } part)
            {
                part.Count(cluster, bar(cluster));
                part.Seen.Rose(cluster.PValue <= IssueMerger.StillP ? today : part.Seen.LastRise);
            }
        }
    }

    /// <summary>Lets the parts lie where everything else does, and those that know nothing of their reports learn them.</summary>
    private void Learn(TrackedIssue issue, IEnumerable<Report> reports)
    {
        foreach (var report in reports.Concat(issue.Parts.SelectMany(p => p.Examples)).Where(r => r.Space != archive.Space))
        {
            report.Space = archive.Space;
        }
        foreach (var part in issue.Parts)
        {
            if (part.Examples.Count == 0 && archive.ScopeOf(issue) is { } scope)
            {
                foreach (var report in scope.Past.Concat(scope.Recent).Where(r => part.Seen.Members.ContainsKey(r.Member.Id)))
                {
                    part.Learn(report);
                }
            }
        }
    }

    /// <summary>Splits an issue that has surely become two; returns what was split off, or null.</summary>
    private TrackedIssue? Part(TrackedIssue issue, int today, DateTimeOffset now, Func<Cluster, (double Threshold, double Budget)> bar)
    {
        var kept = issue.Kept;
        var isAsked = issue.Asked.Day == today && kept.Members.Count < issue.Asked.Feedback + 1 + (Growth * issue.Asked.Feedback);
        if (kept.Members.Count < 2 * IssueParting.MinPart || issue.Parts.Count >= MostParts || isAsked)
        {
            return null;
        }
        issue.Asked = (kept.Members.Count, today);
        if (parting.Of(kept, today) is not { } two)
        {
            issue.Suspicion = null;
            return null;
        }
        var (smaller, larger) = two.Split.Members.Count <= two.Kept.Members.Count ? (two.Split, two.Kept) : (two.Kept, two.Split);
        if (issue.Suspicion is not { } before || !IsSame(before, smaller, larger))
        {
            issue.Suspicion = new PartingSuspicion(today, Ids(smaller), Ids(larger));
            return null;
        }
        var further = Ids(smaller).Concat(Ids(larger)).Count(id => !before.Part.Contains(id) && !before.Rest.Contains(id));
        return further < (today == before.Day ? FurtherToday : Further) ? null : Part(issue, two, today, now, bar);
    }

    private static HashSet<long> Ids(Cluster part) => [.. part.Members.Select(m => m.Member.Id)];

    private static bool IsSame(PartingSuspicion before, Cluster smaller, Cluster larger)
    {
        var (inSmaller, inLarger) = (smaller.Members.Count(m => before.Part.Contains(m.Member.Id)), larger.Members.Count(m => before.Part.Contains(m.Member.Id)));
        return Math.Max(inSmaller, inLarger) >= Same * before.Part.Count && Math.Min(inSmaller, inLarger) <= (1 - Same) * before.Part.Count;
    }

    private TrackedIssue? Part(TrackedIssue issue, Parting two, int today, DateTimeOffset now, Func<Cluster, (double Threshold, double Budget)> bar)
    {
        var (rest, found) = (Worded(issue, two.Kept, today, issue.DetectedAt), Worded(issue, two.Split, today, now));
        if (found.Keys[0].Kind == CandidateKind.Product || rest.Keys[0].Kind == CandidateKind.Product || IssueKinship.IsSameCause(rest, found))
        {
            return null;
        }
        found.Rose(today);
        issue.Part(found, [.. found.Members.Keys]);
        issue.Suspicion = null;
        issue.Parts[0].Begin(two.Kept, today, bar(two.Kept));
        issue.Parts[^1].Begin(two.Split, today, bar(two.Split));
        Divide(issue, rest, found);
        return found;
    }

    /// <summary>An issue of the reports of a part.</summary>
    private TrackedIssue Worded(TrackedIssue issue, Cluster part, int today, DateTimeOffset detectedAt)
    {
        var worded = new TrackedIssue(issue.Polarity, issue.Product, part.Members.Min(m => m.Day), detectedAt, issue.Slice);
        foreach (var report in part.Members)
        {
            worded.AddMember(report.Member);
        }
        wording.Word(worded, today);
        return worded;
    }

    /// <summary>Gives a part what was not asked about, such as copies, by the words of both parts.</summary>
    private void Divide(TrackedIssue issue, TrackedIssue rest, TrackedIssue found)
    {
        int Said(TrackedIssue part, long id) => part.Keys.Select(counts.Find).Count(s => s is not null && s.Members.Any(m => m.Id == id));
        var (kept, split) = (issue.Parts[0], issue.Parts[^1]);
        foreach (var member in kept.Seen.Members.Values.Where(m => !rest.Members.ContainsKey(m.Id) && Said(found, m.Id) > Said(rest, m.Id)).ToList())
        {
            kept.Seen.Forget(member.Id);
            split.Take(member);
        }
    }
}
