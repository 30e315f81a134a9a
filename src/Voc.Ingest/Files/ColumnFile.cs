using Voc.Ingest.Mapping;

namespace Voc.Ingest.Files;

/// <summary>A row of some columns of a file, as it stands there: not masked.</summary>
/// <param name="Number">Number of the row below the header, from 1; rows of empty cells count, empty lines do not.</param>
/// <param name="Line">Physical line, or worksheet row, that it starts on, from 1.</param>
/// <param name="Cells">The cells, in the order in which the columns were asked for; null or empty where there is none.</param>
/// <param name="Problem">Why the row cannot be used, or null.</param>
public sealed record ColumnRow(long Number, long Line, IReadOnlyList<string?> Cells, LocalizedText? Problem);

/// <summary>Some columns of a CSV, TSV, Excel or JSON Lines file that is being read, for uses other than taking feedback in.</summary>
public sealed class ColumnFile : IDisposable
{
    private readonly OpenedTable _opened;
    private readonly int[] _columns;

    private ColumnFile(OpenedTable opened, int[] columns) => (_opened, _columns) = (opened, columns);

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Progress => _opened.Position() is (var done, > 0 and var total) ? Math.Clamp((double)done / total, 0, 1) : 1;

    /// <summary>Opens a file; where it is text, its encoding is told and checked first.</summary>
    /// <param name="stream">A seekable stream; stays open.</param>
    /// <param name="fileName">Its name; the extension helps to tell its kind.</param>
    /// <param name="columns">What each column is asked for as, such as an option's name, and its name in the file.</param>
    /// <exception cref="UnreadableFileException">It is no table, or lacks a column; the message names those it has.</exception>
    public static ColumnFile Open(Stream stream, string fileName, params IReadOnlyList<(string As, string Name)> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var kind = FileKinds.Of(stream, fileName);
        if (kind == FileKind.Html)
        {
            throw new UnreadableFileException(new(
                "HTML は使えません。CSV、TSV、Excel、JSON Lines のファイルを指定してください。",
                "HTML cannot be used. Give a CSV, TSV, Excel or JSON Lines file."));
        }

        var opened = OpenedTable.Of(stream, kind, [.. columns.Select(column => column.Name)]);
        try
        {
            return new(opened, [.. columns.Select(column => ColumnNames.IndexOf(opened.Table.Columns, column.Name) is >= 0 and var index
                ? index
                : throw MappingProblems.NoColumn(column.As, column.Name, opened.Table.Columns))]);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The rows in file order, good and bad. Can be read once. Throws <see cref="UnreadableFileException"/> where the file is found to be
    /// damaged further on; the rows before that are good.
    /// </summary>
    public IEnumerable<ColumnRow> Rows() => _opened.Table.Rows.Select((row, i) => new ColumnRow(
        row.Number > 0 ? row.Number - _opened.Table.HeaderNumber : i + 1,
        row.Line,
        Array.ConvertAll(_columns, row.Cell),
        row.Problem));

    /// <inheritdoc/>
    public void Dispose() => _opened.Dispose();
}
