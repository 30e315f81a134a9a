namespace Voc.Analysis.Mining;

/// <summary>
/// Groups of nodes with more ties inside than chance would put there: modularity raised by moving single nodes, then whole groups
/// (Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large networks", 2008). Nodes are taken in their
/// order and equal gains go to the lower group, so that the same network always has the same groups.
/// </summary>
public sealed class Communities
{
    private const double LeastGain = 1e-12;

    private Communities(int[] of, double modularity) => (Of, Modularity) = (of, modularity);

    /// <summary>The group of each node. 0 is the largest group; of equal ones the one with the lowest node comes first.</summary>
    public IReadOnlyList<int> Of { get; }

    /// <summary>
    /// How much more weight lies inside the groups than chance would put there, −½ to 1 (Newman and Girvan, "Finding and evaluating
    /// community structure in networks", 2004); 0 where there are no ties.
    /// </summary>
    public double Modularity { get; }

    /// <summary>Finds the groups.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="ties">Pairs of different nodes with a weight above 0.</param>
    public static Communities Find(int nodes, IEnumerable<(int A, int B, double Weight)> ties)
    {
        var level = WeightedGraph.Of(nodes, ties);
        var whole = level;
        var of = Enumerable.Range(0, nodes).ToArray();
        while (true)
        {
            var (groups, count, moved) = Move(level);
            if (!moved)
            {
                break;
            }
            for (var node = 0; node < nodes; node++)
            {
                of[node] = groups[of[node]];
            }
            level = level.Merge(groups, count);
        }
        return new Communities(BySize(of), whole.Modularity(of));
    }

    /// <summary>Moves single nodes for as long as that raises modularity; groups are numbered from 0 without gaps.</summary>
    private static (int[] Groups, int Count, bool Moved) Move(WeightedGraph graph)
    {
        var groups = Enumerable.Range(0, graph.Nodes).ToArray();
        var degrees = groups.Select(graph.Degree).ToArray();
        var weights = new double[graph.Nodes];
        var (moved, again) = (false, graph.Weight > 0);
        while (again)
        {
            again = false;
            for (var node = 0; node < graph.Nodes; node++)
            {
                var best = Best(graph, node, groups, degrees, weights);
                if (best != groups[node])
                {
                    degrees[groups[node]] -= graph.Degree(node);
                    degrees[best] += graph.Degree(node);
                    groups[node] = best;
                    (moved, again) = (true, true);
                }
            }
        }
        var numbers = groups.Distinct().Order().Select((group, number) => (group, number)).ToDictionary(g => g.group, g => g.number);
        return ([.. groups.Select(g => numbers[g])], numbers.Count, moved);
    }

    private static int Best(WeightedGraph graph, int node, int[] groups, double[] degrees, double[] weights)
    {
        var (own, degree, near) = (groups[node], graph.Degree(node), new SortedSet<int>());
        foreach (var (other, weight) in graph.Ties(node))
        {
            if (other != node)
            {
                weights[groups[other]] = (near.Add(groups[other]) ? 0 : weights[groups[other]]) + weight;
            }
        }
        var stays = near.Contains(own) ? weights[own] : 0;
        var (best, most) = (own, stays - (degree * (degrees[own] - degree) / (2 * graph.Weight)) + LeastGain);
        foreach (var group in near)
        {
            var gain = weights[group] - (degree * degrees[group] / (2 * graph.Weight));
            if (group != own && gain > most)
            {
                (best, most) = (group, gain + LeastGain);
            }
        }
        return best;
    }

    private static int[] BySize(int[] of)
    {
        var numbers = of.Select((group, node) => (group, node)).GroupBy(g => g.group)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.First().node)
            .Select((g, number) => (g.Key, number)).ToDictionary(g => g.Key, g => g.number);
        return [.. of.Select(g => numbers[g])];
    }
}
