using Voc.Api.Search;

namespace Voc.Api.Issues;

/// <summary>The words of an issue's reports: in how large a share of them each is, weighted by how rare it is in the archive (tf-idf).</summary>
internal sealed class ReportProfile
{
    private const int MostReports = 60;

    private readonly Dictionary<int, double> _weights;
    private readonly double _length;

    private ReportProfile(Dictionary<int, double> weights) => (_weights, _length) = (weights, Math.Sqrt(weights.Values.Sum(w => w * w)));

    public static ReportProfile Of(SearchSession session, long issue)
    {
        var counts = new Dictionary<int, int>();
        foreach (var id in SearchMatch.TextsOfIssue(session.Connection, issue).TakeLast(MostReports))
        {
            if (session.Index.TryGet(id, out var text))
            {
                foreach (var term in text.Terms.ToArray().Distinct())
                {
                    counts[term] = counts.GetValueOrDefault(term) + 1;
                }
            }
        }
        var most = counts.Values.DefaultIfEmpty(1).Max();
        return new(counts.ToDictionary(c => c.Key, c => (double)c.Value / most * Math.Log(1 + ((double)session.Index.Count / Math.Max(1, session.Index.DocumentFrequency(c.Key))))));
    }

    /// <summary>Cosine: 0 for no word in common, 1 for the same words as often.</summary>
    public double Likeness(ReportProfile other)
    {
        var (small, large) = _weights.Count <= other._weights.Count ? (_weights, other._weights) : (other._weights, _weights);
        return _length * other._length == 0 ? 0 : small.Sum(w => w.Value * large.GetValueOrDefault(w.Key)) / (_length * other._length);
    }
}
