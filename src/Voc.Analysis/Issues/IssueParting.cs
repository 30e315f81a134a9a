namespace Voc.Analysis.Issues;

/// <summary>Two causes in the reports of one issue, each with what makes it surprising alone.</summary>
/// <param name="Kept">The part that the issue is about.</param>
/// <param name="Split">The other.</param>
internal sealed record Parting(Cluster Kept, Cluster Split);

/// <summary>
/// Tells whether an issue has become two: its recent reports are divided around the two of them to which all lie nearest (partitioning
/// around medoids, Kaufman and Rousseeuw, 1990, every pair tried), and the parts are two causes where each is told by enough people and is
/// coherent, what the one says repeatedly the other does not say, and each would be more than usual if the other had never come. The order of
/// the reports makes no difference.
/// </summary>
/// <param name="archive">The reports.</param>
/// <param name="counts">What is said in which of them.</param>
internal sealed class IssueParting(ReportArchive archive, CandidateCounts counts)
{
    /// <summary>Customers a part has at least, and recent reports that are looked at.</summary>
    public const int MinPart = 4;
    private const int MostReports = 60;

    /// <summary>
    /// How much more alike the reports of a part are to each other than to the other part, on average, from 0 to 1: the silhouette
    /// (Rousseeuw, 1987) of likeness.
    /// </summary>
    private const double Apart = 0.4;

    /// <summary>
    /// Share of what the reports of both parts say repeatedly that must be said in one part alone. One cause in many wordings is told with
    /// the same words in other company; what nearly all reports of both parts say is what the causes have in common and tells nothing.
    /// </summary>
    private const double OwnWords = 0.95;
    private const double CommonWord = 0.7;
    private const int Repeated = 3;

    /// <summary>The two causes, or null where it is one.</summary>
    /// <param name="issue">What is seen of an issue.</param>
    /// <param name="today">Company day.</param>
    public Parting? Of(TrackedIssue issue, int today)
    {
        if (archive.ScopeOf(issue) is not { } scope)
        {
            return null;
        }
        scope.Age(today);
        var reports = scope.Recent.Where(r => r.Day <= today && issue.Members.ContainsKey(r.Member.Id)).OrderBy(r => r.Day).ThenBy(r => r.Member.Id).TakeLast(MostReports).ToArray();
        if (reports.Length < 2 * MinPart)
        {
            return null;
        }
        var likeness = Likeness(reports);
        var (one, other) = Middles(likeness);
        var first = Enumerable.Range(0, reports.Length).Where(i => likeness[i, one] >= likeness[i, other]).ToArray();
        var second = Enumerable.Range(0, reports.Length).Except(first).ToArray();
        if (!HasVoices(reports, first) || !HasVoices(reports, second) || !AreTwo(likeness, reports, first, second))
        {
            return null;
        }
        var isFirst = Keeps(issue, reports, first, second);
        return Alone(scope, reports, one, first, second, today) is { PValue: <= IssueMerger.WeakP } a && Alone(scope, reports, other, second, first, today) is { PValue: <= IssueMerger.WeakP } b
            ? isFirst ? new Parting(a, b) : new Parting(b, a)
            : null;
    }

    private static bool HasVoices(Report[] reports, int[] part) => SeverityScale.Voices(part.Select(i => reports[i].Member)) >= MinPart;

    private static double[,] Likeness(Report[] reports)
    {
        var likeness = new double[reports.Length, reports.Length];
        for (var a = 0; a < reports.Length; a++)
        {
            likeness[a, a] = 1;
            for (var b = a + 1; b < reports.Length; b++)
            {
                likeness[a, b] = likeness[b, a] = Math.Max(0, reports[a].Meaning.Likeness(reports[b].Meaning));
            }
        }
        return likeness;
    }

    /// <summary>The two reports to the nearer of which all lie nearest.</summary>
    private static (int One, int Other) Middles(double[,] likeness)
    {
        var (count, best, found) = (likeness.GetLength(0), -1.0, (0, 1));
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                var sum = 0.0;
                for (var i = 0; i < count; i++)
                {
                    sum += Math.Max(likeness[i, a], likeness[i, b]);
                }
                (best, found) = sum > best + 1e-9 ? (sum, (a, b)) : (best, found);
            }
        }
        return found;
    }

    private static bool AreTwo(double[,] likeness, Report[] reports, int[] first, int[] second) =>
        first.Average(r => Silhouette(likeness, r, first, second)) >= Apart
        && second.Average(r => Silhouette(likeness, r, second, first)) >= Apart && Own(reports, first, second) >= OwnWords;

    private static double Silhouette(double[,] likeness, int report, int[] own, int[] other)
    {
        var (within, between) = (own.Where(r => r != report).Average(r => likeness[report, r]), other.Average(r => likeness[report, r]));
        return (within - between) / Math.Max(1e-9, Math.Max(within, between));
    }

    /// <summary>The share of what is said repeatedly that is said in one part alone, by the weight of its words.</summary>
    private static double Own(Report[] reports, int[] first, int[] second)
    {
        var said = new Dictionary<int, (double Weight, int First, int Second)>();
        foreach (var (part, isFirst) in new[] { (first, true), (second, false) })
        {
            foreach (var meaning in part.Select(i => reports[i].Meaning))
            {
                for (var i = 0; i < meaning.Features.Length; i++)
                {
                    var (weight, one, other) = said.GetValueOrDefault(meaning.Features[i].Number);
                    said[meaning.Features[i].Number] = (weight + meaning.Weights[i], one + (isFirst ? 1 : 0), other + (isFirst ? 0 : 1));
                }
            }
        }
        var (own, all) = (0.0, 0.0);
        foreach (var (weight, one, other) in said.Values)
        {
            if (one + other >= Repeated && Math.Min(one / (double)first.Length, other / (double)second.Length) < CommonWord)
            {
                all += weight;
                own += weight * Math.Max(one, other) / (one + other);
            }
        }
        return own / Math.Max(1e-9, all);
    }

    /// <summary>Whether the first of two parts is what an issue is about: its words are said there, the most telling first; or else it began there.</summary>
    private bool Keeps(TrackedIssue issue, Report[] reports, int[] first, int[] second)
    {
        var about = issue.Keys.Select(counts.Find).OfType<CandidateSeries>().Select(s => s.Members.Select(m => m.Id).ToHashSet()).ToList();
        double Said(int[] part) => about.Select((said, rank) => part.Count(i => said.Contains(reports[i].Member.Id)) / (double)part.Length / (rank + 1)).Sum();
        var (one, other) = (Said(first), Said(second));
        return one == other ? first.Min() < second.Min() : one > other;
    }

    /// <summary>What lies around the middle of a part where the other part had never come.</summary>
    private Cluster? Alone(ReportScope scope, Report[] reports, int middle, int[] part, int[] without, int today)
    {
        var others = without.Select(i => reports[i]).ToHashSet();
        var near = new List<(int Report, int Age)>();
        var center = -1;
        for (var i = 0; i < scope.Recent.Count; i++)
        {
            if (scope.Recent[i].Day <= today && !others.Contains(scope.Recent[i]))
            {
                near.Add((i, today - scope.Recent[i].Day));
                center = scope.Recent[i] == reports[middle] ? i : center;
            }
        }
        if (center < 0 || ClusterScan.Around(new LiveSurroundings(archive, scope, today), center, [.. near]) is not { } found)
        {
            return null;
        }
        var count = part.Count(i => today - reports[i].Day < found.Window);
        var expected = Math.Max(found.Expected.Mean * found.Expected.Unit / found.Now.Weight * count, 1e-3);
        return new Cluster(scope, reports[middle], found.Window, expected, found.Expected.Size, Math.Exp(found.LogP), [.. part.Select(i => reports[i])], []);
    }
}
