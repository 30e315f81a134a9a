using Voc.Analysis.Issues;
using Voc.Analysis.Search;
using Voc.Api.Replays;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// A detector of other settings that is made from the archive beside the one at work, which goes on judging meanwhile: to count everything
/// anew and to find the level at which to alarm takes minutes where there is much. It runs on a thread that gives way to the service, and
/// for so long there are two detectors in memory.
/// </summary>
internal sealed class DetectorSuccessor : IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private readonly Task _made;

    /// <summary>Begins to make it.</summary>
    /// <param name="detector">A detector that has seen nothing yet.</param>
    /// <param name="perYear">The false alarms a year it works at.</param>
    /// <param name="source">Where feedback and issues are read.</param>
    /// <param name="now">The time.</param>
    /// <param name="stopping">Ends it.</param>
    public DetectorSuccessor(IssueDetector detector, double perYear, SuccessorSource source, DateTimeOffset now, CancellationToken stopping)
    {
        (Detector, PerYear) = (detector, perYear);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var token = _cancellation.Token;
        _made = QuietThread.RunAsync("detector", () => Make(source, now, token));
    }

    public IssueDetector Detector { get; }

    public double PerYear { get; }

    /// <summary>The last event it has counted.</summary>
    public long Last { get; private set; }

    /// <summary>Whether it is made, or cannot be.</summary>
    public bool IsDone => _made.IsCompleted;

    /// <summary>Ends when it is made; fails with what kept it from being made.</summary>
    public Task MadeAsync() => _made;

    public void Dispose()
    {
        _cancellation.Cancel();
        _cancellation.Dispose();
    }

    private void Make(SuccessorSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using (var connection = source.Store.Open())
        {
            connection.Execute("BEGIN");
            Last = DetectionPosition.LastEvent(connection);
            // After the view of the feedback is fixed: an issue that is found meanwhile is known rather than found again.
            foreach (var issue in DetectionArchive.Issues(source.Store, source.IssuesFrom))
            {
                Detector.Restore(issue);
            }
            foreach (var feedback in DetectionArchive.Read(connection, source.FeedbackFrom, source.Terms))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Detector.Add(feedback);
            }
            connection.Execute("COMMIT");
        }
        Detector.Prepare(now);
    }
}

/// <summary>What a <see cref="DetectorSuccessor"/> is made from.</summary>
/// <param name="Store">The store.</param>
/// <param name="Terms">The terms of texts that were stored without any.</param>
/// <param name="FeedbackFrom">What was said since then is counted.</param>
/// <param name="IssuesFrom">Issues with feedback since then are known.</param>
internal sealed record SuccessorSource(Store Store, IndexTerms Terms, DateTimeOffset FeedbackFrom, DateTimeOffset IssuesFrom);
