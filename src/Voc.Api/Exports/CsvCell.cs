namespace Voc.Api.Exports;

/// <summary>Cells of CSV files that Excel may open.</summary>
internal static class CsvCell
{
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>A cell in quotation marks; one that starts like a formula, in either width, is told to be none.</summary>
    public static string Quoted(string value)
    {
        var harmless = value.Length > 0 && FormulaStarts.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
