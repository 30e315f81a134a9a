using System.Globalization;
using System.Text;
using Voc.Api.Exports;
using Voc.Api.Problems;

namespace Voc.Api.Mining;

/// <summary>A table as a file that spreadsheets open: RFC 4180, UTF-8 with byte order mark, no cell that is a formula.</summary>
/// <param name="Name">For the name of the file, in ASCII.</param>
/// <param name="Headings">One for each column.</param>
/// <param name="Rows">As many cells each: strings, numbers, days, times, yes or no, or null.</param>
internal sealed record CsvTable(string Name, IReadOnlyList<string> Headings, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Headings in the reader's language.</summary>
    public CsvTable(string name, IReadOnlyList<LocalizedText> headings, IEnumerable<IReadOnlyList<object?>> rows)
        : this(name, [.. headings.Select(h => h.Say())], rows)
    {
    }

    /// <summary>The file.</summary>
    /// <param name="cover">Its first line, which says what it is of.</param>
    public byte[] Write(string cover)
    {
        using var file = new MemoryStream();
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" })
        {
            writer.WriteLine(CsvCell.Quoted(cover));
            writer.WriteLine(string.Join(',', Headings.Select(CsvCell.Quoted)));
            foreach (var row in Rows)
            {
                writer.WriteLine(string.Join(',', row.Select(Cell)));
            }
        }
        return file.ToArray();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => CsvCell.Quoted(text),
        bool yes => yes ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of a cell.", nameof(value)),
    };
}
