using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Api.Issues.Severity;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

/// <summary>
/// Gives feedback that the detector found for an issue to the issues that people decided it belongs to, inside an open transaction. The
/// detector knows nothing of decisions: it goes on following a merged issue as one of its own, which is why it does not raise it again,
/// and goes on telling apart what it split by itself, also where people made that one again.
/// </summary>
internal sealed class IssueRouting(StoreConnection connection, VocDbContext context, DateTimeOffset now)
{
    /// <summary>Part of a new issue's feedback that has to be what was split off for it to be that issue.</summary>
    private const double LeastShare = 0.5;

    private const string Link =
        "INSERT INTO issue_feedback (IssueId, FeedbackId, Via, LinkedAt) SELECT $issue, Id, $via, $at FROM feedback WHERE Id = $feedback " +
        "ON CONFLICT (IssueId, FeedbackId) DO UPDATE SET Via = NULL WHERE excluded.Via IS NULL";

    private const string IsLinked = "SELECT 1 FROM issue_feedback WHERE IssueId = $issue AND FeedbackId = $feedback";

    private readonly List<IssueRuleRow> _rules = [.. context.InForce().AsNoTracking()];
    private readonly Dictionary<long, long> _merged = context.Set<IssueRow>().IgnoreQueryFilters().AsNoTracking().Where(i => i.MergedInto != null).ToDictionary(i => i.Id, i => i.MergedInto!.Value);
    private readonly ILookup<long, long> _splits = context.Set<IssueRow>().AsNoTracking().Where(i => i.SplitFrom != null).ToLookup(i => i.SplitFrom!.Value, i => i.Id);

    private readonly IReadOnlyDictionary<long, long> _rejoined = IssueParts.Rejoined(context);

    /// <summary>The decision by which what the detector takes for a new issue belongs to a known one, or null.</summary>
    public IssueRuleRow? RuleFor(IssueFinding finding) => _rules.Find(rule => context.AnyIssue(rule.FromId) is { } from
        && from.Polarity == finding.Polarity && from.Product == finding.Product
        && (rule.Kind == IssueRuleKind.Merge ? IsAbout(from, finding) : IsSplit(rule.ReadMatch(), finding)));

    /// <summary>Makes an issue that was just found a part of the one a decision names.</summary>
    public void Follow(IssueRow found, IssueRuleRow rule)
    {
        (found.MergedInto, found.MergedBy) = (rule.ToId, rule.Id);
        _merged[found.Id] = rule.ToId;
        context.Add(new IssueChangeRow { IssueId = rule.ToId, At = now, Who = "", Action = IssueActions.Followed, After = found.Title, Reason = "rule" });
        context.SaveChanges();
    }

    /// <summary>Makes what the detector split off a part of its issue again at once, because people decided what is one there.</summary>
    public void Keep(IssueRow part, IssueRow whole)
    {
        part.MergedInto = whole.Id;
        _merged[part.Id] = whole.Id;
        context.SaveChanges();
    }

    /// <summary>Whether people ended that what comes later follows an automatic split, so that its part stays as it is.</summary>
    public bool IsRejoined(long issue) => !_merged.ContainsKey(issue) && _rejoined.ContainsKey(issue);

    /// <summary>Gives feedback to an issue, or to where it belongs instead, and announces the issues that people see changed.</summary>
    public void Deliver(IssueRow found, IReadOnlyList<long> feedback)
    {
        var reached = new HashSet<long> { Visible(found.Id) };
        foreach (var id in feedback)
        {
            Give(found.Id, id, null, reached, []);
        }
        foreach (var issue in reached)
        {
            if (issue != found.Id && context.Set<IssueRow>().SingleOrDefault(i => i.Id == issue) is { } other)
            {
                GrowWith(other, found);
            }
            connection.AppendEvent(EventKind.IssueChanged, issue, now);
        }
        context.SaveChanges();
    }

    /// <summary>The issue that people see for one.</summary>
    private long Visible(long issue)
    {
        for (var steps = 0; steps < _merged.Count && _merged.TryGetValue(issue, out var into); steps++)
        {
            issue = into;
        }
        return issue;
    }

    private void Give(long issue, long feedback, long? via, HashSet<long> reached, HashSet<long> passed)
    {
        if (!passed.Add(issue))
        {
            return;
        }
        if ((IsRejoined(issue) ? _rejoined[issue] : SplitOff(issue, feedback)) is { } other)
        {
            Give(other, feedback, null, reached, passed);
            return;
        }
        connection.Execute(Link, ("$issue", issue), ("$feedback", feedback), ("$via", via), ("$at", now.ToUnixTimeMilliseconds()));
        if (_merged.TryGetValue(issue, out var into))
        {
            Give(into, feedback, issue, reached, passed);
        }
        else
        {
            reached.Add(issue);
        }
    }

    /// <summary>The issue that took this from another one: by hand, or by a decision in force.</summary>
    private long? SplitOff(long issue, long feedback)
    {
        foreach (var other in _splits[issue])
        {
            if (connection.Scalar(IsLinked, ("$issue", other), ("$feedback", feedback)) is not null)
            {
                return other;
            }
        }
        var rules = _rules.Where(r => r.Kind == IssueRuleKind.Split && r.FromId == issue).ToList();
        return rules.Count > 0 && MatchedReport.Find(connection, feedback) is { } report ? rules.Find(r => r.ReadMatch().Matches(report))?.ToId : null;
    }

    private static bool IsAbout(IssueRow merged, IssueFinding finding)
    {
        var keys = StoredKeys.Read(merged).ToHashSet();
        return finding.Keys.Count > 0 && (keys.Contains(finding.Keys[0]) || 2 * finding.Keys.Count(keys.Contains) >= finding.Keys.Count);
    }

    private bool IsSplit(SplitMatch match, IssueFinding finding)
    {
        var reports = finding.NewFeedback.Select(id => MatchedReport.Find(connection, id)).OfType<MatchedReport>().ToList();
        return reports.Count > 0 && reports.Count(match.Matches) >= LeastShare * reports.Count;
    }

    /// <summary>What people see of an issue grows with what it got from another.</summary>
    private void GrowWith(IssueRow issue, IssueRow from)
    {
        issue.LastSeen = from.LastSeen > issue.LastSeen ? from.LastSeen : issue.LastSeen;
        issue.LastRise = Math.Max(issue.LastRise, from.LastRise);
        SeverityRating.Rate(connection, issue);
        issue.UpdatedAt = now;
        if (issue.SplitFrom is not null)
        {
            SplitCount.Measure(connection, issue);
        }
    }
}
