using System.Text;

namespace Voc.Ingest.Decoding;

/// <summary>The encodings that files come in, each strict: bytes that are no characters raise an error instead of becoming one.</summary>
public static class TextEncodings
{
    static TextEncodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        ShiftJis = Strict(932);
        EucJp = Strict(51932);
        Iso2022Jp = Strict(50221);
    }

    /// <summary>UTF-8.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>UTF-16, little endian.</summary>
    public static Encoding Utf16LittleEndian { get; } = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>UTF-16, big endian.</summary>
    public static Encoding Utf16BigEndian { get; } = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Code page 932, the Shift_JIS of Japanese Windows.</summary>
    public static Encoding ShiftJis { get; }

    /// <summary>EUC-JP.</summary>
    public static Encoding EucJp { get; }

    /// <summary>ISO-2022-JP, the seven-bit encoding of old mail programs, with half-width katakana.</summary>
    public static Encoding Iso2022Jp { get; }

    /// <summary>The name users know an encoding by, such as <c>CP932</c>.</summary>
    public static string Name(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return encoding.CodePage switch
        {
            932 => "CP932",
            1200 => "UTF-16LE",
            1201 => "UTF-16BE",
            51932 => "EUC-JP",
            50221 => "ISO-2022-JP",
            _ => "UTF-8",
        };
    }

    private static Encoding Strict(int codePage) => Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
