namespace Voc.Ingest.Files;

/// <summary>Rows under the names of their columns.</summary>
/// <param name="Columns">Names of the columns, each once.</param>
/// <param name="Sample">The first rows below the header, for guesses.</param>
/// <param name="Rows">The rows below the header; blank ones are left out. Read once.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<RawRow> Sample, IEnumerable<RawRow> Rows)
{
    private const int Head = 100;

    /// <summary>Number of the last row of the header, as in <see cref="RawRow.Number"/>.</summary>
    public long HeaderNumber { get; init; }

    /// <summary>Finds the header among the first rows: titles and notes may stand above it.</summary>
    /// <param name="rows">All rows of the file.</param>
    /// <param name="wanted">Columns that a mapping asks for; none where there is no mapping.</param>
    /// <exception cref="UnreadableFileException">There are no rows.</exception>
    public static Table Of(IEnumerable<RawRow> rows, IReadOnlyCollection<string> wanted)
    {
        var rest = Numbered(rows).Where(row => !row.IsBlank).GetEnumerator();
        var head = new List<RawRow>();
        while (head.Count < Head && rest.MoveNext())
        {
            head.Add(rest.Current);
        }

        if (head.Count == 0)
        {
            throw new UnreadableFileException(new(
                "ファイルが空です。1 行目に列名、2 行目以降にデータがあるファイルを選んでください。",
                "The file is empty. Choose one with the names of the columns in its first row and data below."));
        }

        var header = HeaderIndex(head, wanted);
        var columns = ColumnNames.Unique(head[header].Cells);
        var below = header + 1;
        if (below < head.Count && ColumnNames.IsSecondHeader(head[header].Cells, head[below].Cells))
        {
            columns = ColumnNames.Unique([.. head[header].Cells.Select((cell, i) => string.IsNullOrWhiteSpace(cell) ? head[below].Cell(i) : cell)]);
            below++;
        }

        return new(columns, head[below..], Below(head, below, rest, columns.Count)) { HeaderNumber = head[below - 1].Number };
    }

    private static IEnumerable<RawRow> Numbered(IEnumerable<RawRow> rows)
    {
        long number = 0;
        foreach (var row in rows)
        {
            number += row.Cells.Length > 1 || !row.IsBlank ? 1 : 0;
            yield return row with { Number = number };
        }
    }

    private static int HeaderIndex(List<RawRow> head, IReadOnlyCollection<string> wanted)
    {
        if (wanted.Count > 0)
        {
            var named = head.FindIndex(row => wanted.All(name => ColumnNames.IndexOf(row.Cells, name) >= 0));
            if (named >= 0)
            {
                return named;
            }
        }

        var width = head.GroupBy(row => Filled(row)).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
        return Math.Max(0, head.FindIndex(row => Filled(row) >= Math.Max(2, width * 4 / 5)));
    }

    private static int Filled(RawRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    private static IEnumerable<RawRow> Below(List<RawRow> head, int first, IEnumerator<RawRow> rest, int width)
    {
        using (rest)
        {
            for (var i = first; i < head.Count; i++)
            {
                yield return Checked(head[i], width);
            }

            while (rest.MoveNext())
            {
                yield return Checked(rest.Current, width);
            }
        }
    }

    private static RawRow Checked(RawRow row, int width)
    {
        if (row.Problem is not null || row.Cells.Length <= width || row.Cells.Skip(width).All(string.IsNullOrWhiteSpace))
        {
            return row;
        }

        return row with
        {
            Problem = new(
                $"列が {row.Cells.Length} 個あり、見出しの {width} 個より多くなっています。本文に区切り文字や引用符が含まれる場合は、項目全体を引用符（\"）で囲んでください。",
                $"There are {row.Cells.Length} columns, more than the {width} of the header. Put a field that holds the delimiter or quotation marks in quotation marks (\")."),
        };
    }
}
