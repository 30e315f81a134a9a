namespace Voc.Analysis.Issues;

/// <summary>
/// An issue that turned out to be several causes. It is tracked as one, as if it had never been parted, so that none of it is found again
/// and no part takes what is another's: each feedback that comes to it goes on to the part it is nearest to.
/// </summary>
public sealed partial class TrackedIssue
{
    private readonly List<IssuePart> _parts = [];
    private readonly List<Report> _pending = [];
    private readonly List<Cluster> _absorbed = [];

    /// <summary>The issues people see for it: what keeps its name, then those that were split off. None where it is one.</summary>
    internal IReadOnlyList<IssuePart> Parts => _parts;

    /// <summary>How it seemed to be two before, or null.</summary>
    internal PartingSuspicion? Suspicion { get; set; }

    /// <summary>Feedback it had, and the day, when it was last asked whether it has become two.</summary>
    internal (int Feedback, int Day) Asked { get; set; }

    /// <summary>What of it is not another part's.</summary>
    internal TrackedIssue Kept => _parts.Count == 0 ? this : _parts[0].Seen;

    /// <summary>Makes it two, or one more: of what it kept, some is an issue of its own.</summary>
    internal void Part(TrackedIssue found, IReadOnlyCollection<long> feedback)
    {
        if (_parts.Count == 0)
        {
            var alike = Alike();
            alike._unlinked.AddRange(_unlinked);
            _unlinked.Clear();
            _parts.Add(new IssuePart(alike));
        }
        var (kept, part) = (_parts[0].Seen, new IssuePart(found));
        foreach (var id in feedback.Where(kept._members.ContainsKey))
        {
            part.Take(kept._members[id]);
            kept.Forget(id);
        }
        _parts.Add(part);
    }

    /// <summary>Notes feedback that has just come, which is given to a part when the day is judged.</summary>
    internal void Await(Report report)
    {
        if (_parts.Count > 0 && _unlinked.Contains(report.Member.Id))
        {
            _pending.Add(report);
        }
    }

    /// <summary>Notes a cluster that is a part of it.</summary>
    internal void Absorbed(Cluster cluster)
    {
        if (_parts.Count > 0)
        {
            _absorbed.Add(cluster);
        }
    }

    /// <summary>What was noted since the last call.</summary>
    internal (IReadOnlyList<Report> Pending, IReadOnlyList<Cluster> Absorbed) TakeNoted()
    {
        (Report[], Cluster[]) noted = ([.. _pending], [.. _absorbed]);
        _pending.Clear();
        _absorbed.Clear();
        return noted;
    }

    /// <summary>Takes over how the store knows it to be parted.</summary>
    private void ResumeParts(KnownIssue whole)
    {
        if (whole.Parts.Count == 0 && _parts.Count == 0)
        {
            return;
        }
        if (_parts.Count == 0)
        {
            var alike = Alike();
            _unlinked.ForEach(alike.Forget);
            _parts.Add(new IssuePart(alike));
        }
        var kept = _parts[0].Seen;
        (kept.Id, kept.Onset, kept.LastRise, kept.Peak, kept.DetectedAt) = (Id, Onset, Math.Max(kept.LastRise, whole.LastRise.DayNumber), Peak, DetectedAt);
        kept.SetKeys(whole.Keys);
        foreach (var known in whole.Parts)
        {
            var part = _parts.Find(p => p.Seen.Id == known.Id);
            if (part is null)
            {
                _parts.Add(part = new IssuePart(new TrackedIssue(known)));
            }
            else
            {
                part.Seen.Resume(known);
            }
            (Onset, LastRise) = (Math.Min(Onset, known.Onset.DayNumber), Math.Max(LastRise, known.LastRise.DayNumber));
            foreach (var id in known.Feedback)
            {
                kept.Forget(id);
                if (_members.TryGetValue(id, out var member))
                {
                    part.Take(member);
                }
            }
        }
        kept._linked.UnionWith(_linked.Except(whole.Parts.SelectMany(p => p.Feedback)).Except(_unlinked));
        SetKeys([.. _parts.SelectMany(p => p.Seen.Keys).Distinct()]);
    }

    /// <summary>Gives a part back what it had before a restart.</summary>
    private void Return(Member member) => _parts.Find(p => p.Seen._linked.Contains(member.Id))?.Take(member);

    /// <summary>What people see of it as long as it is one.</summary>
    private TrackedIssue Alike()
    {
        var alike = new TrackedIssue(Polarity, Product, Onset, DetectedAt, Slice) { Id = Id, LastRise = LastRise, Peak = Peak };
        alike.SetKeys(_keys);
        foreach (var (id, member) in _members)
        {
            alike._members.Add(id, member);
        }
        alike._linked.UnionWith(_linked);
        return alike;
    }
}

/// <summary>That an issue seemed to be two: on which day, and of which reports the smaller part and the rest were.</summary>
internal sealed record PartingSuspicion(int Day, IReadOnlySet<long> Part, IReadOnlySet<long> Rest);
