using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Issues;

/// <summary>Filters, sorts and pages issues.</summary>
internal sealed class IssueBoard(Store store, IssueReader reader, ArchiveSearch archive, EventLog log)
{
    /// <summary>Share of an issue's reports that have to be about a topic for the issue to be about it.</summary>
    private const double TopicShare = 1.0 / 3;

    private const string Links = "SELECT IssueId, FeedbackId FROM issue_feedback ORDER BY IssueId";

    public IssueList List(IssueFilter filter)
    {
        // Before the issues are read: what happens meanwhile is sent again rather than missed.
        var sequence = log.LastSequence();
        var (all, passing) = Find(filter);
        var shown = Sorted(passing.Where(i => filter.States.Contains(i.State)), filter.Sort);
        return new IssueList(
            reader.Summaries([.. shown.Skip(filter.Offset).Take(filter.Limit)]),
            sequence,
            shown.Count,
            [.. passing.CountBy(i => i.State).OrderBy(s => s.Key).Select(s => new ValueCount(s.Key.Name(), s.Value))],
            [.. all.Select(i => i.Product).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. all.Select(i => i.Slice).OfType<Slice>().Distinct().OrderBy(s => s.Field, StringComparer.Ordinal).ThenBy(s => s.Value, StringComparer.Ordinal)],
            [.. all.Select(i => i.Assignee).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }

    public IssueOrder Order(IssueFilter filter) =>
        new([.. Sorted(Find(filter).Passing.Where(i => filter.States.Contains(i.State)), filter.Sort).Select(i => i.Id)]);

    /// <summary>All issues, and those that pass, whatever their state.</summary>
    private (List<IssueRow> All, List<IssueRow> Passing) Find(IssueFilter filter)
    {
        using var context = store.Context();
        var all = context.Set<IssueRow>().AsNoTracking().ToList();
        var passing = all.Where(filter.Passes);
        if (filter.Topics.Count > 0)
        {
            var about = About(filter.Topics);
            passing = passing.Where(i => about.Contains(i.Id));
        }
        return (all, [.. passing]);
    }

    /// <summary>Issues of which enough reports are about one of the topics.</summary>
    private HashSet<long> About(IReadOnlyList<string> topics)
    {
        using var found = archive.Find(new ScopeQuery { Topic = [.. topics] }.Request());
        var counts = new Dictionary<long, (int Reports, int About)>();
        using var rows = found.Connection.Query(Links);
        while (rows.Read())
        {
            var (reports, about) = counts.GetValueOrDefault(rows.GetInt64(0));
            counts[rows.GetInt64(0)] = (reports + 1, about + (found.Texts.Contains(rows.GetInt64(1)) ? 1 : 0));
        }
        return [.. counts.Where(c => c.Value.About >= c.Value.Reports * TopicShare).Select(c => c.Key)];
    }

    private List<IssueRow> Sorted(IEnumerable<IssueRow> issues, IssueSort sort)
    {
        var order = sort switch
        {
            IssueSort.Surprise => issues.OrderBy(i => i.PValue),
            IssueSort.Growth => issues.OrderByDescending(i => i.Growth),
            IssueSort.Reach => ByReach(issues),
            IssueSort.Count => issues.OrderByDescending(i => i.Count),
            IssueSort.Newest => issues.OrderByDescending(i => i.DetectedAt),
            IssueSort.Due => issues.OrderBy(i => i.DueOn ?? int.MaxValue).ThenByDescending(i => i.Severity),
            _ => issues.OrderByDescending(i => i.Severity),
        };
        return [.. order.ThenByDescending(i => i.DetectedAt).ThenByDescending(i => i.Id)];
    }

    private IOrderedEnumerable<IssueRow> ByReach(IEnumerable<IssueRow> issues)
    {
        using var connection = store.Open();
        var customers = IssueTallies.Customers(connection);
        return issues.OrderByDescending(i => customers.GetValueOrDefault(i.Id));
    }
}
