using Voc.Api.Problems;
using Voc.Ingest.Files;

namespace Voc.Api.Commands;

/// <summary>A file that a classifier reads cannot be read as asked.</summary>
internal sealed class ClassifierInputException(string file, LocalizedText problem) : Exception(problem.En)
{
    public string File { get; } = file;

    public LocalizedText Problem { get; } = problem;
}

/// <summary>Rows of a file for a classifier: those with every cell come out, the others are told on standard error and passed over.</summary>
internal sealed class ClassifierInput(IReadOnlyList<(string As, string Name)> columns)
{
    private const int MostTold = 100;

    /// <summary>How much of the file in hand has been read, 0 to 1.</summary>
    public double Progress { get; private set; }

    /// <summary>Rows passed over so far.</summary>
    public long Skipped { get; private set; }

    /// <summary>The usable rows.</summary>
    /// <exception cref="ClassifierInputException">The file cannot be read, or lacks a column.</exception>
    public IEnumerable<(long Number, string[] Cells)> Read(FileInfo path)
    {
        using var stream = path.OpenRead();
        using var file = Guarded(path, () => ColumnFile.Open(stream, path.Name, columns));
        using var rows = file.Rows().GetEnumerator();
        while (Guarded(path, rows.MoveNext))
        {
            Progress = file.Progress;
            var row = rows.Current;
            if ((row.Problem ?? Missing(row)) is { } problem)
            {
                Tell(path, row.Line, problem);
            }
            else
            {
                yield return (row.Number, [.. row.Cells.Select(cell => cell!)]);
            }
        }
    }

    private LocalizedText? Missing(ColumnRow row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(row.Cells[i]))
            {
                return new($"列「{columns[i].Name}」が空です。", $"The column “{columns[i].Name}” is empty.");
            }
        }

        return null;
    }

    private void Tell(FileInfo path, long line, LocalizedText problem)
    {
        if (++Skipped <= MostTold)
        {
            Console.Error.WriteLine(new LocalizedText($"{path.Name} {line} 行目: {problem.Ja}", $"{path.Name} line {line}: {problem.En}").Say());
        }
        else if (Skipped == MostTold + 1)
        {
            Console.Error.WriteLine(new LocalizedText("使えない行がほかにもありますが、ここからは表示しません。", "There are more rows that cannot be used; they are not listed.").Say());
        }
    }

    private static T Guarded<T>(FileInfo path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableFileException unreadable)
        {
            throw new ClassifierInputException(path.Name, unreadable.Problem);
        }
    }
}
