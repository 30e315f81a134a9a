using Voc.Ingest.Decoding;

namespace Voc.Ingest.Files;

/// <summary>A file of rows and columns that is being read: delimited text, an Excel workbook or JSON Lines.</summary>
internal sealed record OpenedTable : IDisposable
{
    private const int Beginning = 1 << 16;
    private readonly IDisposable _opened;

    private OpenedTable(FileKind kind, Table table, IDisposable opened, Func<(long Done, long Total)> position) =>
        (Kind, Table, _opened, Position) = (kind, table, opened, position);

    public FileKind Kind { get; }

    public Table Table { get; }

    /// <summary>How much has been read, of how much.</summary>
    public Func<(long Done, long Total)> Position { get; }

    /// <summary>Name of its encoding; null for Excel.</summary>
    public string? Encoding { get; private init; }

    /// <summary>Its delimiter; null where it has none.</summary>
    public char? Delimiter { get; private init; }

    /// <summary>Rows it holds, about.</summary>
    public long RowsTotal { get; private init; }

    /// <summary>Opens a file that is no HTML.</summary>
    /// <param name="stream">A seekable stream; stays open.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="wanted">Columns that are asked for; they help to find the header.</param>
    /// <exception cref="UnreadableFileException">Nothing of it can be read.</exception>
    public static OpenedTable Of(Stream stream, FileKind kind, IReadOnlyCollection<string> wanted) => kind switch
    {
        FileKind.Excel => OpenExcel(stream, wanted),
        FileKind.JsonLines => JsonLines(stream, DetectedText.Of(stream)),
        _ => OpenDelimited(stream, wanted),
    };

    /// <summary>Opens JSON Lines whose encoding is known.</summary>
    /// <exception cref="UnreadableFileException">It is a JSON array.</exception>
    public static OpenedTable JsonLines(Stream stream, DetectedText text)
    {
        if (IsArray(ReadBeginning(stream, text)))
        {
            throw new UnreadableFileException(new(
                "JSON の配列ではなく、1 行に 1 件ずつの JSON Lines にしてください。",
                "Write one object a line (JSON Lines) instead of a JSON array."));
        }

        var reader = Reader(stream, text);
        return new(FileKind.JsonLines, JsonLineRows.ReadTable(reader), reader, () => (stream.Position, stream.Length))
        {
            Encoding = TextEncodings.Name(text.Encoding),
            RowsTotal = text.Lines,
        };
    }

    public static bool IsArray(string beginning) => beginning.AsSpan().TrimStart().StartsWith("[");

    public static string ReadBeginning(Stream stream, DetectedText text)
    {
        stream.Position = text.Start;
        using var reader = new StreamReader(stream, text.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var chars = new char[Beginning];
        return new(chars, 0, reader.ReadBlock(chars, 0, Beginning));
    }

    public static StreamReader Reader(Stream stream, DetectedText text)
    {
        stream.Position = text.Start;
        return new(stream, text.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: Beginning, leaveOpen: true);
    }

    public void Dispose() => _opened.Dispose();

    private static OpenedTable OpenDelimited(Stream stream, IReadOnlyCollection<string> wanted)
    {
        var text = DetectedText.Of(stream);
        var delimiter = Delimiters.Of(ReadBeginning(stream, text));
        var reader = Reader(stream, text);
        return new(FileKind.Delimited, Table.Of(DelimitedRows.Read(reader, delimiter), wanted), reader, () => (stream.Position, stream.Length))
        {
            Encoding = TextEncodings.Name(text.Encoding),
            Delimiter = delimiter,
            RowsTotal = Math.Max(0, text.Records - 1),
        };
    }

    private static OpenedTable OpenExcel(Stream stream, IReadOnlyCollection<string> wanted)
    {
        var rows = ExcelRows.Open(stream);
        return new(FileKind.Excel, Table.Of(rows.Read(), wanted), rows, () => (rows.Done, rows.Count)) { RowsTotal = Math.Max(0, rows.Count - 1) };
    }
}
