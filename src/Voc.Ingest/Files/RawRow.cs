namespace Voc.Ingest.Files;

/// <summary>A row as it stands in a file.</summary>
/// <param name="Line">Physical line, or worksheet row, that it starts on, from 1.</param>
/// <param name="Cells">Its cells as text; null for an empty cell of a worksheet.</param>
/// <param name="Problem">Why the row cannot be used, or null.</param>
internal readonly record struct RawRow(long Line, string?[] Cells, LocalizedText? Problem = null)
{
    /// <summary>Its number among the rows of the file, the header too; empty lines do not count, rows of empty cells do. 0 where nobody counted.</summary>
    public long Number { get; init; }

    public bool IsBlank => Problem is null && Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    public string? Cell(int column) => column < Cells.Length ? Cells[column] : null;
}
