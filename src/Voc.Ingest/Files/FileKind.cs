using System.Text;
using System.Text.RegularExpressions;
using Voc.Ingest.Mail;

namespace Voc.Ingest.Files;

/// <summary>Kinds of files that can be imported.</summary>
public enum FileKind
{
    /// <summary>Delimited text: CSV, TSV.</summary>
    Delimited,

    /// <summary>An Excel workbook, .xlsx or .xls.</summary>
    Excel,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>A saved page of reviews.</summary>
    Html,

    /// <summary>One mail, or a mailbox of them.</summary>
    Mail,

    /// <summary>What was said in one call: WebVTT, SRT, or plain text with speakers.</summary>
    Transcript,
}

/// <summary>Tells the kind of a file: by its first bytes, for names lie; then by its name.</summary>
public static class FileKinds
{
    private const int Head = 1024;

    private static readonly Regex FirstCue = new(@"^\d{1,6}\s+\d{1,3}:\d\d:\d\d,\d{3}\s+-->", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The kind of a file; the stream is back where it was afterwards.</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="fileName">Its name, for the extension.</param>
    public static FileKind Of(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var head = new byte[Head];
        var start = stream.Position;
        var length = stream.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        stream.Position = start;
        return OfHead(head.AsSpan(0, length)) ?? OfName(fileName);
    }

    private static FileKind? OfHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileKind.Excel;
        }

        // Latin-1 keeps every byte, and all that is looked for is ASCII; NULs are the other halves of UTF-16.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html
            : text.StartsWith("{\"", StringComparison.Ordinal) || text.StartsWith("{ \"", StringComparison.Ordinal) || text.StartsWith("[{", StringComparison.Ordinal) ? FileKind.JsonLines
            : text.StartsWith("WEBVTT", StringComparison.Ordinal) || FirstCue.IsMatch(text) ? FileKind.Transcript
            : Mailbox.IsOne(new MemoryStream(head.ToArray())) ? FileKind.Mail
            : null;
    }

    private static FileKind OfName(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".XLSX" or ".XLSM" or ".XLS" => FileKind.Excel,
        ".JSONL" or ".NDJSON" or ".JSON" => FileKind.JsonLines,
        ".HTML" or ".HTM" or ".MHTML" => FileKind.Html,
        ".VTT" or ".SRT" => FileKind.Transcript,
        ".EML" or ".MBOX" or ".MBX" => FileKind.Mail,
        _ => FileKind.Delimited,
    };
}
