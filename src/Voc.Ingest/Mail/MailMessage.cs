using System.Text;
using MimeKit;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;

namespace Voc.Ingest.Mail;

/// <summary>Reads one mail in the form it travels in (RFC 5322, MIME). Attached files are counted and left alone.</summary>
public static class MailMessage
{
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 32, MaxAddressGroupDepth = 3, CharsetEncoding = TextEncodings.ShiftJis };

    /// <summary>Reads a mail from where the stream stands to its end.</summary>
    /// <param name="stream">A seekable stream, which stays open.</param>
    /// <param name="problem">Why it cannot be read, or null.</param>
    public static MailContent? Read(Stream stream, out LocalizedText? problem)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            // With a persistent stream the contents of attachments stay where they are.
            using var message = new MimeParser(Options, stream, MimeFormat.Entity, persistent: true).ParseMessage();
            problem = message.Headers.Any(header => header.Id is HeaderId.From or HeaderId.Date or HeaderId.MessageId or HeaderId.Subject or HeaderId.Received) ? null : MailProblems.NoMail;
            return problem is null ? Of(message) : null;
        }
        catch (Exception broken) when (broken is FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            problem = MailProblems.NoMail;
            return null;
        }
    }

    private static MailContent Of(MimeMessage message)
    {
        var body = MailBody.Of(message.Body);
        return new()
        {
            MessageId = message.MessageId,
            Date = message.Headers[HeaderId.Date],
            ReceivedAt = MailDate.OfReceived(message.Headers[HeaderId.Received]),
            From = message.From.Mailboxes.Select(mailbox => mailbox.Address).FirstOrDefault() ?? message.Sender?.Address,
            Subject = Subject(message.Headers),
            Body = body.Text,
            Attachments = body.Attachments,
            IsAutomatic = IsAutomatic(message.Headers[HeaderId.AutoSubmitted], message.Headers["X-Autoreply"], message.Body?.Headers[HeaderId.ContentType]),
        };
    }

    /// <summary>Whether headers tell of a bounce (RFC 3464) or of an answering machine (RFC 3834). What a program writes on behalf of a customer, such as a form, is no answer.</summary>
    internal static bool IsAutomatic(string? autoSubmitted, string? autoReply, string? contentType) =>
        autoReply is not null
        || (autoSubmitted ?? "").TrimStart().StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase)
        || ((contentType ?? "").StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase)
            && (contentType!.Contains("delivery-status", StringComparison.OrdinalIgnoreCase) || contentType.Contains("disposition-notification", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The subject; one in raw bytes, against the rules but seen, is in the encoding it looks like.</summary>
    private static string? Subject(HeaderList headers) =>
        headers.FirstOrDefault(header => header.Id == HeaderId.Subject) is { } subject ? EncodedWords.Decoded(Decoded(subject.RawValue)) : null;

    /// <summary>Bytes whose encoding is not told, or wrongly.</summary>
    internal static string Decoded(byte[] bytes)
    {
        try
        {
            var found = DetectedText.Of(new MemoryStream(bytes));
            return found.Encoding.GetString(bytes.AsSpan((int)found.Start));
        }
        catch (UnreadableFileException)
        {
            return Encoding.UTF8.GetString(bytes); // With U+FFFD where it is no character.
        }
    }
}
