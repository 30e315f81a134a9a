using Voc.Analysis.Mining;

namespace Voc.Api.Mining;

/// <summary>A result by two dimensions.</summary>
internal static class HeatMaps
{
    public static HeatMapAnswer Of(MinedTexts mined, Dimension rows, Dimension columns, HeatMapQuery query)
    {
        var mostRows = MiningParameters.Number("rowLimit", query.RowLimit, 30, 1, 100);
        var mostColumns = MiningParameters.Number("columnLimit", query.ColumnLimit, 20, 1, 100);
        var cross = CrossTabulation.Of(mined.Texts, mined.Sorter(rows), mined.Sorter(columns), mostRows, mostColumns);
        var table = cross.Table;
        Note(mined, rows, columns, cross);
        return new HeatMapAnswer
        {
            Total = mined.Texts.Total,
            Base = table.Total,
            RowDimension = rows.Name,
            ColumnDimension = columns.Name,
            RowValues = cross.Rows.All,
            ColumnValues = cross.Columns.All,
            Rows = [.. cross.Rows.Values.Select((v, r) => Value(mined, rows, columns, v, table.RowTexts[r], table.TestRow(r)))],
            Columns = [.. cross.Columns.Values.Select((v, c) => Value(mined, columns, rows, v, table.ColumnTexts[c], table.TestColumn(c)))],
            Counts = Cells(cross, table.Count),
            Expected = Cells(cross, table.Expected),
            Residuals = Cells(cross, table.Residual),
            RowShares = Cells(cross, (r, c) => Share(table.Count(r, c), table.RowTexts[r])),
            ColumnShares = Cells(cross, (r, c) => Share(table.Count(r, c), table.ColumnTexts[c])),
            Test = Test(table.Test()),
            Notes = mined.Notes,
            ElapsedMilliseconds = mined.Elapsed,
        };
    }

    private static void Note(MinedTexts mined, Dimension rows, Dimension columns, CrossTabulation cross)
    {
        if (mined.Texts.Total == 0)
        {
            mined.Notes.Add(MiningNotes.NoTexts);
        }
        if (mined.Texts.Total > cross.Table.Total)
        {
            mined.Notes.Add(MiningNotes.Unknown(string.Join(" × ", new[] { rows, columns }.Where(d => d.IsPartition).Select(d => d.Said())), mined.Texts.Total - cross.Table.Total));
        }
        mined.NoteLimits(rows, cross.Rows);
        mined.NoteLimits(columns, cross.Columns);
        if (!rows.IsPartition && !columns.IsPartition)
        {
            mined.Notes.Add(MiningNotes.SeveralValuesEach);
        }
        else if (!rows.IsPartition || !columns.IsPartition)
        {
            mined.Notes.Add(MiningNotes.SeveralValues((rows.IsPartition ? columns : rows).Said()));
        }
        if (cross.Table.Test() is { IsRough: true } rough)
        {
            mined.Notes.Add(MiningNotes.LowExpected(rough.LowExpected, rough.Cells));
        }
    }

    private static TableValue Value(MinedTexts mined, Dimension dimension, Dimension other, string value, int texts, ChiSquareTest? test)
    {
        var clause = DrillDown.Value(dimension, value);
        return new(value, mined.Label(dimension, value), texts, DrillDown.Known(clause, other), clause, Test(test));
    }

    private static AssociationTest? Test(ChiSquareTest? test) =>
        test is null ? null : new(test.ChiSquare, test.DegreesOfFreedom, test.P, test.CramersV, test.LowExpected, test.Cells);

    private static double Share(int count, int texts) => texts == 0 ? 0 : (double)count / texts;

    private static IReadOnlyList<IReadOnlyList<T>> Cells<T>(CrossTabulation cross, Func<int, int, T> cell) =>
        [.. Enumerable.Range(0, cross.Rows.Values.Count).Select(r => Enumerable.Range(0, cross.Columns.Values.Count).Select(c => cell(r, c)).ToList())];
}
