using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

public sealed class CommunitiesTests
{
    [Fact]
    public void Two_cliques_with_one_tie_between_them_are_two_communities()
    {
        var found = Communities.Find(8, [.. Clique(0, 1, 2, 3), .. Clique(4, 5, 6, 7), (3, 4, 1)]);

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], found.Of);
        // 12 of 13 ties inside; each clique has half of all ends.
        Assert.Equal((12.0 / 13) - 0.5, found.Modularity, 12);
    }

    [Fact]
    public void Weights_decide_where_a_node_belongs()
    {
        var found = Communities.Find(7, [.. Clique(0, 1, 2), .. Clique(4, 5, 6), (3, 2, 0.2), (3, 4, 3)]);

        Assert.Equal(found.Of[4], found.Of[3]);
        Assert.NotEqual(found.Of[2], found.Of[3]);
    }

    [Fact]
    public void A_ring_of_cliques_is_split_into_its_cliques_and_the_largest_is_first()
    {
        var found = Communities.Find(12, [.. Clique(0, 1, 2), .. Clique(3, 4, 5), .. Clique(6, 7, 8, 9, 10), (2, 3, 1), (5, 6, 1), (10, 0, 1)]);

        Assert.Equal([1, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0, 3], found.Of);
    }

    [Fact]
    public void Nodes_without_ties_are_by_themselves()
    {
        var found = Communities.Find(3, []);

        Assert.Equal([0, 1, 2], found.Of);
        Assert.Equal(0, found.Modularity);
    }

    [Fact]
    public void The_groups_are_at_least_as_good_as_none_or_one_and_always_the_same()
    {
        var tie = Gen.Choose(0, 9).Three().Where(t => t.Item1 != t.Item2).Select(t => (t.Item1, t.Item2, (t.Item3 + 1) / 10.0));
        Prop.ForAll(tie.ListOf().ToArbitrary(), ties =>
        {
            var (found, again) = (Communities.Find(10, ties), Communities.Find(10, ties));
            var graph = WeightedGraph.Of(10, ties);
            return found.Of.SequenceEqual(again.Of) && found.Modularity >= graph.Modularity([.. Enumerable.Range(0, 10)]) - 1e-9
                && found.Modularity >= -1e-9 && Math.Abs(found.Modularity - graph.Modularity([.. found.Of])) < 1e-9
                && found.Of.Distinct().Order().SequenceEqual(Enumerable.Range(0, found.Of.Distinct().Count()));
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<(int, int, double)> Clique(params int[] nodes) =>
        nodes.SelectMany(a => nodes.Where(b => b > a).Select(b => (a, b, 1.0)));
}
