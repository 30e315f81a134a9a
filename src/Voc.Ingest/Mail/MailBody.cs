using System.Text;
using MimeKit;
using Voc.Ingest.Decoding;

namespace Voc.Ingest.Mail;

/// <summary>The words of a mail's body, and how many files are with it.</summary>
/// <param name="Text">Plain text, or null where there is none.</param>
/// <param name="Attachments">Parts that are no words of the writer: files, pictures, attached mails.</param>
internal readonly record struct MailBody(string? Text, int Attachments)
{
    /// <summary>More would be refused anyway once the history is gone.</summary>
    private const int MaximumBytes = 4 << 20;

    /// <summary>The body of a mail. Of alternatives the plain text is taken where it says anything, else the HTML as text.</summary>
    public static MailBody Of(MimeEntity? entity) => entity switch
    {
        null => default,
        Multipart multipart when multipart.ContentType.IsMimeType("multipart", "alternative") => Best(multipart),
        MultipartRelated related => Joined([related.Root, .. related.Where(part => part != related.Root)]),
        Multipart multipart => Joined(multipart),
        TextPart { IsAttachment: false } text when text.IsPlain || text.IsHtml => new(Words(text), 0),
        _ => new(null, 1),
    };

    private static MailBody Best(Multipart alternatives)
    {
        var read = alternatives.Select(part => (IsPlain: part is TextPart { IsPlain: true }, Body: Of(part))).ToList();
        var said = read.Where(part => !string.IsNullOrWhiteSpace(part.Body.Text)).ToList();
        var best = said.OrderByDescending(part => part.IsPlain).Select(part => part.Body.Text).FirstOrDefault();
        return new(best, read.Sum(part => part.Body.Attachments));
    }

    private static MailBody Joined(IEnumerable<MimeEntity?> parts)
    {
        var read = parts.Where(part => part is not null).Select(Of).ToList();
        var texts = read.Select(part => part.Text).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        return new(texts.Count == 0 ? null : string.Join("\n\n", texts), read.Sum(part => part.Attachments));
    }

    private static string Words(TextPart part)
    {
        var text = Decoded(part);
        return part.IsHtml ? MailHtml.Text(text) : part.IsFlowed ? Unflowed(text, DeletesSpace(part)) : text;
    }

    private static bool DeletesSpace(TextPart part) => "yes".Equals(part.ContentType.Parameters["delsp"], StringComparison.OrdinalIgnoreCase);

    private static string Decoded(TextPart part)
    {
        using var memory = new CappedStream(MaximumBytes);
        part.Content?.DecodeTo(memory);
        return Decoded(memory.ToArray(), part.ContentType.Charset);
    }

    /// <summary>Bytes in the encoding a mail names, or in the one they look like where that is none or cannot be.</summary>
    internal static string Decoded(byte[] bytes, string? charset)
    {
        try
        {
            return string.IsNullOrEmpty(charset) ? MailMessage.Decoded(bytes) : Named(charset).GetString(bytes);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return MailMessage.Decoded(bytes); // A name nobody knows, or bytes that are not in what it names.
        }
    }

    /// <summary>An encoding by its name in a mail, strict. Mails named ISO-2022-JP or Shift_JIS hold what Windows adds to them.</summary>
    private static Encoding Named(string charset) => charset.Trim().Trim('"').ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => TextEncodings.Utf8,
        "iso-2022-jp" or "iso-2022-jp-ms" or "cp50220" or "cp50221" => TextEncodings.Iso2022Jp,
        "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "cp932" or "ms932" or "windows-31j" or "ms_kanji" => TextEncodings.ShiftJis,
        "euc-jp" or "x-euc-jp" or "eucjp" or "cp51932" => TextEncodings.EucJp,
        "us-ascii" or "ascii" => Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        var other => Encoding.GetEncoding(other, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
    };

    /// <summary>Joins lines that were only wrapped (RFC 3676).</summary>
    private static string Unflowed(string text, bool deletesSpace)
    {
        var joined = new StringBuilder(text.Length);
        var isOpen = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.StartsWith(' ') ? raw[1..] : raw;
            var isApart = line.StartsWith('>') || line == "-- ";
            if (joined.Length > 0 && !(isOpen && !isApart))
            {
                joined.Append('\n');
            }

            isOpen = !isApart && line.EndsWith(' ');
            joined.Append(isOpen && deletesSpace ? line[..^1] : line);
        }

        return joined.ToString();
    }

    /// <summary>Keeps the first bytes and lets the rest go by.</summary>
    private sealed class CappedStream(int limit) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => base.Write(buffer, offset, (int)Math.Min(count, Math.Max(0, limit - Length)));

        public override void Write(ReadOnlySpan<byte> buffer) => base.Write(buffer[..(int)Math.Min(buffer.Length, Math.Max(0, limit - Length))]);
    }
}
