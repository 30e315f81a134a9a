namespace Voc.Analysis.Issues;

/// <summary>The issues the detector keeps track of, found by what they are about.</summary>
internal sealed partial class TrackedIssues
{
    /// <summary>An issue that rises again after at most so long is the same one.</summary>
    private const int KnownDays = 90;

    private readonly List<TrackedIssue> _issues = [];
    private readonly Dictionary<CandidateKey, List<TrackedIssue>> _byKey = [];
    private readonly Dictionary<long, List<TrackedIssue>> _awaited = [];

    public IReadOnlyList<TrackedIssue> All => _issues;

    public void Add(TrackedIssue issue)
    {
        _issues.Add(issue);
        Index(issue);
    }

    /// <summary>Takes an issue that was found before a restart, whose feedback is yet to come.</summary>
    public void Restore(TrackedIssue issue)
    {
        Add(issue);
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
    public void Link(CandidateKey key, Member member, IReadOnlyList<Slice> slices)
    {
        if (key.Kind == CandidateKind.Product || !_byKey.TryGetValue(key, out var issues))
        {
            return;
        }
        foreach (var issue in issues)
        {
            if (IssueKinship.IsActive(issue, member.Day) && issue.Takes(slices))
            {
                issue.AddMember(member);
            }
        }
    }

    /// <summary>The issues about a candidate.</summary>
    public IReadOnlyList<TrackedIssue> About(CandidateKey key) => _byKey.TryGetValue(key, out var issues) ? issues : [];

    /// <summary>Notes feedback that issues of several causes may have got.</summary>
    public void Await(Report report) => _issues.ForEach(i => i.Await(report));

    /// <summary>Changes what an issue is about.</summary>
    public void Reword(TrackedIssue issue, Action<TrackedIssue> word)
    {
        Unindex(issue);
        word(issue);
        Index(issue);
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
