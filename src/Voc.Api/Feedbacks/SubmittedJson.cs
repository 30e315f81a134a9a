using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Voc.Api.Feedbacks;

/// <summary>A body that is no JSON, with the place where reading stopped.</summary>
/// <param name="line">Counted from 1.</param>
/// <param name="column">In UTF-16 units, counted from 1.</param>
/// <param name="message">What to do about it.</param>
internal sealed class MalformedJsonException(long line, int column, LocalizedText message) : Exception(message.En)
{
    public long Line { get; } = line;

    public int Column { get; } = column;

    public LocalizedText Text { get; } = message;
}

/// <summary>Reads a request's body as one JSON document.</summary>
internal static class SubmittedJson
{
    private static readonly JsonDocumentOptions Strictly = new() { MaxDepth = 32 };

    /// <exception cref="MalformedJsonException">It is not JSON in UTF-8.</exception>
    /// <exception cref="BadHttpRequestException">It is too large (413).</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var body = RequestBody.Reader(request, maxBytes);
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > maxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
            }
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            // The document keeps a reference to these bytes, and the pipe's own go back to it.
            var utf8 = read.Buffer.ToArray();
            body.AdvanceTo(read.Buffer.End);
            return Parse(utf8);
        }
    }

    /// <summary>Parses one document.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="above">Lines above it in what was sent.</param>
    /// <exception cref="MalformedJsonException">It is not JSON in UTF-8.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, long above = 0)
    {
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }
        if (!Utf8.IsValid(utf8.Span))
        {
            throw NotUtf8(utf8.Span, above);
        }
        try
        {
            return JsonDocument.Parse(utf8, Strictly);
        }
        catch (JsonException malformed)
        {
            var (line, column) = Place(utf8.Span, Offset(utf8.Span, malformed), above);
            throw new MalformedJsonException(line, column, new(
                $"JSON として読み取れません（{line} 行 {column} 文字目）。その前後の引用符、カンマ、括弧を確認してください。",
                $"This is not JSON (line {line}, column {column}). Check the quotes, commas and brackets around that place."));
        }
    }

    private static MalformedJsonException NotUtf8(ReadOnlySpan<byte> bytes, long above)
    {
        var good = 0;
        while (good < bytes.Length && Rune.DecodeFromUtf8(bytes[good..], out _, out var used) == OperationStatus.Done)
        {
            good += used;
        }
        var (line, column) = Place(bytes, good, above);
        return new MalformedJsonException(line, column, new(
            $"UTF-8 ではない文字があります（{line} 行 {column} 文字目）。Shift_JIS などの場合は UTF-8 に変換して送ってください。",
            $"There is a character that is not UTF-8 (line {line}, column {column}). Convert Shift_JIS and others to UTF-8."));
    }

    private static int Offset(ReadOnlySpan<byte> utf8, JsonException malformed)
    {
        var start = 0;
        for (var line = malformed.LineNumber ?? 0; line > 0; line--)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }
        return (int)Math.Min(start + (malformed.BytePositionInLine ?? 0), utf8.Length);
    }

    /// <summary>The parser counts bytes; whoever opens the file counts characters.</summary>
    private static (long Line, int Column) Place(ReadOnlySpan<byte> utf8, int offset, long above)
    {
        var before = utf8[..offset];
        var line = before.LastIndexOf((byte)'\n') + 1;
        return (above + before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[line..]) + 1);
    }
}
