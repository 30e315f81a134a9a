namespace Voc.Analysis.Issues;

/// <summary>
/// Makes one issue of the many candidates that one cause raises. Alarms are taken from the most surprising to the least; each is either
/// explained by an issue (they share feedback, or began to rise together), or no longer surprising once explained feedback is taken
/// away, or a new issue. An issue then gathers the candidates that rose with it, so that other wordings of the same cause are its own.
/// </summary>
internal sealed class IssueMerger(CandidateCounts counts, Baseline baseline)
{
    /// <summary>An issue that has not been surprising for so long takes no more.</summary>
    private const int ActiveDays = 28;

    /// <summary>An issue that rises again after at most so long is the same one.</summary>
    private const int KnownDays = 90;

    /// <summary>Mean displeasure below which reports count as mere mentions.</summary>
    private const double MildNegativity = 0.3;

    /// <summary>Share of an issue about a product as a whole that a candidate must explain to take its place.</summary>
    private const double TellingShare = 0.4;

    private readonly IssueGrowth _growth = new(counts, baseline);
    private readonly List<TrackedIssue> _issues = [];
    private readonly Dictionary<CandidateKey, List<TrackedIssue>> _byKey = [];

    public void Restore(TrackedIssue issue)
    {
        _issues.Add(issue);
        Index(issue);
    }

    /// <summary>Gives feedback to the issues that are about this.</summary>
    public void Link(CandidateKey key, Member member)
    {
        if (!_byKey.TryGetValue(key, out var issues))
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

    public void Trim(int today)
    {
        _issues.ForEach(i => i.Trim(today));
        foreach (var old in _issues.Where(i => i.LastRise < today - KnownDays).ToList())
        {
            _issues.Remove(old);
            foreach (var key in old.Keys)
            {
                _byKey[key].Remove(old);
            }
        }
    }

    /// <summary>Explains the alarms and, where they make up a cause together, the weaker rises; returns the issues that are new or changed.</summary>
    public IReadOnlyList<TrackedIssue> Merge(
        List<(CandidateSeries Series, Surprise Surprise)> rises, IReadOnlyList<CandidateSeries> dirty, int today, DateTimeOffset now, double threshold)
    {
        // What a report is about says more than the product alone, so the product as a whole comes last.
        rises.Sort((a, b) => (a.Series.Key.Kind == CandidateKind.Product, a.Surprise.PValue).CompareTo((b.Series.Key.Kind == CandidateKind.Product, b.Surprise.PValue)));
        foreach (var (series, surprise) in rises)
        {
            var rise = new Rise(series, surprise, IssueGrowth.Onset(series, surprise, today), series.Window(today, surprise.WindowDays));
            if (surprise.PValue <= threshold)
            {
                Explain(rise, today, now, threshold);
            }
            else if (series.Key is { Product: not null, Kind: not CandidateKind.Product })
            {
                Corroborate(rise, today, now, threshold);
            }
        }
        var changed = _issues.Where(i => i.HasUnlinked).ToList();
        foreach (var issue in changed)
        {
            _growth.Gather(issue, dirty, today, together: true);
            _growth.Measure(issue, today);
            Index(issue);
        }
        return changed;
    }

    private void Explain(Rise rise, int today, DateTimeOffset now, double threshold)
    {
        var key = rise.Series.Key;
        if (_issues.Where(i => Explains(i, rise, today)).MaxBy(i => IssueGrowth.Shared(i, rise.Window)) is { } issue)
        {
            Absorb(issue, rise, today, now);
            return;
        }
        var unexplained = rise.Window.Count(m => m.Counted && !_issues.Exists(i => i.Polarity == key.Polarity && i.Members.ContainsKey(m.Id)));
        if (unexplained < Surprise.MinReports || rise.Surprise.Baseline.Tail(unexplained) > threshold || IsOtherSide(key, rise.Window, today))
        {
            return;
        }
        var found = Start(rise, today, now);
        _growth.Gather(found, counts.Scope(key.Polarity, key.Product), today, together: true);
        Open(found, today);
    }

    /// <summary>
    /// One cause told in many words: no word of it is surprising enough by itself, but together those that share feedback are. Only
    /// shared feedback brings words together here, not that they rose at the same time, which chance alone does often.
    /// </summary>
    private void Corroborate(Rise rise, int today, DateTimeOffset now, double threshold)
    {
        var key = rise.Series.Key;
        if (_issues.Exists(i => Explains(i, rise, today)) || IsOtherSide(key, rise.Window, today)
            || rise.Window.Count(m => m.Counted && !_issues.Exists(i => i.Members.ContainsKey(m.Id))) < Surprise.MinReports)
        {
            return;
        }
        var found = Start(rise, today, now);
        _growth.Gather(found, counts.Scope(key.Polarity, key.Product), today, together: false);
        _growth.Measure(found, today);
        if (found.Keys.Count > 1 && found.Peak!.PValue <= threshold)
        {
            _growth.Gather(found, counts.Scope(key.Polarity, key.Product), today, together: true);
            Open(found, today);
        }
    }

    private static TrackedIssue Start(Rise rise, int today, DateTimeOffset now)
    {
        var issue = new TrackedIssue(rise.Series.Key.Polarity, rise.Series.Key.Product, rise.Onset, now);
        IssueGrowth.Add(issue, rise.Series, today);
        return issue;
    }

    /// <summary>Makes it an issue of its own, or a part of one whose cause it shares.</summary>
    private void Open(TrackedIssue found, int today)
    {
        if (found.Keys.All(IsMereWord) || found.Keys.Any(key => IsOtherSide(key, [.. found.Members.Values], today)))
        {
            return;
        }
        if (_issues.Find(i => SameCause(i, found, today)) is { } same)
        {
            foreach (var series in found.Keys.Select(counts.Find).OfType<CandidateSeries>())
            {
                IssueGrowth.Add(same, series, today);
            }
            Index(same);
            return;
        }
        _growth.Measure(found, today);
        _issues.Add(found);
        Index(found);
    }

    /// <summary>A word that is in texts but that none is about corroborates; by itself it tells nobody what is the matter.</summary>
    private bool IsMereWord(CandidateKey key) => key.Kind == CandidateKind.Term && counts.Find(key)?.Phrases.Any() != true;

    private static bool Explains(TrackedIssue issue, Rise rise, int today)
    {
        var key = rise.Series.Key;
        if (issue.Polarity != key.Polarity || (issue.Product is not null && key.Product is not null && issue.Product != key.Product))
        {
            return false;
        }
        return issue.Keys.Contains(key) || (IsActive(issue, today)
            && (IssueGrowth.Shared(issue, rise.Window) >= IssueGrowth.SharedFeedback
                || (issue.Product is not null && issue.Product == key.Product && Math.Abs(issue.Onset - rise.Onset) <= IssueGrowth.SameOnsetDays)));
    }

    /// <summary>With all that rose together gathered, another wording of a known cause shows by the words or the feedback it shares.</summary>
    private static bool SameCause(TrackedIssue issue, TrackedIssue found, int today) =>
        issue.Polarity == found.Polarity && issue.Product == found.Product && IsActive(issue, today)
        && (found.Keys.Any(issue.Keys.Contains) || IssueGrowth.Shared(issue, [.. found.Members.Values]) >= IssueGrowth.SharedFeedback);

    /// <summary>
    /// What rises as praise is also mentioned without praise, and the other way round. Such mentions are no issue of their own, unless
    /// people are truly displeased.
    /// </summary>
    private bool IsOtherSide(CandidateKey key, IReadOnlyCollection<Member> members, int today)
    {
        var other = key with { Polarity = (IssuePolarity)(-(int)key.Polarity) };
        var issue = _byKey.GetValueOrDefault(other)?.Find(i => IsActive(i, today));
        return issue is not null && (other.Polarity == IssuePolarity.Negative
            ? members.Count <= issue.Members.Count
            : members.Average(m => (double)m.Negativity) < MildNegativity);
    }

    private static bool IsActive(TrackedIssue issue, int today) => issue.LastRise >= today - ActiveDays;

    /// <summary>An alarm that an issue explains becomes a part of it; an issue about the product as a whole gives way to what says more.</summary>
    private void Absorb(TrackedIssue issue, Rise rise, int today, DateTimeOffset now)
    {
        issue.Rose(today);
        if (now < issue.DetectedAt)
        {
            issue.FoundEarlier(rise.Onset, now);
        }
        if (rise.Series.Key.Kind == CandidateKind.Product || rise.Series.Key.Product != issue.Product)
        {
            return;
        }
        IssueGrowth.Add(issue, rise.Series, today);
        Index(issue);
        var whole = issue.Keys.Where(k => k.Kind == CandidateKind.Product).ToList();
        if (whole.Count > 0 && rise.Window.Count >= TellingShare * issue.Members.Count)
        {
            issue.RemoveKey(whole[0]);
            _byKey[whole[0]].Remove(issue);
        }
    }

    private void Index(TrackedIssue issue)
    {
        foreach (var key in issue.Keys)
        {
            if (!_byKey.TryGetValue(key, out var issues))
            {
                _byKey.Add(key, issues = []);
            }
            if (!issues.Contains(issue))
            {
                issues.Add(issue);
            }
        }
    }

    /// <summary>A candidate that rose: how surprisingly, since when, and the feedback in the window.</summary>
    private sealed record Rise(CandidateSeries Series, Surprise Surprise, int Onset, IReadOnlyList<Member> Window);
}
