using System.Buffers;
using System.Text;

namespace Voc.Ingest.Decoding;

/// <summary>What a pass over a whole file finds, taking it to be in one encoding.</summary>
/// <param name="IsValid">Whether every byte belongs to a character.</param>
/// <param name="Position">Bytes read before the first bad one.</param>
/// <param name="Line">Physical line, from 1, of the first bad byte, or of the end.</param>
/// <param name="Records">Lines up to there that end outside quotation marks, and the last one where it is not empty.</param>
/// <param name="SwitchesCharacters">Whether it is ASCII with escapes, as an encoding is that switches between sets of characters.</param>
internal sealed record StrictScan(bool IsValid, long Position, long Line, long Records, bool SwitchesCharacters = false)
{
    /// <summary>What the decoders of CP932 and EUC-JP make, without an error, of bytes that no character has.</summary>
    private static readonly SearchValues<char> NoCharacters = SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Select(c => (char)c), '\uF8F0', '\uF8F1', '\uF8F2', '\uF8F3']);

    private const int BufferSize = 1 << 16;
    private const char Escape = '\u001B';

    /// <summary>Reads a stream from a position to its end.</summary>
    public static StrictScan Of(Stream stream, long start, Encoding encoding)
    {
        var scan = Of(stream, start, encoding, long.MaxValue);
        // The decoders disagree about what the index in their error means: the chunk in question is decoded again byte by byte.
        return scan.IsValid ? scan : Of(stream, start, encoding, scan.Position);
    }

    private static StrictScan Of(Stream stream, long start, Encoding encoding, long bytewiseFrom)
    {
        stream.Position = start;
        var bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(BufferSize));
        var decoder = encoding.GetDecoder();
        var legacy = encoding.CodePage is 932 or 51932;
        long position = start;
        var lines = new LineCount();
        var (escapes, ascii) = (false, true);
        try
        {
            for (var read = -1; read != 0; position += read)
            {
                var size = position < bytewiseFrom ? BufferSize : 1;
                read = stream.ReadAtLeast(bytes.AsSpan(0, size), size, throwOnEndOfStream: false);
                var decoded = chars.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0));
                if (legacy && decoded.ContainsAny(NoCharacters))
                {
                    return size == 1 ? new(false, position, lines.Line, lines.Records) : Of(stream, start, encoding, position);
                }

                lines.Count(decoded);
                escapes |= decoded.Contains(Escape);
                ascii = ascii && Ascii.IsValid(decoded);
            }

            return new(true, position, lines.Line, lines.Records, escapes && ascii);
        }
        catch (DecoderFallbackException)
        {
            return new(false, position, lines.Line, lines.Records);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }
}
