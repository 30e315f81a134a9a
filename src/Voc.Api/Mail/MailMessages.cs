using System.Globalization;
using MimeKit;
using Voc.Api.Webhooks;

namespace Voc.Api.Mail;

/// <summary>Writes mails down as MIME: UTF-8, text and HTML, in the thread of their alert.</summary>
internal static class MailMessages
{
    /// <summary>Replies that a mail names; older ones are left out but for the first.</summary>
    private const int MostReferences = 10;

    /// <summary>A mail that is the same however often it is made, so that a receiver can tell a repetition.</summary>
    public static MimeMessage Of(MailSettingsRow settings, IEnumerable<MailboxAddress> to, string key, MailBody body, DateTimeOffset at)
    {
        var from = new MailboxAddress(settings.FromName ?? "Voc", settings.FromAddress);
        var message = new MimeMessage
        {
            Subject = body.Subject,
            Date = at,
            MessageId = body.Thread is { } thread ? Id(thread, body.Revision, from) : $"voc-{key}@{from.Domain}",
            Body = new BodyBuilder { TextBody = body.Text, HtmlBody = body.Html }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.AddRange(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(WebhookSender.DeliveryHeader, key);
        if (body.Thread is { } alert && body.Revision > 1)
        {
            message.InReplyTo = Id(alert, body.Revision - 1, from);
            var earlier = Enumerable.Range(1, body.Revision - 1).Where(r => r == 1 || r >= body.Revision - MostReferences);
            message.References.AddRange(earlier.Select(r => Id(alert, r, from)));
        }
        // The same bytes whatever the server can do.
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static string Id(string alert, int revision, MailboxAddress from) => string.Create(CultureInfo.InvariantCulture, $"voc-{alert}.{revision}@{from.Domain}");
}
