using System.Globalization;
using Voc.Ingest.Mapping;

namespace Voc.Ingest.Mail;

/// <summary>
/// Makes feedback of mails: the writer's own words as the text, the writer as the customer, under a pseudonym. The same mail again has
/// the same identifier. Not safe for several threads at once.
/// </summary>
/// <param name="context">The installation.</param>
/// <param name="source">Name of the source.</param>
/// <param name="channel">Its channel.</param>
public sealed class MailIntake(IngestContext context, string source, Channel channel)
{
    /// <summary>Name of the attribute with the subject.</summary>
    public const string SubjectName = "subject";

    /// <summary>Name of the attribute with the number of files that came with the mail.</summary>
    public const string AttachmentsName = "attachments";

    private readonly FeedbackIntake _intake = new(context);
    private readonly RowIdentity _identity = new(context.Pseudonyms);

    /// <summary>Turns a mail into feedback, or says why it cannot be.</summary>
    /// <param name="number">Its number in the mailbox, from 1.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="otherwise">The time of a mail that tells none; null refuses it.</param>
    public IngestedRow Take(long number, MailContent mail, DateTimeOffset? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.IsAutomatic)
        {
            return new RejectedRow(number, "Auto-Submitted", MailProblems.Automatic);
        }

        var told = MailDate.Of(mail.Date, context.TimeZone) ?? mail.ReceivedAt;
        if ((told ?? otherwise) is not { } occurredAt)
        {
            return new RejectedRow(number, "Date", MailProblems.NoDate(mail.Date));
        }

        var subject = mail.Subject?.Trim() ?? "";
        var isEmpty = string.IsNullOrWhiteSpace(mail.Body);
        var own = isEmpty ? "" : MailReply.Own(mail.Body!);
        if (own.Length == 0 && !isEmpty)
        {
            return new RejectedRow(number, "body", MailProblems.NothingOwn) { IsEmpty = true };
        }

        if (own.Length == 0 && subject.Length == 0)
        {
            return new RejectedRow(number, "body", mail.Attachments > 0 ? MailProblems.OnlyFiles(mail.Attachments) : MailProblems.Empty) { IsEmpty = true };
        }

        var draft = new FeedbackDraft
        {
            Source = source,
            ExternalId = mail.MessageId,
            Channel = channel,
            Text = own.Length > 0 ? own : subject,
            OccurredAt = told, // The time of arrival must not tell two deliveries of one mail apart.
            Customer = Cut(mail.From, FeedbackValidation.MaxNameLength),
            Attributes = Attributes(subject, mail.Attachments),
        };
        return _intake.Take(number, draft with { ExternalId = Identifier(draft), OccurredAt = occurredAt });
    }

    private string Identifier(FeedbackDraft draft)
    {
        var id = draft.ExternalId?.Trim().Trim('<', '>');
        return string.IsNullOrEmpty(id) ? _identity.Next(draft, null)
            : id.Length <= FeedbackValidation.MaxExternalIdLength ? id
            : "mail-" + Convert.ToHexStringLower(context.Pseudonyms.Digest(id));
    }

    private static Dictionary<string, string> Attributes(string subject, int attachments)
    {
        var attributes = new Dictionary<string, string>();
        if (subject.Length > 0)
        {
            attributes[SubjectName] = Cut(subject, FeedbackValidation.MaxAttributeLength)!;
        }

        if (attachments > 0)
        {
            attributes[AttachmentsName] = attachments.ToString(CultureInfo.InvariantCulture);
        }

        return attributes;
    }

    private static string? Cut(string? text, int limit) => text is null || text.Length <= limit ? text : text[..limit];
}
