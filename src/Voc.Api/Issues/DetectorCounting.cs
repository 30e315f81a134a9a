using Voc.Analysis.Issues;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Gives a detector feedback of the store, and judges the days that nobody judged as if somebody had been there.</summary>
internal sealed class DetectorCounting(Store store, CurrentReading reading, TimeZoneInfo zone)
{
    /// <summary>Days back from today that are judged one by one when they were not judged before.</summary>
    public const int ReplayDays = 35;

    /// <summary>Issues with feedback of so many days are known.</summary>
    public const int KnownDays = 90 + ReplayDays;

    /// <summary>Makes known what was found and counts what came after a state; days that were not judged yet are judged.</summary>
    /// <param name="detector">A detector in that state.</param>
    /// <param name="connection">In a read transaction.</param>
    /// <param name="changes">What was committed since.</param>
    /// <param name="judged">The last day that was judged, or null.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public List<IssueFinding> CatchUp(IssueDetector detector, StoreConnection connection, DetectionChanges changes, int? judged, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (changes.Issues)
        {
            detector.Resume(DetectionArchive.Issues(store, now.AddDays(-KnownDays)));
        }
        foreach (var id in changes.Deleted)
        {
            detector.Forget(id);
        }
        // In the order in which it came, unless there are days to be judged.
        IEnumerable<long> arrived = judged == CompanyDay.Of(now, zone).DayNumber ? changes.Arrived : changes.Arrived.Order();
        var (findings, _) = Count(detector, arrived.Select(id => DetectionArchive.Find(connection, id, reading.Analyzer.Terms)).OfType<AnalyzedFeedback>(), judged, now, cancellationToken);
        return findings;
    }

    /// <summary>Adds feedback; days that were not judged yet are judged when the next begins.</summary>
    public (List<IssueFinding> Findings, int Feedback) Count(IssueDetector detector, IEnumerable<AnalyzedFeedback> feedback, int? judged, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = CompanyDay.Of(now, zone).DayNumber;
        var judgeFrom = Math.Max(today - ReplayDays, (judged ?? 0) + 1);
        var findings = new List<IssueFinding>();
        var (count, lastDay, lastTime) = (0, 0, now);
        foreach (var analyzed in feedback)
        {
            var day = CompanyDay.Of(analyzed.Feedback.OccurredAt, zone).DayNumber;
            if (day > lastDay && lastDay >= judgeFrom && lastDay < today)
            {
                findings.AddRange(detector.Evaluate(lastTime));
            }
            (lastDay, lastTime) = (day, analyzed.Feedback.OccurredAt);
            detector.Add(analyzed);
            cancellationToken.ThrowIfCancellationRequested();
            count++;
        }
        return (findings, count);
    }
}
