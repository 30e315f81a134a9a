using Voc.Analysis.Mining;

namespace Voc.Api.Mining;

/// <summary>Words, or the values of a dimension, and those of another on one map.</summary>
internal static class Correspondences
{
    public const string Words = "words";

    /// <summary>A map.</summary>
    /// <param name="mined">The result.</param>
    /// <param name="rows">The rows, or null for words.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="counted">Which words are counted.</param>
    /// <param name="query">What the reader wants.</param>
    public static CorrespondenceAnswer Of(MinedTexts mined, Dimension? rows, Dimension columns, WordQuery counted, CorrespondenceQuery query)
    {
        var limit = MiningParameters.Number("limit", query.Limit, 60, 2, 200);
        var mostColumns = MiningParameters.Number("columnLimit", query.ColumnLimit, 20, 2, 60);
        var dimensions = MiningParameters.Number("dimensions", query.Dimensions, 2, 1, 10);
        var filter = mined.Words.Filter(mined.Vocabulary, counted, minimum: 1);
        var (names, shown, table) = rows is null ? OfWords(mined, filter, columns, limit, mostColumns) : OfValues(mined, rows, columns, limit, mostColumns);
        if (table.Total < mined.Texts.Total)
        {
            mined.Notes.Add(MiningNotes.Unknown(columns.Said(), mined.Texts.Total - table.Total));
        }
        NoteCut(mined, columns, shown);
        var counts = new int[names.Count, shown.Values.Count];
        for (var row = 0; row < names.Count; row++)
        {
            for (var column = 0; column < shown.Values.Count; column++)
            {
                counts[row, column] = table.Count(row, column);
            }
        }
        var map = CorrespondenceAnalysis.Of(counts);
        MapPoint RowPoint(CorrespondencePoint? point, int row) => rows is null
            ? Point(point, dimensions, names[row], names[row], filter.Kind(names[row]), table.RowTexts[row], DrillDown.Known(filter.Query(names[row]), columns))
            : Point(point, dimensions, names[row], mined.Label(rows, names[row]), null, table.RowTexts[row], DrillDown.Known(DrillDown.Value(rows, names[row]), columns));
        MapPoint ColumnPoint(CorrespondencePoint? point, int column)
        {
            var query = DrillDown.Value(columns, shown.Values[column]);
            return Point(
                point, dimensions, shown.Values[column], mined.Label(columns, shown.Values[column]), null, table.ColumnTexts[column], rows is null ? query : DrillDown.Known(query, rows));
        }
        return Answer(mined, rows?.Name ?? Words, columns.Name, table.Total, counts, map, [.. map.Rows.Select(RowPoint)], [.. map.Columns.Select(ColumnPoint)]);
    }

    private static (IReadOnlyList<string> Rows, ChosenValues Columns, CrossTable Table) OfWords(MinedTexts mined, WordFilter filter, Dimension columns, int limit, int mostColumns)
    {
        int[] words = [.. filter.MostFrequent(mined.Counts(filter.Words), t => t.Texts).Take(limit).Select(t => t.Term)];
        var (shown, table) = CrossTabulation.Of(mined.Texts, filter.Words, new ChosenTerms(words, mined.Vocabulary.Count), mined.Sorter(columns), mostColumns);
        return ([.. words.Select(w => mined.Vocabulary[w])], shown, table);
    }

    private static (IReadOnlyList<string> Rows, ChosenValues Columns, CrossTable Table) OfValues(MinedTexts mined, Dimension rows, Dimension columns, int limit, int mostColumns)
    {
        var cross = CrossTabulation.Of(mined.Texts, mined.Sorter(rows), mined.Sorter(columns), limit, mostColumns);
        NoteCut(mined, rows, cross.Rows);
        return (cross.Rows.Values, cross.Columns, cross.Table);
    }

    private static void NoteCut(MinedTexts mined, Dimension dimension, ChosenValues shown)
    {
        if (shown.Values.Count < shown.All)
        {
            mined.Notes.Add(MiningNotes.CutMap(dimension.Said(), shown.Values.Count, shown.All));
        }
    }

    private static CorrespondenceAnswer Answer(
        MinedTexts mined, string rows, string columns, int texts, int[,] counts, CorrespondenceAnalysis map, IReadOnlyList<MapPoint> rowPoints, IReadOnlyList<MapPoint> columnPoints)
    {
        var (sum, test) = (counts.Cast<int>().Sum(), ChiSquareTest.Of(counts));
        if (map.IsDegenerate)
        {
            mined.Notes.Add(test is null ? MiningNotes.Degenerate : MiningNotes.SameProfiles);
        }
        var cumulative = 0.0;
        return new CorrespondenceAnswer
        {
            Total = mined.Texts.Total,
            Base = texts,
            RowDimension = rows,
            ColumnDimension = columns,
            Sum = sum,
            Inertia = map.Inertia,
            ChiSquare = sum * map.Inertia,
            DegreesOfFreedom = test?.DegreesOfFreedom ?? 0,
            Degenerate = map.IsDegenerate,
            Axes = [.. map.Axes.Select(a => new MapAxis(a, a / map.Inertia, Math.Min(1, cumulative += a / map.Inertia)))],
            Rows = rowPoints,
            Columns = columnPoints,
            Counts = [.. Enumerable.Range(0, counts.GetLength(0)).Select(r => Enumerable.Range(0, counts.GetLength(1)).Select(c => counts[r, c]).ToList())],
            Notes = mined.Notes,
            ElapsedMilliseconds = mined.Elapsed,
        };
    }

    /// <summary>A value without texts in the table has no place on the map.</summary>
    private static MapPoint Point(CorrespondencePoint? point, int dimensions, string value, string label, string? kind, int texts, string? query) => new(
        value,
        label,
        kind,
        texts,
        point?.Mass ?? 0,
        point?.InertiaShare ?? 0,
        [.. (point?.Coordinates ?? []).Take(dimensions)],
        [.. (point?.Contributions ?? []).Take(dimensions)],
        [.. (point?.Cosines ?? []).Take(dimensions)],
        (point?.Cosines ?? []).Take(dimensions).Sum(),
        query);
}
