using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Replays;

/// <summary>An issue as it was found and judged in its time, with its feedback.</summary>
internal sealed record RecordedIssue(IssueRow Row, IReadOnlySet<long> Feedback)
{
    /// <summary>People who acknowledged, investigated or fixed an issue took it for real; who muted it did not; a new one nobody has judged.</summary>
    public string Judgement => Row.State switch
    {
        IssueState.New => "open",
        IssueState.Muted => "muted",
        _ => "real",
    };
}

/// <summary>The issues an archive's alarms can be compared with, and when an alarm is one of them.</summary>
internal sealed class RecordedIssues
{
    /// <summary>An alarm and an issue match from so many shared reports on …</summary>
    public const int MinShared = 2;

    /// <summary>… when these are at least this part of the reports of the smaller one.</summary>
    public const double MinPart = 0.2;

    private readonly ILookup<long, RecordedIssue> _byFeedback;

    private RecordedIssues(IReadOnlyList<RecordedIssue> all)
    {
        All = all;
        _byFeedback = all.SelectMany(i => i.Feedback.Select(f => (Feedback: f, Issue: i))).ToLookup(pair => pair.Feedback, pair => pair.Issue);
    }

    public IReadOnlyList<RecordedIssue> All { get; }

    /// <summary>All issues with feedback since a time.</summary>
    public static RecordedIssues Read(Store store, DateTimeOffset since)
    {
        using var context = store.Context();
        var first = FeedbackId.From(since);
        var links = context.Set<IssueFeedbackRow>().AsNoTracking().Where(l => l.FeedbackId >= first).ToLookup(l => l.IssueId, l => l.FeedbackId);
        return new RecordedIssues([.. context.Set<IssueRow>().AsNoTracking().Where(i => i.LastSeen >= since).OrderBy(i => i.DetectedAt).AsEnumerable()
            .Select(row => new RecordedIssue(row, links[row.Id].ToHashSet())).Where(issue => issue.Feedback.Count > 0)]);
    }

    /// <summary>The issues that share reports with an alarm, those that share most first.</summary>
    public IReadOnlyList<(RecordedIssue Issue, int Shared)> Matching(IReadOnlyCollection<long> alarm) =>
        [.. alarm.SelectMany(f => _byFeedback[f]).GroupBy(i => i).Select(g => (Issue: g.Key, Shared: g.Count()))
            .Where(m => m.Shared >= MinShared && m.Shared >= MinPart * Math.Min(alarm.Count, m.Issue.Feedback.Count)).OrderByDescending(m => m.Shared).ThenBy(m => m.Issue.Row.Id)];
}
