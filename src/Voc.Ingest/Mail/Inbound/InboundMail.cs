using System.Text;
using System.Text.Json;
using MimeKit;

namespace Voc.Ingest.Mail.Inbound;

/// <summary>The fields of a mail that a provider received and posted as a form.</summary>
/// <param name="Fields">Values by name, as bytes: providers leave some in the encoding of the mail.</param>
/// <param name="Files">How many files came with the form.</param>
public sealed record InboundForm(IReadOnlyDictionary<string, byte[]> Fields, int Files)
{
    /// <summary>Most bytes kept of one field; the rest of a longer one goes by.</summary>
    public const int MaximumField = 4 << 20;

    /// <summary>A field in UTF-8, or null.</summary>
    public string? this[string name] => Fields.TryGetValue(name, out var value) ? Encoding.UTF8.GetString(value) : null;
}

/// <summary>
/// Reads mails in the forms of providers that receive mail and post it on: SendGrid Inbound Parse and routes of Mailgun. The mail as
/// it travelled, which either can send instead, is read by <see cref="MailMessage"/>.
/// </summary>
public static class InboundMail
{
    /// <summary>Names of the fields that hold the mail as it travelled.</summary>
    public static IReadOnlyList<string> RawNames { get; } = ["email", "body-mime"];

    /// <summary>Reads the form of SendGrid, whose field <c>charsets</c> names the encodings of other fields.</summary>
    public static MailContent OfSendGrid(InboundForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var charsets = Charsets(form["charsets"]);
        string? Field(string name) => form.Fields.TryGetValue(name, out var value) ? MailBody.Decoded(value, charsets.GetValueOrDefault(name)) : null;
        var headers = HeaderLines(Field("headers"));
        return Content(headers, Field("from"), Field("subject"), Field("text"), Field("html"), Count(form["attachments"]) ?? form.Files);
    }

    /// <summary>Reads the form of Mailgun, which is all in UTF-8.</summary>
    public static MailContent OfMailgun(InboundForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var headers = HeaderPairs(form["message-headers"]);
        foreach (var name in (string[])["Message-Id", "Date", "Auto-Submitted", "Content-Type"])
        {
            if (form[name] is { } value)
            {
                headers.TryAdd(name, value);
            }
        }

        return Content(headers, form["from"] ?? form["sender"], form["subject"], form["body-plain"], form["body-html"], Count(form["attachment-count"]) ?? form.Files);
    }

    private static MailContent Content(Dictionary<string, string> headers, string? from, string? subject, string? plain, string? html, int attachments) => new()
    {
        MessageId = headers.GetValueOrDefault("Message-ID")?.Trim().Trim('<', '>'),
        Date = headers.GetValueOrDefault("Date"),
        ReceivedAt = MailDate.OfReceived(headers.GetValueOrDefault("Received")),
        From = Address(headers.GetValueOrDefault("From")) ?? Address(from),
        Subject = subject ?? (headers.TryGetValue("Subject", out var written) ? EncodedWords.Decoded(written) : null),
        Body = string.IsNullOrWhiteSpace(plain) ? (html is null ? null : MailHtml.Text(html)) : plain,
        Attachments = attachments,
        IsAutomatic = MailMessage.IsAutomatic(headers.GetValueOrDefault("Auto-Submitted"), headers.GetValueOrDefault("X-Autoreply"), headers.GetValueOrDefault("Content-Type")),
    };

    private static string? Address(string? from) =>
        from is not null && InternetAddressList.TryParse(from, out var list) ? list.Mailboxes.FirstOrDefault()?.Address : null;

    private static int? Count(string? number) => int.TryParse(number, out var count) && count >= 0 ? count : null;

    /// <summary>Headers as lines; the first of several with one name counts.</summary>
    private static Dictionary<string, string> HeaderLines(string? lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var name = "";
        foreach (var line in (lines ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith(' ') || line.StartsWith('\t'))
            {
                if (name.Length > 0)
                {
                    headers[name] += " " + line.Trim();
                }
            }
            else
            {
                name = colon > 0 && headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()) ? line[..colon].Trim() : "";
            }
        }

        return headers;
    }

    private static Dictionary<string, string> HeaderPairs(string? json)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Parsed<string[][]>(json) ?? [])
        {
            if (pair is [{ } name, { } value, ..])
            {
                headers.TryAdd(name.Trim(), value.Trim());
            }
        }

        return headers;
    }

    private static Dictionary<string, string> Charsets(string? json) => Parsed<Dictionary<string, string>>(json) ?? [];

    private static T? Parsed<T>(string? json)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null; // The mail is worth more than what is said about it.
        }
    }
}
