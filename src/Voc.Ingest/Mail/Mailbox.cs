using System.Text;

namespace Voc.Ingest.Mail;

/// <summary>A mail of a mailbox.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Content">The mail, valid until the next one is asked for; null where it is too large.</param>
/// <param name="Date">When it was delivered, as the line before it says.</param>
internal readonly record struct MailboxMail(long Number, MemoryStream? Content, string? Date);

/// <summary>
/// Splits a mailbox (RFC 4155) into its mails: a line that begins with <c>From</c> and a space, tells a time of delivery and stands first or after a blank
/// line begins a mail; <c>&gt;From</c> within one loses the mark that protects it. Memory is that of the largest mail.
/// </summary>
internal static class Mailbox
{
    private const int Chunk = 1 << 16;

    /// <summary>Whether a stream begins as a mailbox does; it is back where it was afterwards.</summary>
    public static bool IsOne(Stream stream)
    {
        var head = new byte[512];
        var start = stream.Position;
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = start;
        var line = head.AsSpan(0, length);
        return IsFromLine(line.IndexOf((byte)'\n') is var end and >= 0 ? line[..end] : line);
    }

    public static IEnumerable<MailboxMail> Read(Stream stream, int limit)
    {
        var mail = new MemoryStream();
        var (number, isTooLarge, isAfterBlank, date) = (0L, false, true, (string?)null);
        foreach (var (line, isStart) in Lines(stream))
        {
            if (isStart && isAfterBlank && IsFromLine(line.Span))
            {
                if (number > 0)
                {
                    yield return Of(number, mail, isTooLarge, date);
                }

                (number, isTooLarge, isAfterBlank, date) = (number + 1, false, false, Date(line.Span));
                mail.SetLength(0);
                continue;
            }

            isAfterBlank = isStart && line.Span.Trim("\r\n"u8).IsEmpty;
            var kept = isStart && IsProtected(line.Span) ? line[1..] : line;
            isTooLarge |= mail.Length + kept.Length > limit;
            if (!isTooLarge)
            {
                mail.Write(kept.Span);
            }
        }

        if (number > 0)
        {
            yield return Of(number, mail, isTooLarge, date);
        }
    }

    private static MailboxMail Of(long number, MemoryStream mail, bool isTooLarge, string? date)
    {
        mail.Position = 0;
        return new(number, isTooLarge ? null : mail, date);
    }

    /// <summary>Lines with their ends; what is longer than a chunk comes in pieces, of which the first is the start.</summary>
    private static IEnumerable<(ReadOnlyMemory<byte> Line, bool IsStart)> Lines(Stream stream)
    {
        var buffer = new byte[2 * Chunk];
        var (from, to, isStart) = (0, 0, true);
        while (true)
        {
            var end = buffer.AsSpan(from, to - from).IndexOf((byte)'\n');
            if (end < 0 && to - from < Chunk)
            {
                buffer.AsSpan(from, to - from).CopyTo(buffer);
                (from, to) = (0, to - from);
                var read = stream.Read(buffer, to, buffer.Length - to);
                to += read;
                if (read > 0)
                {
                    continue;
                }

                if (to > 0)
                {
                    yield return (buffer.AsMemory(0, to), isStart);
                }

                yield break;
            }

            var length = end < 0 ? to - from : end + 1;
            yield return (buffer.AsMemory(from, length), isStart);
            (from, isStart) = (from + length, end >= 0);
        }
    }

    /// <summary>As in <c>From yamada@example.jp Tue Jun 10 12:00:00 2025</c>, with or without a zone.</summary>
    private static bool IsFromLine(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > 500)
        {
            return false;
        }

        var colon = line.IndexOf((byte)':');
        return colon >= 7 && colon + 2 < line.Length
            && IsDigit(line[colon - 2]) && IsDigit(line[colon - 1]) && IsDigit(line[colon + 1]) && IsDigit(line[colon + 2]);
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool IsProtected(ReadOnlySpan<byte> line) => line.TrimStart((byte)'>') is var rest && rest.Length < line.Length && rest.StartsWith("From "u8);

    /// <summary>The time of delivery in the order that <see cref="MailDate"/> reads, or null.</summary>
    private static string? Date(ReadOnlySpan<byte> line) =>
        Encoding.Latin1.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [_, _, var week, var month, var day, var time, .., var year]
            ? $"{week}, {day} {month} {year} {time}" : null;
}
