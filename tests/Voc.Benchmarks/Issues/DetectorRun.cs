using Voc.Analysis.Issues;

namespace Voc.Benchmarks.Issues;

/// <summary>Lets the product's detector read a stream as if live: it judges after each complaint.</summary>
internal static class DetectorRun
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly GraveWords Grave = GraveWords.Load();

    /// <summary>The issues it opens, each once, when it opens them.</summary>
    /// <param name="stream">The stream, in order.</param>
    /// <param name="falseAlarmsPerYear">The budget.</param>
    /// <param name="isSliced">Whether the complaints are given sources and regions, see <see cref="SlicedAlarms"/>.</param>
    public static IReadOnlyList<Alarm> Run(IReadOnlyList<Complaint> stream, double falseAlarmsPerYear, bool isSliced = false)
    {
        var detector = new IssueDetector(new IssueDetectorOptions { Zone = Zone, GraveWords = Grave, FalseAlarmsPerYear = falseAlarmsPerYear });
        var alarms = new List<Alarm>();
        var told = new Dictionary<TrackedIssue, HashSet<long>>();
        var (day, second) = (0, 0);
        for (var i = 0; i < stream.Count; i++)
        {
            (day, second) = stream[i].Day.DayNumber == day ? (day, second + 1) : (stream[i].Day.DayNumber, 0);
            var at = new DateTimeOffset(stream[i].Day.ToDateTime(new TimeOnly(9, 0)).AddSeconds(second), TimeSpan.FromHours(9));
            detector.Add(new AnalyzedFeedback(i + 1, isSliced ? SlicedAlarms.Slice(Feedback(stream[i], i, at), stream[i].Row) : Feedback(stream[i], i, at), stream[i].Reading));
            foreach (var found in detector.Evaluate(at))
            {
                IReadOnlyList<Complaint> Complaints(IEnumerable<long> ids) => [.. ids.Select(id => stream[(int)id - 1])];
                (told.TryGetValue(found.Issue, out var had) ? had : told[found.Issue] = []).UnionWith(found.NewFeedback);
                if (found.PartedFrom is { } whole)
                {
                    told[whole].ExceptWith(found.NewFeedback);
                }
                if (found.Issue.Id == 0)
                {
                    found.Issue.Id = alarms.Count + 1;
                    alarms.Add(new Alarm(0, i, found.Product, Complaints(found.NewFeedback))
                    {
                        Title = found.Title.Ja,
                        Peak = found.Peak,
                        Slice = found.Slice,
                        Kept = found.PartedFrom is null ? null : Complaints(told[found.PartedFrom]),
                    });
                }
            }
        }
        return alarms;
    }

    private static Feedback Feedback(Complaint complaint, int number, DateTimeOffset at) => new()
    {
        Source = "complaints",
        ExternalId = $"{number}",
        Channel = Channel.Survey,
        Text = complaint.Text,
        OccurredAt = at,
        Product = complaint.Product,
    };
}
