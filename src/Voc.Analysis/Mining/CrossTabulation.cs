using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Mining;

/// <summary>
/// Texts by two dimensions. Texts that lack the one value a dimension should give them are left out; what is beyond the shown values
/// of such a dimension is one more row or column, behind the shown ones, so that every text counted has a place and margins, expected
/// counts and tests are those of the whole.
/// </summary>
public sealed class CrossTabulation
{
    private CrossTabulation(ChosenValues rows, ChosenValues columns, CrossTable table) => (Rows, Columns, Table) = (rows, columns, table);

    /// <summary>The rows.</summary>
    public ChosenValues Rows { get; }

    /// <summary>The columns.</summary>
    public ChosenValues Columns { get; }

    /// <summary>The counts.</summary>
    public CrossTable Table { get; }

    /// <summary>Counts texts by two dimensions.</summary>
    /// <param name="texts">The texts; gone through twice.</param>
    /// <param name="rows">Tells the rows.</param>
    /// <param name="columns">Tells the columns.</param>
    /// <param name="mostRows">How many rows to show at most.</param>
    /// <param name="mostColumns">How many columns to show at most.</param>
    public static CrossTabulation Of(IEnumerable<IndexedText> texts, TextSorter rows, TextSorter columns, int mostRows, int mostColumns)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var (rowCounts, columnCounts) = (new ValueCounts(), new ValueCounts());
        foreach (var text in texts)
        {
            var own = rows.Of(text);
            var other = columns.Of(text);
            if (IsCounted(rows, own) && IsCounted(columns, other))
            {
                rowCounts.Add(own);
                columnCounts.Add(other);
            }
        }
        var shownRows = ChosenValues.Of(rows, rowCounts.Counts, mostRows);
        var shownColumns = ChosenValues.Of(columns, columnCounts.Counts, mostColumns);
        var table = new CrossTable(shownRows.Sorting(rows.Dimension.IsPartition), shownColumns.Sorting(columns.Dimension.IsPartition));
        foreach (var text in texts)
        {
            var own = rows.Of(text);
            var other = columns.Of(text);
            if (IsCounted(rows, own) && IsCounted(columns, other))
            {
                table.Add(shownRows.In(own), shownColumns.In(other));
            }
        }
        return new CrossTabulation(shownRows, shownColumns, table);
    }

    /// <summary>Counts terms, and those who hold them, by a dimension.</summary>
    /// <param name="texts">The texts; gone through twice.</param>
    /// <param name="words">Tells the words of texts.</param>
    /// <param name="terms">Tells the rows.</param>
    /// <param name="columns">Tells the columns.</param>
    /// <param name="mostColumns">How many columns to show at most.</param>
    public static (ChosenValues Columns, CrossTable Table) Of(IEnumerable<IndexedText> texts, TextWords words, ChosenTerms terms, TextSorter columns, int mostColumns)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(columns);
        var counts = new ValueCounts();
        foreach (var text in texts)
        {
            counts.Add(columns.Of(text));
        }
        var shown = ChosenValues.Of(columns, counts.Counts, mostColumns);
        var table = new CrossTable(new Sorting(terms.Count, IsPartition: false), shown.Sorting(columns.Dimension.IsPartition));
        foreach (var text in texts)
        {
            var values = columns.Of(text);
            if (IsCounted(columns, values))
            {
                table.Add(terms.In(words.Of(text)), shown.In(values));
            }
        }
        return (shown, table);
    }

    private static bool IsCounted(TextSorter sorter, ReadOnlySpan<int> values) => values.Length > 0 || !sorter.Dimension.IsPartition;

    /// <summary>Texts by value, for as many values as there turn out to be.</summary>
    private sealed class ValueCounts
    {
        private int[] _counts = new int[64];

        public IReadOnlyList<int> Counts => _counts;

        public void Add(ReadOnlySpan<int> values)
        {
            foreach (var value in values)
            {
                if (value >= _counts.Length)
                {
                    Array.Resize(ref _counts, 2 * Math.Max(value, _counts.Length));
                }
                _counts[value]++;
            }
        }
    }
}
