using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

/// <summary>The count of an issue that was split off, which no detector measures: its reports in a window against its part of what was expected.</summary>
internal static class SplitCount
{
    private const string InWindow =
        "SELECT count(*) FROM issue_feedback l JOIN feedback f ON f.Id = l.FeedbackId WHERE l.IssueId = $issue AND f.Day > $last - $window AND f.Day <= $last";

    private const string LastDay = "SELECT max(f.Day) FROM issue_feedback l JOIN feedback f ON f.Id = l.FeedbackId WHERE l.IssueId = $issue";

    /// <summary>Notes the count of the window that ends with its last report, where that is more than it had.</summary>
    public static void Measure(StoreConnection connection, IssueRow issue)
    {
        if (connection.Scalar(LastDay, ("$issue", issue.Id)) is not long last)
        {
            return;
        }
        var count = (int)(long)connection.Scalar(InWindow, ("$issue", issue.Id), ("$last", last), ("$window", issue.WindowDays))!;
        if (count > issue.Count)
        {
            issue.Count = count;
            issue.PValue = new NegativeBinomial(issue.Expected, issue.Size).Tail(count);
        }
    }
}
