using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class TrackedIssues
{
    /// <summary>Gives every report that an issue remembers a number.</summary>
    public void Note(SavedReports reports) => _issues.ForEach(i => i.Note(reports));

    public void Write(BlockWriter to, SavedReports reports)
    {
        var names = new SavedNames();
        var numbers = new Dictionary<TrackedIssue, int>();
        to.Number(_issues.Count);
        foreach (var issue in _issues)
        {
            numbers.Add(issue, numbers.Count);
            issue.Write(to, names, reports);
        }
        to.Number(_byKey.Count);
        foreach (var (key, issues) in _byKey)
        {
            names.Write(to, key);
            Write(to, issues, numbers);
        }
        to.Number(_awaited.Count);
        foreach (var (feedback, issues) in _awaited)
        {
            to.Value(feedback);
            Write(to, issues, numbers);
        }
    }

    public void Read(ref BlockReader from, SavedReports reports)
    {
        var names = new SavedNames();
        for (var left = from.Int(); left > 0; left--)
        {
            _issues.Add(TrackedIssue.Read(ref from, names, reports));
        }
        for (var left = from.Int(); left > 0; left--)
        {
            _byKey.Add(names.ReadKey(ref from), ReadIssues(ref from));
        }
        for (var left = from.Int(); left > 0; left--)
        {
            _awaited.Add(from.Value<long>(), ReadIssues(ref from));
        }
    }

    /// <summary>Brings issues to what became of them after this was saved.</summary>
    /// <param name="issues">What the store knows.</param>
    /// <param name="counts">What was counted, with the feedback that issues may have got since.</param>
    public void Resume(IReadOnlyList<KnownIssue> issues, CandidateCounts counts)
    {
        var missing = new Dictionary<long, List<TrackedIssue>>();
        foreach (var known in issues)
        {
            var issue = _issues.Find(i => i.Id == known.Id);
            if (issue is null)
            {
                _issues.Add(issue = new TrackedIssue(known));
            }
            else
            {
                Unindex(issue);
                issue.Resume(known);
            }
            Index(issue);
            foreach (var feedback in known.Feedback.Where(f => !issue.Members.ContainsKey(f)))
            {
                (missing.TryGetValue(feedback, out var awaiting) ? awaiting : missing[feedback] = []).Add(issue);
            }
        }
        foreach (var (feedback, member) in counts.Members(missing.Keys.ToHashSet()))
        {
            missing.Remove(feedback, out var issue);
            issue!.ForEach(i => i.AddMember(member));
        }
        foreach (var (feedback, awaiting) in missing)
        {
            _awaited[feedback] = awaiting;
        }
    }

    /// <summary>Issues that were forgotten since are still awaited, and nothing comes of it.</summary>
    private static void Write(BlockWriter to, List<TrackedIssue> issues, Dictionary<TrackedIssue, int> numbers)
    {
        var known = issues.FindAll(numbers.ContainsKey);
        to.Number(known.Count);
        known.ForEach(issue => to.Number(numbers[issue]));
    }

    private List<TrackedIssue> ReadIssues(ref BlockReader from)
    {
        var issues = new List<TrackedIssue>();
        for (var left = from.Int(); left > 0; left--)
        {
            issues.Add(_issues[from.Int()]);
        }
        return issues;
    }
}
