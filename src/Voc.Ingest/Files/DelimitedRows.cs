using CsvHelper;

namespace Voc.Ingest.Files;

/// <summary>Reads delimited text (RFC 4180) row by row; a row is numbered by the physical line it starts on.</summary>
internal static class DelimitedRows
{
    /// <summary>Longest row in bytes of UTF-8; a quotation mark that is never closed would otherwise take in the whole file.</summary>
    private const int MaxRow = 16_000_000;

    public static IEnumerable<RawRow> Read(TextReader text, char delimiter)
    {
        long unclosed = 0;
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = MaxRow,
            OnMalformedRecord = record => unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? record.LineNumber : unclosed,
        };
        using var reader = CsvReader.Create(text, options, leaveOpen: true);
        while (Next(reader))
        {
            var cells = new string?[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            yield return new(reader.LineNumber, cells, unclosed == reader.LineNumber ? Unclosed(unclosed) : null);
        }
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableFileException(new(
                $"{e.LineNumber} 行目から始まる行が長すぎます。引用符（\"）が閉じられているか確かめてください。",
                $"The row that starts on line {e.LineNumber} is too long. Check whether its quotation marks (\") are closed."));
        }
    }

    private static LocalizedText Unclosed(long line) => new(
        $"{line} 行目の行で開いた引用符（\"）がファイルの終わりまで閉じられていません。閉じる引用符を補ってください。",
        $"A quotation mark (\") opened in the row on line {line} is not closed before the end of the file. Close it.");
}
