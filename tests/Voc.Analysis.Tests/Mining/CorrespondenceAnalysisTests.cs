using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

/// <summary>Against the published results for the staff of a firm by how much they smoke (Greenacre, 1984, table 3.1 and after).</summary>
public sealed class CorrespondenceAnalysisTests
{
    // Senior managers, junior managers, senior employees, junior employees, secretaries: none, light, medium, heavy.
    private static readonly int[,] Smokers = { { 4, 2, 3, 2 }, { 4, 3, 7, 4 }, { 25, 10, 12, 4 }, { 18, 24, 33, 13 }, { 10, 6, 7, 2 } };

    private readonly CorrespondenceAnalysis _smokers = CorrespondenceAnalysis.Of(Smokers);

    [Fact]
    public void Inertia_is_as_published()
    {
        Assert.Equal([0.074759, 0.010017, 0.000414], _smokers.Axes.Select(a => Math.Round(a, 6)));
        Assert.Equal(0.085190, _smokers.Inertia, 6);
        Assert.Equal(16.4416, 193 * _smokers.Inertia, 4);
    }

    [Fact]
    public void Principal_coordinates_are_as_published()
    {
        Assert.Equal([0.066, -0.259, 0.381, -0.233, 0.201], _smokers.Rows.Select(r => Math.Round(r!.Coordinates[0], 3)));
        Assert.Equal([0.194, 0.243, 0.011, -0.058, -0.079], _smokers.Rows.Select(r => Math.Round(r!.Coordinates[1], 3)));
        Assert.Equal([0.393, -0.099, -0.196, -0.294], _smokers.Columns.Select(c => Math.Round(c!.Coordinates[0], 3)));
        Assert.Equal([0.030, -0.141, -0.007, 0.198], _smokers.Columns.Select(c => Math.Round(c!.Coordinates[1], 3)));
    }

    [Fact]
    public void Masses_contributions_and_cosines_are_as_published()
    {
        Assert.Equal([0.057, 0.093, 0.264, 0.456, 0.130], _smokers.Rows.Select(r => Math.Round(r!.Mass, 3)));
        Assert.Equal([0.003, 0.084, 0.512, 0.331, 0.070], _smokers.Rows.Select(r => Math.Round(r!.Contributions[0], 3)));
        Assert.Equal([0.092, 0.526, 0.999, 0.942, 0.865], _smokers.Rows.Select(r => Math.Round(r!.Cosines[0], 3)));
        Assert.Equal([0.031, 0.139, 0.450, 0.308, 0.071], _smokers.Rows.Select(r => Math.Round(r!.InertiaShare, 3)));
    }

    [Fact]
    public void A_table_with_nothing_to_map_is_degenerate()
    {
        Assert.True(CorrespondenceAnalysis.Of(new[,] { { 1, 2, 3 } }).IsDegenerate);
        Assert.True(CorrespondenceAnalysis.Of(new[,] { { 1, 2 }, { 0, 0 } }).IsDegenerate);
        Assert.True(CorrespondenceAnalysis.Of(new[,] { { 1, 2 }, { 2, 4 } }).IsDegenerate);
        Assert.True(CorrespondenceAnalysis.Of(new int[0, 0]).IsDegenerate);
    }

    [Fact]
    public void An_empty_row_has_no_point_and_moves_no_other()
    {
        var with = CorrespondenceAnalysis.Of(new[,] { { 4, 2 }, { 0, 0 }, { 1, 5 } });
        var without = CorrespondenceAnalysis.Of(new[,] { { 4, 2 }, { 1, 5 } });

        Assert.Null(with.Rows[1]);
        Assert.Equal(without.Rows[1]!.Coordinates, with.Rows[2]!.Coordinates);
    }

    [Fact]
    public void Inertia_is_chi_square_over_the_total_and_the_shares_add_up()
    {
        Prop.ForAll(Gen.Choose(0, 30).Array2DOf(6, 4).ToArbitrary(), counts =>
        {
            var map = CorrespondenceAnalysis.Of(counts);
            if (map.IsDegenerate)
            {
                return true;
            }
            var chiSquare = ChiSquareTest.Of(counts)!.ChiSquare;
            var points = map.Rows.OfType<CorrespondencePoint>().ToList();
            return Math.Abs((counts.Cast<int>().Sum() * map.Inertia) - chiSquare) < 1e-6
                && Enumerable.Range(0, map.Axes.Count).All(axis =>
                    Math.Abs(points.Sum(p => p.Contributions[axis]) - 1) < 1e-9 && Math.Abs(points.Sum(p => p.Mass * p.Coordinates[axis])) < 1e-9)
                && Math.Abs(points.Sum(p => p.InertiaShare) - 1) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }
}
