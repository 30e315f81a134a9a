using Voc.Analysis.Issues;

namespace Voc.Api.Replays;

/// <summary>Something the detector said in a replay.</summary>
/// <param name="At">The feedback that made it say so.</param>
/// <param name="Finding">What it said; the issue's identifier is its number in the replay, from 1.</param>
/// <param name="IsNew">Whether it is an alarm, and not the growth of an issue.</param>
internal readonly record struct ReplayStep(AnalyzedFeedback At, IssueFinding Finding, bool IsNew);

/// <summary>Lets a detector judge the past as if it were live: after each piece of feedback, in the order given.</summary>
internal static class ReplayPass
{
    /// <param name="detector">A detector that has seen nothing yet.</param>
    /// <param name="feedback">Feedback in the order of time.</param>
    /// <param name="judgeFrom">What was said before is learned from and not judged.</param>
    /// <param name="cancellationToken">Ends it between two pieces.</param>
    public static IEnumerable<ReplayStep> Run(IssueDetector detector, IEnumerable<AnalyzedFeedback> feedback, DateTimeOffset judgeFrom, CancellationToken cancellationToken)
    {
        var number = 0;
        foreach (var said in feedback)
        {
            cancellationToken.ThrowIfCancellationRequested();
            detector.Add(said);
            if (said.Feedback.OccurredAt < judgeFrom)
            {
                continue;
            }
            foreach (var finding in detector.Evaluate(said.Feedback.OccurredAt))
            {
                var isNew = finding.Issue.Id == 0;
                finding.Issue.Id = isNew ? ++number : finding.Issue.Id;
                yield return new ReplayStep(said, finding, isNew);
            }
        }
    }
}
