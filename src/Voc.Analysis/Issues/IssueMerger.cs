namespace Voc.Analysis.Issues;

/// <summary>
/// Makes one issue of the many candidates that one cause raises. Alarms are taken from the most surprising to the least; each is either
/// explained by an issue (they share feedback, or began to rise together), or no longer surprising once explained feedback is taken
/// away, or a new issue. An issue then gathers the candidates that rose with it, so that other wordings of the same cause are its own.
/// </summary>
internal sealed class IssueMerger(CandidateCounts counts, Baseline baseline)
{
    /// <summary>An issue without feedback for so long takes no more.</summary>
    private const int ActiveDays = 28;

    /// <summary>An issue that rises again after at most so long is the same one.</summary>
    private const int KnownDays = 90;

    private const double SharedFeedback = 0.25;
    private const int SameOnsetDays = 3;
    private const double MinExcess = 0.6;
    private const int MinReports = 3;

    /// <summary>However many reports lie behind an expectation, issues vary by more than chance.</summary>
    private const double MaxSize = 12;

    private const double MildNegativity = 0.3;
    /// <summary>Rises up to this p-value are looked at for corroboration, and are taken along by an issue they share feedback with.</summary>
    public const double AssociatedP = 1e-3;

    private const double TogetherP = 1e-4;

    private readonly List<TrackedIssue> _issues = [];
    private readonly Dictionary<CandidateKey, List<TrackedIssue>> _byKey = [];

    public void Restore(TrackedIssue issue)
    {
        _issues.Add(issue);
        foreach (var key in issue.Keys)
        {
            Index(key, issue);
        }
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
            if (member.Day <= issue.LastDay + ActiveDays)
            {
                issue.AddMember(member);
            }
        }
    }

    public void Trim(int today)
    {
        foreach (var issue in _issues)
        {
            issue.Trim(today);
        }
        foreach (var old in _issues.Where(i => i.LastDay < today - KnownDays).ToList())
        {
            _issues.Remove(old);
            foreach (var key in old.Keys)
            {
                _byKey[key].Remove(old);
            }
        }
    }

    /// <summary>Explains the alarms; returns the issues that are new or changed.</summary>
    public IReadOnlyList<TrackedIssue> Merge(
        List<(CandidateSeries Series, Surprise Surprise)> alarms, IReadOnlyList<CandidateSeries> dirty, int today, DateTimeOffset now, double threshold)
    {
        // What a report is about says more than the product alone, so the product as a whole comes last.
        alarms.Sort((a, b) => (a.Series.Key.Kind == CandidateKind.Product, a.Surprise.PValue).CompareTo((b.Series.Key.Kind == CandidateKind.Product, b.Surprise.PValue)));
        foreach (var (series, surprise) in alarms)
        {
            if (surprise.PValue <= threshold)
            {
                Explain(series, surprise, today, now, threshold);
            }
            else if (series.Key is { Product: not null, Kind: not CandidateKind.Product })
            {
                Corroborate(series, surprise, today, now, threshold);
            }
        }
        var changed = _issues.Where(i => i.HasUnlinked).ToList();
        foreach (var issue in changed)
        {
            Gather(issue, dirty, today, together: true);
            Measure(issue, today);
        }
        return changed;
    }

    private void Explain(CandidateSeries series, Surprise surprise, int today, DateTimeOffset now, double threshold)
    {
        var window = series.Members.Where(m => m.Day > today - surprise.WindowDays && m.Day <= today).ToList();
        var onset = Onset(series, surprise, today);
        if (_issues.Where(i => Explains(i, series.Key, window, onset, today)).MaxBy(i => Shared(i, window)) is { } issue)
        {
            Absorb(issue, series, window.Count);
            if (now < issue.DetectedAt)
            {
                issue.FoundEarlier(onset, now);
                Take(issue, series, today);
            }
            return;
        }
        var unexplained = window.Count(m => m.Counted && !_issues.Exists(i => i.Polarity == series.Key.Polarity && i.Members.ContainsKey(m.Id)));
        if (unexplained < Surprise.MinReports || surprise.Baseline.Tail(unexplained) > threshold || OtherSide(series.Key, window, today))
        {
            return;
        }
        var found = new TrackedIssue(series.Key.Polarity, series.Key.Product, onset, now);
        AddKey(found, series, today);
        Gather(found, counts.Scope(found.Polarity, found.Product), today, together: true);
        Open(found, today);
    }

    /// <summary>
    /// One cause told in many words: no word of it is surprising enough by itself, but together those that share feedback are. Only
    /// shared feedback brings words together here, not that they rose at the same time, which chance alone does often.
    /// </summary>
    private void Corroborate(CandidateSeries series, Surprise surprise, int today, DateTimeOffset now, double threshold)
    {
        var window = series.Members.Where(m => m.Day > today - surprise.WindowDays && m.Day <= today).ToList();
        var onset = Onset(series, surprise, today);
        if (_issues.Exists(i => Explains(i, series.Key, window, onset, today)) || OtherSide(series.Key, window, today)
            || window.Count(m => m.Counted && !_issues.Exists(i => i.Members.ContainsKey(m.Id))) < Surprise.MinReports)
        {
            return;
        }
        var found = new TrackedIssue(series.Key.Polarity, series.Key.Product, onset, now);
        AddKey(found, series, today);
        Gather(found, counts.Scope(found.Polarity, found.Product), today, together: false);
        Measure(found, today);
        if (found.Keys.Count > 1 && found.Peak!.PValue <= threshold)
        {
            Gather(found, counts.Scope(found.Polarity, found.Product), today, together: true);
            Open(found, today);
        }
    }

    /// <summary>Makes it an issue of its own, or a part of one whose cause it shares.</summary>
    private void Open(TrackedIssue found, int today)
    {
        if (found.Keys.All(IsMereWord))
        {
            return;
        }
        if (_issues.Find(i => SameCause(i, found, today)) is { } same)
        {
            foreach (var key in found.Keys)
            {
                AddKey(same, counts.Series(key), today);
            }
            return;
        }
        _issues.Add(found);
        foreach (var key in found.Keys)
        {
            Index(key, found);
        }
        Measure(found, today);
    }

    /// <summary>A word that is in texts but that none is about corroborates; by itself it tells nobody what is the matter.</summary>
    private bool IsMereWord(CandidateKey key) => key.Kind == CandidateKind.Term && counts.Find(key)?.Phrases.Any() != true;

    /// <summary>With all that rose together gathered, another wording of a known cause shows by the words or the feedback it shares.</summary>
    private static bool SameCause(TrackedIssue issue, TrackedIssue found, int today) =>
        issue.Polarity == found.Polarity && issue.Product == found.Product && issue.LastDay >= today - ActiveDays
        && (found.Keys.Any(issue.Keys.Contains) || Shared(issue, [.. found.Members.Values]) >= SharedFeedback);

    private static bool Explains(TrackedIssue issue, CandidateKey key, List<Member> window, int onset, int today)
    {
        if (issue.Polarity != key.Polarity || (issue.Product is not null && key.Product is not null && issue.Product != key.Product))
        {
            return false;
        }
        if (issue.Keys.Contains(key))
        {
            return true;
        }
        return issue.LastDay >= today - ActiveDays
            && (Shared(issue, window) >= SharedFeedback || (issue.Product is not null && issue.Product == key.Product && Math.Abs(issue.Onset - onset) <= SameOnsetDays));
    }

    /// <summary>
    /// What rises as praise is also mentioned without praise, and the other way round. Such mentions are no issue of their own, unless
    /// people are truly displeased.
    /// </summary>
    private bool OtherSide(CandidateKey key, List<Member> window, int today)
    {
        var other = key with { Polarity = (IssuePolarity)(-(int)key.Polarity) };
        var issue = _byKey.GetValueOrDefault(other)?.Find(i => i.LastDay >= today - ActiveDays);
        return issue is not null && (key.Polarity == IssuePolarity.Positive
            ? window.Count <= issue.Members.Count
            : window.Average(m => (double)m.Negativity) < MildNegativity);
    }

    private static double Shared(TrackedIssue issue, List<Member> window) =>
        window.Count == 0 ? 0 : window.Count(m => issue.Members.ContainsKey(m.Id)) / (double)window.Count;

    /// <summary>An alarm that an issue explains becomes a part of it; one about the product as a whole gives way to what says more.</summary>
    private void Absorb(TrackedIssue issue, CandidateSeries series, int reports)
    {
        if (series.Key.Kind == CandidateKind.Product || series.Key.Product != issue.Product)
        {
            return;
        }
        AddKey(issue, series, int.MaxValue);
        var whole = issue.Keys.FirstOrDefault(k => k.Kind == CandidateKind.Product);
        if (whole != default && reports >= 0.4 * issue.Members.Count)
        {
            issue.RemoveKey(whole);
            _byKey[whole].Remove(issue);
        }
    }

    /// <summary>Adds the candidates that rose together with the issue: they share feedback with it, or began at the same time.</summary>
    private void Gather(TrackedIssue issue, IReadOnlyList<CandidateSeries> candidates, int today, bool together)
    {
        var open = candidates.Where(s => Related(issue, s) && s.LastDay >= issue.Onset).ToList();
        for (var grew = true; grew && issue.HasRoom;)
        {
            grew = false;
            foreach (var series in open.ToList())
            {
                if (Rose(issue, series, today, together))
                {
                    AddKey(issue, series, today);
                    open.Remove(series);
                    grew = true;
                }
            }
        }
    }

    private static bool Related(TrackedIssue issue, CandidateSeries series) =>
        series.Key.Polarity == issue.Polarity && series.Key.Product == issue.Product && series.Key.Kind != CandidateKind.Product && !issue.Keys.Contains(series.Key);

    private bool Rose(TrackedIssue issue, CandidateSeries series, int today, bool together)
    {
        var days = Math.Clamp(today - issue.Onset + 1, 1, Baseline.Guard);
        var count = series.Sum(today - days + 1, today);
        if (count < MinReports || baseline.Expect(series, today, days) is not { } expected || (count - expected.Mean) / count < MinExcess)
        {
            return false;
        }
        var p = expected.Tail(count);
        if (p > AssociatedP)
        {
            return false;
        }
        var window = series.Members.Where(m => m.Day > today - days && m.Day <= today).ToList();
        return Shared(issue, window) >= SharedFeedback
            || (together && issue.Product is not null && p <= TogetherP && Math.Abs(Onset(series, new Surprise(days, count, expected, p), today) - issue.Onset) <= SameOnsetDays);
    }

    /// <summary>Counts the issue as a whole in each window and keeps the most surprising. Reports that several of its candidates count are expected once.</summary>
    private void Measure(TrackedIssue issue, int today)
    {
        var all = issue.Keys.Select(counts.Find).OfType<CandidateSeries>().ToList();
        var strength = new Dictionary<CandidateKey, double>();
        foreach (var window in Surprise.Windows)
        {
            var reports = SeverityScale.Voices(issue.Members.Values.Where(m => m.Day > today - window && m.Day <= today));
            var (sum, expected, size) = (0.0, 0.0, 0.0);
            foreach (var series in all)
            {
                if (baseline.Expect(series, today, window) is not { } distribution)
                {
                    continue;
                }
                var count = series.Sum(today - window + 1, today);
                (sum, expected, size) = (sum + count, expected + distribution.Mean, size + distribution.Size);
                strength[series.Key] = Math.Min(strength.GetValueOrDefault(series.Key, 1), distribution.Tail(count));
            }
            if (sum > 0 && reports > 0)
            {
                // As many reports lie behind the sum of expectations more than once as lie behind the sum of counts.
                var once = Math.Min(1, reports / sum);
                var union = new NegativeBinomial(expected * once, Math.Min(size * once, MaxSize));
                var p = union.Tail(reports);
                if (issue.Peak is null || p < issue.Peak.PValue || (p == issue.Peak.PValue && reports > issue.Peak.Count))
                {
                    issue.Peak = new IssuePeak(window, reports, union.Mean, union.Size, p);
                }
            }
        }
        issue.Peak ??= new IssuePeak(1, issue.Members.Count, Math.Max(0.01, issue.Members.Count), 1, 1);
        issue.Order((a, b) => strength.GetValueOrDefault(a, 1).CompareTo(strength.GetValueOrDefault(b, 1)));
    }

    private void AddKey(TrackedIssue issue, CandidateSeries series, int today)
    {
        if (!issue.HasRoom || issue.Keys.Contains(series.Key))
        {
            return;
        }
        issue.AddKey(series.Key);
        if (_issues.Contains(issue))
        {
            Index(series.Key, issue);
        }
        Take(issue, series, today);
    }

    private static void Take(TrackedIssue issue, CandidateSeries series, int today)
    {
        foreach (var member in series.Members)
        {
            if (member.Day <= today)
            {
                issue.AddMember(member);
            }
        }
    }

    private void Index(CandidateKey key, TrackedIssue issue)
    {
        if (!_byKey.TryGetValue(key, out var issues))
        {
            _byKey.Add(key, issues = []);
        }
        issues.Add(issue);
    }

    /// <summary>The first day of the rise: the start of the days up to today whose count is most out of the ordinary (the scan statistic of Kulldorff, 1997, in time alone).</summary>
    private static int Onset(CandidateSeries series, Surprise surprise, int today)
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
}
