using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

public sealed class CrossTableTests
{
    [Fact]
    public void The_figures_are_those_worked_out_by_hand()
    {
        // Expected: 12, 18, 28, 42; χ² = 4/12 + 4/18 + 4/28 + 4/42.
        var table = Table(new[,] { { 10, 20 }, { 30, 40 } });

        Assert.Equal((12.0, 42.0), (table.Expected(0, 0), table.Expected(1, 1)));
        Assert.Equal(-2 / Math.Sqrt(12 * 0.7 * 0.6), table.Residual(0, 0), 12);
        var test = table.Test()!;
        Assert.Equal(0.7936508, test.ChiSquare, 7);
        Assert.Equal((1, 4, 0), (test.DegreesOfFreedom, test.Cells, test.LowExpected));
        Assert.Equal(Math.Sqrt(0.007936508), test.CramersV, 7);
        Assert.Equal(0.3730, test.P, 4);
    }

    [Theory]
    [InlineData(9.487729, 4, 0.05)]
    [InlineData(23.209251, 10, 0.01)]
    [InlineData(67.504807, 50, 0.05)]
    [InlineData(0, 3, 1)]
    public void P_is_that_of_the_tables_of_chi_square(double chiSquare, int degrees, double p) =>
        Assert.Equal(p, new ChiSquareTest(chiSquare, degrees, 0, 0, 1).P, 6);

    [Fact]
    public void In_a_table_of_four_cells_the_square_of_a_residual_is_chi_square()
    {
        Prop.ForAll(Gen.Choose(1, 60).Four().ToArbitrary(), cells =>
        {
            var table = Table(new[,] { { cells.Item1, cells.Item2 }, { cells.Item3, cells.Item4 } });
            return Math.Abs(Math.Pow(table.Residual(1, 0), 2) - table.Test()!.ChiSquare) < 1e-9
                && Math.Abs(table.TestRow(0)!.ChiSquare - table.Test()!.ChiSquare) < 1e-9 && Math.Abs(table.TestColumn(1)!.CramersV - table.Test()!.CramersV) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_with_two_topics_is_one_text_in_both_rows()
    {
        var table = new CrossTable(new Sorting(2, IsPartition: false), new Sorting(2, IsPartition: true));
        table.Add([0, 1], [0]);
        table.Add([0], [1]);
        table.Add([], [1]);

        Assert.Equal((3, 2, 1), (table.Total, table.RowTexts[0], table.RowTexts[1]));
        Assert.Equal((1, 2), (table.ColumnTexts[0], table.ColumnTexts[1]));
        Assert.Null(table.Test());
        Assert.NotNull(table.TestRow(0));
        Assert.Null(table.TestColumn(0));
    }

    [Fact]
    public void Values_nobody_has_test_nothing()
    {
        Assert.Null(Table(new[,] { { 3, 0 }, { 4, 0 } }).Test());
        Assert.Equal(0, Table(new[,] { { 3, 0 }, { 4, 0 } }).Residual(0, 0));
        Assert.Equal(1, Table(new[,] { { 3, 0, 2 }, { 4, 0, 1 } }).Test()!.DegreesOfFreedom);
        Assert.True(Table(new[,] { { 3, 0, 2 }, { 4, 0, 1 } }).Test()!.IsRough);
    }

    [Fact]
    public void Rows_columns_and_residuals_add_up()
    {
        Prop.ForAll(Gen.Choose(0, 20).Array2DOf(4, 3).ToArbitrary(), counts =>
        {
            var table = Table(counts);
            return Enumerable.Range(0, 4).All(r => table.RowTexts[r] == Enumerable.Range(0, 3).Sum(c => counts[r, c]))
                && Enumerable.Range(0, 4).All(r => Math.Abs(Enumerable.Range(0, 3).Sum(c => table.Expected(r, c)) - table.RowTexts[r]) < 1e-9)
                && table.RowTexts.Sum() == table.Total && table.ColumnTexts.Sum() == table.Total
                && (table.Test() is not { } test || (test.CramersV is >= 0 and <= 1 && test.P is >= 0 and <= 1));
        }).QuickCheckThrowOnFailure();
    }

    private static CrossTable Table(int[,] counts)
    {
        var table = new CrossTable(new Sorting(counts.GetLength(0), true), new Sorting(counts.GetLength(1), true));
        for (var row = 0; row < counts.GetLength(0); row++)
        {
            for (var column = 0; column < counts.GetLength(1); column++)
            {
                for (var i = 0; i < counts[row, column]; i++)
                {
                    table.Add([row], [column]);
                }
            }
        }
        return table;
    }
}
