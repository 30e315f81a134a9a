using System.Text;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Reviews;

/// <summary>
/// Decodes the bytes of a page. Candidates in order: byte order mark, the charset of the <c>Content-Type</c> header, the one the
/// page declares, UTF-8, EUC-JP, Shift_JIS; the first that decodes every byte is taken, so a wrong declaration does no harm.
/// </summary>
internal static partial class HtmlBytes
{
    private const int DeclarationLength = 4_096;
    private static readonly (byte[] Signature, string Name)[] Binaries =
    [
        ("%PDF"u8.ToArray(), "PDF"), ("PK\x03\x04"u8.ToArray(), "ZIP/Excel/Word"), ([0x89, .. "PNG"u8], "PNG"), ("GIF8"u8.ToArray(), "GIF"),
        ([0xFF, 0xD8, 0xFF], "JPEG"), ([0x1F, 0x8B], "gzip"), ([0xD0, 0xCF, 0x11, 0xE0], "Excel/Word 97–2003"), ("RIFF"u8.ToArray(), "WebP/AVI"),
    ];

    static HtmlBytes() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The kind of file these bytes are when they cannot be a text, or null.</summary>
    public static string? BinaryKind(ReadOnlySpan<byte> bytes)
    {
        foreach (var (signature, name) in Binaries)
        {
            if (bytes.StartsWith(signature))
            {
                return name;
            }
        }

        return Mark(bytes) is null && bytes.Contains((byte)0) ? "binary" : null;
    }

    /// <summary>Decodes a page; bytes that fit no candidate become U+FFFD.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, or null.</param>
    public static string Decode(byte[] bytes, string? contentType)
    {
        if (Mark(bytes) is { } marked)
        {
            return marked.GetString(bytes).TrimStart('\uFEFF');
        }

        var start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationLength));
        var declared = ByName(Charset().Match(contentType ?? "").Groups[1].Value) ?? ByName(Declaration().Match(start).Groups[1].Value);
        foreach (var candidate in new[] { declared, Encoding.UTF8, Encoding.GetEncoding(51932), Encoding.GetEncoding(932) })
        {
            if (candidate is not null && Strictly(candidate, bytes) is { } text)
            {
                return text;
            }
        }

        return (declared ?? Encoding.UTF8).GetString(bytes);
    }

    private static Encoding? Mark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    private static string? Strictly(Encoding encoding, byte[] bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The encoding a browser means by a label (WHATWG Encoding): Shift_JIS is Windows-31J there.</summary>
    private static Encoding? ByName(string label)
    {
        switch (label.Trim().ToUpperInvariant())
        {
            case "":
                return null;
            case "UTF8":
                return Encoding.UTF8;
            case "SHIFT_JIS" or "SHIFT-JIS" or "SJIS" or "X-SJIS" or "MS_KANJI" or "WINDOWS-31J" or "CP932" or "MS932":
                return Encoding.GetEncoding(932);
            case "EUC-JP" or "X-EUC-JP" or "EUCJP":
                return Encoding.GetEncoding(51932);
            case "ISO-2022-JP":
                return Encoding.GetEncoding(50220);
            default:
                try
                {
                    return Encoding.GetEncoding(label.Trim());
                }
                catch (ArgumentException)
                {
                    return null;
                }
        }
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    [GeneratedRegex("<(?:meta|\\?xml)\\s[^>]{0,500}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
