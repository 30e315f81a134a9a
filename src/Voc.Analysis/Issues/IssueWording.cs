namespace Voc.Analysis.Issues;

/// <summary>Finds the words that tell what the feedback of an issue has in common: the smallest set of candidates that covers it and little else.</summary>
internal sealed class IssueWording(CandidateCounts counts)
{
    private const int MaxKeys = 8;
    private const int MinInside = 2;

    /// <summary>Share of the issue's feedback that a candidate must be in.</summary>
    private const double MinCover = 0.2;

    /// <summary>Share of a candidate's feedback since the issue began that must be the issue's: later feedback about it will follow.</summary>
    private const double MinPrecision = 0.5;

    /// <summary>Share of all other feedback that a candidate may be in: what is in many texts, as the name of the product is, tells nothing.</summary>
    private const double MaxOutside = 0.1;

    /// <summary>Sets what the issue is about, the most telling first.</summary>
    public void Word(TrackedIssue issue, int today)
    {
        var told = new List<(CandidateSeries Series, double Keyness)>();
        var members = issue.Members.Count;
        var scope = counts.Scope(issue.Polarity, issue.Product);
        var all = counts.Total(issue.Polarity, issue.Product);
        foreach (var series in scope)
        {
            if (series.LastDay < issue.Onset || series.Key.Kind == CandidateKind.Product)
            {
                continue;
            }
            var since = series.Since(issue.Onset, today);
            var inside = since.Count(m => issue.Members.ContainsKey(m.Id));
            if (inside >= Math.Max(MinInside, MinCover * members) && inside >= MinPrecision * since.Count && series.Total - inside <= MaxOutside * Math.Max(1, all - members))
            {
                told.Add((series, Keyness(inside, members, series.Total - inside, all - members)));
            }
        }
        if (told.Count > 0)
        {
            issue.SetKeys([.. told.OrderByDescending(t => t.Keyness).ThenBy(t => t.Series.Key.Kind).ThenBy(t => t.Series.Key.Term, StringComparer.Ordinal).Take(MaxKeys).Select(t => t.Series.Key)]);
        }
        else if (issue.Keys.Count == 0)
        {
            issue.SetKeys([new CandidateKey(issue.Polarity, issue.Product, CandidateKind.Product, "")]);
        }
    }

    /// <summary>How much more often inside than outside (the log-likelihood ratio of Dunning, 1993); 0 where not more often.</summary>
    private static double Keyness(double inside, double insideAll, double outside, double outsideAll)
    {
        outsideAll = Math.Max(outsideAll, outside + 1);
        var rate = (inside + outside) / (insideAll + outsideAll);
        double Part(double count, double expected) => count <= 0 ? 0 : count * Math.Log(count / expected);
        return inside / insideAll <= rate ? 0 : 2 * (Part(inside, insideAll * rate) + Part(outside, outsideAll * rate));
    }
}
