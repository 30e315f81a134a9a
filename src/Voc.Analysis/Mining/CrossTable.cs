namespace Voc.Analysis.Mining;

/// <summary>
/// Texts by two sortings. A sorting either gives every text exactly one value (a partition, such as channel) or any number of them
/// (such as topic); the margins count texts, so for the latter they add up to more or less than the total.
/// </summary>
public sealed class CrossTable
{
    private readonly int[,] _counts;
    private readonly int[] _rows;
    private readonly int[] _columns;

    /// <summary>An empty table.</summary>
    /// <param name="rows">How the rows sort texts.</param>
    /// <param name="columns">How the columns sort texts.</param>
    public CrossTable(Sorting rows, Sorting columns)
    {
        (Rows, Columns) = (rows, columns);
        (_counts, _rows, _columns) = (new int[rows.Values, columns.Values], new int[rows.Values], new int[columns.Values]);
    }

    /// <summary>How the rows sort texts.</summary>
    public Sorting Rows { get; }

    /// <summary>How the columns sort texts.</summary>
    public Sorting Columns { get; }

    /// <summary>Texts counted.</summary>
    public int Total { get; private set; }

    /// <summary>Texts with the value of a row.</summary>
    public IReadOnlyList<int> RowTexts => _rows;

    /// <summary>Texts with the value of a column.</summary>
    public IReadOnlyList<int> ColumnTexts => _columns;

    /// <summary>Counts a text.</summary>
    /// <param name="rows">Its rows, each once.</param>
    /// <param name="columns">Its columns, each once.</param>
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        Total++;
        foreach (var column in columns)
        {
            _columns[column]++;
        }
        foreach (var row in rows)
        {
            _rows[row]++;
            foreach (var column in columns)
            {
                _counts[row, column]++;
            }
        }
    }

    /// <summary>Texts with both values.</summary>
    public int Count(int row, int column) => _counts[row, column];

    /// <summary>Texts that would have both values if these had nothing to do with each other.</summary>
    public double Expected(int row, int column) => Total == 0 ? 0 : (double)_rows[row] * _columns[column] / Total;

    /// <summary>
    /// Adjusted standardised residual: how many standard errors the count is from what is expected (Haberman, "The analysis of
    /// residuals in cross-classified tables", 1973). It is that of the two-by-two table of having the one value and having the other,
    /// and so holds for values that a text can have several of. 0 where all texts have one of the values, or none.
    /// </summary>
    public double Residual(int row, int column)
    {
        var expected = Expected(row, column);
        var variance = expected * (1 - ((double)_rows[row] / Total)) * (1 - ((double)_columns[column] / Total));
        return expected > 0 && variance > 0 ? (_counts[row, column] - expected) / Math.Sqrt(variance) : 0;
    }

    /// <summary>Tests the whole table; null where a text can be in several cells, or too little is in the table.</summary>
    public ChiSquareTest? Test() => Rows.IsPartition && Columns.IsPartition ? ChiSquareTest.Of(_counts) : null;

    /// <summary>Tests whether having the value of a row has to do with the columns; null where a text can be in several columns.</summary>
    public ChiSquareTest? TestRow(int row) => Columns.IsPartition ? Test(Columns.Values, column => (_counts[row, column], _columns[column])) : null;

    /// <summary>Tests whether having the value of a column has to do with the rows; null where a text can be in several rows.</summary>
    public ChiSquareTest? TestColumn(int column) => Rows.IsPartition ? Test(Rows.Values, row => (_counts[row, column], _rows[row])) : null;

    private static ChiSquareTest? Test(int values, Func<int, (int With, int All)> counts)
    {
        var table = new int[2, values];
        for (var value = 0; value < values; value++)
        {
            var (with, all) = counts(value);
            (table[0, value], table[1, value]) = (with, all - with);
        }
        return ChiSquareTest.Of(table);
    }
}

/// <summary>One way of sorting texts.</summary>
/// <param name="Values">Number of values.</param>
/// <param name="IsPartition">Whether every text has exactly one of them.</param>
public readonly record struct Sorting(int Values, bool IsPartition);
