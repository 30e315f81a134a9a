using MathNet.Numerics.LinearAlgebra;

namespace Voc.Analysis.Mining;

/// <summary>
/// Correspondence analysis of a table of counts: rows and columns as points of one map, near each other where their profiles are
/// alike (Greenacre, "Correspondence Analysis in Practice", 2nd edition, 2007, appendix A). Principal coordinates of both, that is
/// the symmetric map: distances between rows, and between columns, approximate χ² distances; those between a row and a column
/// mean nothing, only their direction from the centre does.
/// </summary>
public sealed class CorrespondenceAnalysis
{
    // What rounding leaves of an inertia of 0.
    private const double Nothing = 1e-12;

    private CorrespondenceAnalysis(IReadOnlyList<double> axes, CorrespondencePoint?[] rows, CorrespondencePoint?[] columns) =>
        (Axes, Rows, Columns) = (axes, rows, columns);

    /// <summary>Inertia of each axis, largest first; none where the table is degenerate.</summary>
    public IReadOnlyList<double> Axes { get; }

    /// <summary>Total inertia: χ² of the table over its total.</summary>
    public double Inertia => Axes.Sum();

    /// <summary>Whether there is nothing to draw: fewer than two rows or columns hold anything, or all have the same profile.</summary>
    public bool IsDegenerate => Axes.Count == 0;

    /// <summary>A point for each row; null for one without counts, and where the table is degenerate.</summary>
    public IReadOnlyList<CorrespondencePoint?> Rows { get; }

    /// <summary>A point for each column; null for one without counts, and where the table is degenerate.</summary>
    public IReadOnlyList<CorrespondencePoint?> Columns { get; }

    /// <summary>Analyses a table.</summary>
    /// <param name="counts">Counts by row and column, none below 0.</param>
    public static CorrespondenceAnalysis Of(int[,] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var table = Matrix<double>.Build.Dense(counts.GetLength(0), counts.GetLength(1), (row, column) => counts[row, column]);
        var (rows, columns) = (Filled(table.RowSums()), Filled(table.ColumnSums()));
        var empty = new CorrespondenceAnalysis([], new CorrespondencePoint?[table.RowCount], new CorrespondencePoint?[table.ColumnCount]);
        if (rows.Length < 2 || columns.Length < 2)
        {
            return empty;
        }
        var share = Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => table[rows[i], columns[j]]);
        share /= share.RowSums().Sum();
        var (rowMasses, columnMasses) = (share.RowSums(), share.ColumnSums());
        var residuals = Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) =>
            (share[i, j] - (rowMasses[i] * columnMasses[j])) / Math.Sqrt(rowMasses[i] * columnMasses[j]));
        var svd = residuals.Svd();
        var count = svd.S.Count(s => s * s > Nothing);
        if (count == 0)
        {
            return empty;
        }
        var left = Coordinates(svd.U, svd.S, rowMasses, count);
        var right = Coordinates(svd.VT.Transpose(), svd.S, columnMasses, count);
        Orient(left, right);
        var axes = svd.S.Take(count).Select(s => s * s).ToArray();
        Place(left, rowMasses, axes, rows, (CorrespondencePoint?[])empty.Rows);
        Place(right, columnMasses, axes, columns, (CorrespondencePoint?[])empty.Columns);
        return new CorrespondenceAnalysis(axes, (CorrespondencePoint?[])empty.Rows, (CorrespondencePoint?[])empty.Columns);
    }

    private static int[] Filled(Vector<double> sums) => [.. Enumerable.Range(0, sums.Count).Where(i => sums[i] > 0)];

    private static Matrix<double> Coordinates(Matrix<double> vectors, Vector<double> values, Vector<double> masses, int axes) =>
        Matrix<double>.Build.Dense(masses.Count, axes, (point, axis) => vectors[point, axis] * values[axis] / Math.Sqrt(masses[point]));

    /// <summary>The sign of an axis is arbitrary: its outermost column is made positive, so that the same table gives the same map.</summary>
    private static void Orient(Matrix<double> rows, Matrix<double> columns)
    {
        for (var axis = 0; axis < columns.ColumnCount; axis++)
        {
            // Of columns equally far out, the first, whatever rounding says.
            var outermost = columns.Column(axis).AbsoluteMaximum() - 1e-9;
            if (columns.Column(axis).First(c => Math.Abs(c) >= outermost) < 0)
            {
                rows.SetColumn(axis, -rows.Column(axis));
                columns.SetColumn(axis, -columns.Column(axis));
            }
        }
    }

    private static void Place(Matrix<double> coordinates, Vector<double> masses, double[] axes, int[] places, CorrespondencePoint?[] points)
    {
        var total = axes.Sum();
        for (var i = 0; i < places.Length; i++)
        {
            var own = coordinates.Row(i).ToArray();
            var (mass, distance) = (masses[i], own.Sum(c => c * c));
            points[places[i]] = new CorrespondencePoint(
                mass,
                mass * distance / total,
                own,
                [.. own.Select((c, axis) => mass * c * c / axes[axis])],
                [.. own.Select(c => distance > 0 ? c * c / distance : 0)]);
        }
    }
}

/// <summary>A row or column on the map.</summary>
/// <param name="Mass">Its share of all counts, 0 to 1.</param>
/// <param name="InertiaShare">Its share of the total inertia, 0 to 1.</param>
/// <param name="Coordinates">Principal coordinates, an axis each.</param>
/// <param name="Contributions">What share of each axis's inertia it makes up; those of all rows add up to 1, as do those of all columns.</param>
/// <param name="Cosines">Squared cosines: what share of its distance from the centre each axis shows; they add up to 1.</param>
public sealed record CorrespondencePoint(
    double Mass, double InertiaShare, IReadOnlyList<double> Coordinates, IReadOnlyList<double> Contributions, IReadOnlyList<double> Cosines);
