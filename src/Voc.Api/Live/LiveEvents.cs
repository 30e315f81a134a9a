using Voc.Api.Feedbacks;
using Voc.Api.Issues;
using Voc.Api.SavedSearches;
using Voc.Api.Storage;
using Voc.Api.Trends;
using Voc.Dashboard.Live;

namespace Voc.Api.Live;

/// <summary>Committed events as the hub sends them.</summary>
internal sealed class LiveEvents(EventLog log, FeedbackReader feedback, IssueReader issues, SavedSearchReader saved, TrendReader trends) : ILiveEvents
{
    private const int BatchSize = 200;

    public long LastSequence() => log.LastSequence();

    public async Task<LiveBatch> ReadNextAsync(long after, CancellationToken cancellationToken)
    {
        var events = await log.ReadNextAsync(after, BatchSize, cancellationToken);
        var last = events[^1].Sequence;
        var (arrived, changed, deleted) = (Subjects(events, EventKind.FeedbackArrived), Subjects(events, EventKind.FeedbackChanged), Subjects(events, EventKind.FeedbackDeleted));
        return new LiveBatch(
            after,
            last,
            feedback.Summaries(arrived),
            issues.Summaries(Subjects(events, EventKind.IssueChanged)),
            arrived.Count == 0 && changed.Count == 0 && deleted.Count == 0 ? null : trends.Today(last))
        {
            Changed = feedback.Summaries(changed),
            // A note that its writer changed was taken out and came again.
            Deleted = [.. deleted.Except(arrived)],
            Alerts = saved.Live(Subjects(events, EventKind.SavedSearchAlert)),
        };
    }

    private static List<long> Subjects(IReadOnlyList<EventRow> events, EventKind kind) =>
        [.. events.Where(e => e.Kind == kind).Select(e => e.SubjectId).Distinct()];
}
