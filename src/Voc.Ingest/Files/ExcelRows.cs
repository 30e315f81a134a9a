using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Voc.Ingest.Decoding;

namespace Voc.Ingest.Files;

/// <summary>Reads the first worksheet that holds anything, row by row; dates become ISO 8601 and numbers plain decimals.</summary>
internal sealed class ExcelRows : IDisposable
{
    /// <summary>Most bytes a workbook may unpack to: 1 GiB, about a million rows of thirty columns.</summary>
    public const long MaxUnpacked = 1L << 30;

    /// <summary>Most bytes of the table of shared texts, which has to be in memory: 128 MiB.</summary>
    public const long MaxSharedTexts = 1L << 27;

    private const int MaxColumns = 2_000;
    private readonly IExcelDataReader _reader;

    private ExcelRows(IExcelDataReader reader) => _reader = reader;

    /// <summary>Rows of the worksheet, blank ones too.</summary>
    public int Count => _reader.RowCount;

    /// <summary>Rows read so far.</summary>
    public int Done { get; private set; }

    public static ExcelRows Open(Stream stream)
    {
        return Guarded(() =>
        {
            CheckSize(stream);
            _ = TextEncodings.ShiftJis; // .xls needs the code pages, and naming one registers them
            var reader = ExcelReaderFactory.CreateReader(stream, new() { LeaveOpen = true });
            while (reader.RowCount == 0 && reader.NextResult())
            {
            }

            return reader.FieldCount <= MaxColumns ? new ExcelRows(reader) : throw TooWide(reader.FieldCount);
        });
    }

    public IEnumerable<RawRow> Read()
    {
        while (Guarded(_reader.Read))
        {
            Done++;
            var cells = new string?[_reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Text(_reader.GetValue(i));
            }

            yield return new(Done, cells);
        }
    }

    public void Dispose() => _reader.Dispose();

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A small file can unpack to any size; the framework never unpacks more of an entry than its declared length.</summary>
    private static void CheckSize(Stream stream)
    {
        stream.Position = 0;
        if (stream.ReadByte() == 'P')
        {
            stream.Position = 0;
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var unpacked = archive.Entries.Sum(entry => Math.Min(entry.Length, MaxUnpacked + 1));
            var shared = archive.Entries.Where(entry => entry.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)).Sum(entry => entry.Length);
            if (unpacked > MaxUnpacked || shared > MaxSharedTexts)
            {
                throw TooLarge();
            }
        }

        stream.Position = 0;
    }

    /// <summary>The library fails on damaged workbooks in many ways, from its own exceptions to those of XML and of arrays.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableFileException(new(
                "ブックがパスワードで保護されています。保護を外して保存し直してください。",
                "The workbook is protected by a password. Save it again without one."));
        }
        catch (Exception e) when (e is not UnreadableFileException and not OutOfMemoryException)
        {
            throw new UnreadableFileException(new(
                "ブックが壊れているか、途中で切れています。Excel で開いて保存し直すか、CSV で保存してください。",
                "The workbook is damaged or cut off. Open it in Excel and save it again, or save it as CSV."));
        }
    }

    private static UnreadableFileException TooLarge() => new(new(
        "ブックを展開すると大きすぎます（上限 1 GiB、文字列は 128 MiB）。CSV で保存するか、ファイルを分けてください。",
        "The workbook unpacks to too much (at most 1 GiB, 128 MiB of texts). Save it as CSV or split it."));

    private static UnreadableFileException TooWide(int columns) => new(new(
        $"列が多すぎます（{columns} 列、上限 {MaxColumns} 列）。使わない列を削除してください。",
        $"There are too many columns ({columns}, at most {MaxColumns}). Delete those that are not needed."));
}
