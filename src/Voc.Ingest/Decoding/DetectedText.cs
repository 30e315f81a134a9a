using System.Text;
using Voc.Ingest.Files;

namespace Voc.Ingest.Decoding;

/// <summary>
/// The encoding of a text file: by its byte order mark, else by the zero bytes of UTF-16, by the escapes of ISO-2022-JP, else the one
/// of UTF-8, CP932 and EUC-JP that every byte of the file fits. The whole file is read once for this, so that reading it afterwards cannot fail in the middle.
/// </summary>
/// <param name="Encoding">The encoding, strict.</param>
/// <param name="Start">Offset of the first byte after the byte order mark.</param>
/// <param name="Lines">Physical lines of the file.</param>
/// <param name="Records">Lines that are not inside quotation marks.</param>
public sealed record DetectedText(Encoding Encoding, long Start, long Lines, long Records)
{
    private const int Sample = 1 << 16;

    /// <summary>Detects the encoding of a stream.</summary>
    /// <param name="stream">A seekable stream; where it stands afterwards is undefined.</param>
    /// <exception cref="UnreadableFileException">No encoding fits; the message names the line of the first bad byte.</exception>
    public static DetectedText Of(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Position = 0;
        var head = new byte[Sample];
        var length = stream.ReadAtLeast(head, Sample, throwOnEndOfStream: false);
        var (start, candidates) = Candidates(head.AsSpan(0, length));
        var first = StrictScan.Of(stream, start, candidates[0]);
        if (first.IsValid)
        {
            return first.SwitchesCharacters && StrictScan.Of(stream, start, TextEncodings.Iso2022Jp) is { IsValid: true } switching
                ? new(TextEncodings.Iso2022Jp, start, switching.Line, switching.Records)
                : new(candidates[0], start, first.Line, first.Records);
        }

        // A file in one encoding is often valid in another one too, and a single bad byte must not turn it into that one:
        // the encoding is the one in which it looks like Japanese, and then every byte has to fit.
        var sample = SampleAround(stream, first.Position);
        var likely = candidates.MaxBy(encoding => JapaneseLikeness.Of(sample.Span, encoding))!;
        var scan = likely == candidates[0] ? first : StrictScan.Of(stream, start, likely);
        return scan.IsValid ? new(likely, start, scan.Line, scan.Records) : throw Unreadable(likely, scan.Line);
    }

    /// <summary>Bytes around a position, from the start of a line: a line feed is no part of a character in any of the encodings.</summary>
    private static ReadOnlyMemory<byte> SampleAround(Stream stream, long position)
    {
        var from = Math.Max(0, position - (Sample / 4));
        var sample = new byte[Sample];
        stream.Position = from;
        var length = stream.ReadAtLeast(sample, Sample, throwOnEndOfStream: false);
        var lineStart = from == 0 ? 0 : sample.AsSpan(0, (int)(position - from)).IndexOf((byte)'\n') + 1;
        return sample.AsMemory(lineStart, length - lineStart);
    }

    private static (int Start, Encoding[] Candidates) Candidates(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (3, [TextEncodings.Utf8]);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (2, [TextEncodings.Utf16LittleEndian]);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (2, [TextEncodings.Utf16BigEndian]);
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            (even, odd) = head[i] != 0 ? (even, odd) : i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        }

        return (0, even + odd < 2 ? [TextEncodings.Utf8, TextEncodings.ShiftJis, TextEncodings.EucJp]
            : odd > even * 4 ? [TextEncodings.Utf16LittleEndian]
            : even > odd * 4 ? [TextEncodings.Utf16BigEndian]
            : throw Binary());
    }

    private static UnreadableFileException Unreadable(Encoding encoding, long line)
    {
        var name = TextEncodings.Name(encoding);
        return new(new(
            $"文字コードを判別できません。最も近い {name} として {line} 行目に読めないバイトがあります。UTF-8 か CP932（Shift_JIS）で保存し直してください。",
            $"The character encoding cannot be told. Read as {name}, the nearest, line {line} holds bytes that are no characters. Save the file again as UTF-8 or CP932 (Shift_JIS)."));
    }

    private static UnreadableFileException Binary() => new(new(
        "テキストファイルではありません。CSV、TSV、XLSX、JSON Lines のいずれかで保存したファイルを選んでください。",
        "This is not a text file. Choose a file saved as CSV, TSV, XLSX or JSON Lines."));
}
