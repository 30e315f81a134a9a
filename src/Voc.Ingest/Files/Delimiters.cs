namespace Voc.Ingest.Files;

/// <summary>Finds the delimiter of a text: the one that cuts the most rows of its beginning into the same number of columns.</summary>
internal static class Delimiters
{
    private const int SampleRows = 30;
    private static readonly char[] Known = [',', '\t', ';'];

    /// <summary>The delimiter of a text that begins so; a comma where none cuts anything.</summary>
    public static char Of(string beginning)
    {
        var best = (Delimiter: ',', Score: 0.0);
        foreach (var delimiter in Known)
        {
            var score = Score(beginning, delimiter);
            if (score > best.Score)
            {
                best = (delimiter, score);
            }
        }

        return best.Delimiter;
    }

    /// <summary>Columns that the rows agree on, weighed by how many rows agree.</summary>
    private static double Score(string beginning, char delimiter)
    {
        using var reader = new StringReader(beginning);
        var widths = DelimitedRows.Read(reader, delimiter).Take(SampleRows).Where(row => !row.IsBlank).Select(row => row.Cells.Length).ToList();
        if (widths.Count > 1)
        {
            // The beginning may end inside a row.
            widths.RemoveAt(widths.Count - 1);
        }

        var mode = widths.Where(width => width > 1).GroupBy(width => width).OrderByDescending(g => g.Count()).FirstOrDefault();
        return mode is null ? 0 : (double)mode.Count() / widths.Count * Math.Min(mode.Key, 8);
    }
}
