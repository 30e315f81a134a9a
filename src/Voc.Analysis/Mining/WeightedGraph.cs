namespace Voc.Analysis.Mining;

/// <summary>Nodes with weighted ties; a tie of a node to itself stands for what was merged into it.</summary>
internal sealed class WeightedGraph
{
    private readonly List<(int Node, double Weight)>[] _ties;
    private readonly double[] _degrees;

    private WeightedGraph(List<(int Node, double Weight)>[] ties)
    {
        _ties = ties;
        // A loop touches its node with both ends.
        _degrees = [.. ties.Select((own, node) => own.Sum(t => t.Node == node ? 2 * t.Weight : t.Weight))];
        Weight = _degrees.Sum() / 2;
    }

    public int Nodes => _ties.Length;

    /// <summary>Of all ties together.</summary>
    public double Weight { get; }

    public static WeightedGraph Of(int nodes, IEnumerable<(int A, int B, double Weight)> ties)
    {
        var sums = new SortedDictionary<(int A, int B), double>();
        foreach (var (a, b, weight) in ties)
        {
            var key = (Math.Min(a, b), Math.Max(a, b));
            sums[key] = sums.GetValueOrDefault(key) + weight;
        }
        var lists = Enumerable.Range(0, nodes).Select(_ => new List<(int, double)>()).ToArray();
        foreach (var ((a, b), weight) in sums)
        {
            lists[a].Add((b, weight));
            if (a != b)
            {
                lists[b].Add((a, weight));
            }
        }
        return new WeightedGraph(lists);
    }

    public IReadOnlyList<(int Node, double Weight)> Ties(int node) => _ties[node];

    /// <summary>Weight of a node's ties.</summary>
    public double Degree(int node) => _degrees[node];

    /// <summary>The graph in which each group is one node.</summary>
    public WeightedGraph Merge(int[] groups, int count) =>
        Of(count, Once().Select(t => (groups[t.A], groups[t.B], t.Weight)));

    /// <summary>Weight inside the groups less what chance would put there, as a share of all weight.</summary>
    public double Modularity(int[] groups)
    {
        if (Weight <= 0)
        {
            return 0;
        }
        var inside = Once().Where(t => groups[t.A] == groups[t.B]).Sum(t => t.Weight) / Weight;
        var chance = Enumerable.Range(0, Nodes).GroupBy(n => groups[n]).Sum(g => Math.Pow(g.Sum(n => _degrees[n]) / (2 * Weight), 2));
        return inside - chance;
    }

    private IEnumerable<(int A, int B, double Weight)> Once() =>
        Enumerable.Range(0, Nodes).SelectMany(a => _ties[a].Where(t => t.Node >= a).Select(t => (a, t.Node, t.Weight)));
}
