using MathNet.Numerics;

namespace Voc.Analysis.Mining;

/// <summary>Whether two ways of sorting texts have to do with each other.</summary>
/// <param name="ChiSquare">Pearson's χ², without continuity correction; 0 or more.</param>
/// <param name="DegreesOfFreedom">1 or more.</param>
/// <param name="CramersV">How strong the association is, 0 to 1 (Cramér, "Mathematical Methods of Statistics", 1946).</param>
/// <param name="LowExpected">Cells that expect fewer than 5 texts: where these are more than a fifth, the p-value is only a hint (Cochran, 1954).</param>
/// <param name="Cells">Cells of the table tested.</param>
public sealed record ChiSquareTest(double ChiSquare, int DegreesOfFreedom, double CramersV, int LowExpected, int Cells)
{
    /// <summary>Probability of so large a χ² were there no association.</summary>
    public double P => ChiSquare <= 0 ? 1 : Math.Clamp(SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, ChiSquare / 2), 0, 1);

    /// <summary>Whether too many cells expect too little for the p-value to be taken at its word.</summary>
    public bool IsRough => LowExpected * 5 > Cells;

    /// <summary>Tests a table of counts in which every text is in one cell; rows and columns without a text are left out.</summary>
    /// <param name="observed">Texts by row and column.</param>
    /// <returns>The test, or null where fewer than two rows or columns hold a text.</returns>
    public static ChiSquareTest? Of(int[,] observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        var (rows, columns) = (new double[observed.GetLength(0)], new double[observed.GetLength(1)]);
        foreach (var (row, column, count) in Cell(observed))
        {
            rows[row] += count;
            columns[column] += count;
        }
        var (total, rowCount, columnCount) = (rows.Sum(), rows.Count(r => r > 0), columns.Count(c => c > 0));
        if (rowCount < 2 || columnCount < 2)
        {
            return null;
        }
        var (sum, low) = (0.0, 0);
        foreach (var (row, column, count) in Cell(observed).Where(c => rows[c.Row] > 0 && columns[c.Column] > 0))
        {
            var expected = rows[row] * columns[column] / total;
            sum += (count - expected) * (count - expected) / expected;
            low += expected < 5 ? 1 : 0;
        }
        var lesser = Math.Min(rowCount, columnCount) - 1;
        return new ChiSquareTest(sum, (rowCount - 1) * (columnCount - 1), Math.Min(1, Math.Sqrt(sum / (total * lesser))), low, rowCount * columnCount);
    }

    private static IEnumerable<(int Row, int Column, int Count)> Cell(int[,] observed)
    {
        for (var row = 0; row < observed.GetLength(0); row++)
        {
            for (var column = 0; column < observed.GetLength(1); column++)
            {
                yield return (row, column, observed[row, column]);
            }
        }
    }
}
