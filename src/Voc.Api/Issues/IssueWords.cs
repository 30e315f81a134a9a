namespace Voc.Api.Issues;

/// <summary>
/// How like the titles of issues are: the cosine of their pairs of characters, each weighted by how few titles have it. What all titles
/// say (「の報告が増加」) tells nothing.
/// </summary>
internal sealed class IssueWords
{
    private readonly Dictionary<long, HashSet<int>> _titles;
    private readonly Dictionary<int, double> _weights;

    public IssueWords(IReadOnlyList<IssueRow> issues)
    {
        _titles = issues.ToDictionary(i => i.Id, i => TextLikeness.Pairs(Bare(i)));
        _weights = _titles.Values.SelectMany(t => t).CountBy(pair => pair).ToDictionary(p => p.Key, p => Math.Log((1.0 + issues.Count) / p.Value));
    }

    /// <summary>0 for nothing in common, 1 for the same title; the product's name does not count.</summary>
    public double Likeness(IssueRow one, IssueRow other)
    {
        var (a, b) = (_titles[one.Id], _titles[other.Id]);
        var length = Math.Sqrt(a.Sum(Square) * b.Sum(Square));
        return length == 0 ? 0 : a.Where(b.Contains).Sum(Square) / length;
    }

    private double Square(int pair) => _weights[pair] * _weights[pair];

    private static string Bare(IssueRow issue) => issue.Product is { Length: > 0 } product ? issue.Title.Replace(product, "", StringComparison.Ordinal) : issue.Title;
}
