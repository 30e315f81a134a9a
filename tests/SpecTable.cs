namespace Voc.Tests;

/// <summary>Reads the tables of a specification in Markdown; each row is a case. In a cell <c>\n</c> is a line break and <c>∅</c> is nothing.</summary>
internal static class SpecTable
{
    public static IEnumerable<object[]> Rows(string file)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, file))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim().Trim('|').Split('|').Select(Cell).ToArray());
        var columns = Array.Empty<string>();
        string[]? previous = null;
        foreach (var row in rows)
        {
            if (row.All(cell => cell.Length > 0 && cell.All(c => c is '-' or ':')))
            {
                columns = previous!;
                previous = null;
                continue;
            }

            if (previous is not null && columns.Length == previous.Length)
            {
                yield return previous;
            }

            previous = row;
        }

        if (previous is not null)
        {
            yield return previous;
        }
    }

    private static string Cell(string cell) => cell.Trim().Replace("\\n", "\n", StringComparison.Ordinal).Replace("∅", "", StringComparison.Ordinal);
}
