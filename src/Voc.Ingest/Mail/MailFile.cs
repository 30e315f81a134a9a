using Voc.Ingest.Files;

namespace Voc.Ingest.Mail;

/// <summary>Opens files of mails: one mail (.eml) or a mailbox of any size (.mbox), which is read mail by mail.</summary>
internal static class MailFile
{
    /// <summary>Most bytes of one mail of a mailbox.</summary>
    public const int MaximumBytes = 64 << 20;

    public static FileReading Open(Stream stream, FileRequest request, IngestContext context)
    {
        stream.Position = 0;
        var channel = request.Channel ?? Channel.ContactForm;
        var intake = new MailIntake(context, request.Source, channel);
        var isMailbox = Mailbox.IsOne(stream);
        if (stream.Length == 0)
        {
            throw new UnreadableFileException(MailProblems.NoMailbox);
        }

        return new(isMailbox ? Rows(stream, intake) : [Row(1, stream, intake, null)], null)
        {
            Kind = FileKind.Mail,
            Channel = channel,
            RowsTotal = isMailbox ? null : 1,
            Position = () => (stream.Position, stream.Length),
            Notes = [MailProblems.Note],
        };
    }

    private static IEnumerable<IngestedRow> Rows(Stream stream, MailIntake intake)
    {
        foreach (var mail in Mailbox.Read(stream, MaximumBytes))
        {
            yield return mail.Content is { } content ? Row(mail.Number, content, intake, mail.Date) : new RejectedRow(mail.Number, null, MailProblems.TooLarge(MaximumBytes));
        }
    }

    private static IngestedRow Row(long number, Stream stream, MailIntake intake, string? delivered) =>
        MailMessage.Read(stream, out var problem) is { } mail ? intake.Take(number, mail with { ReceivedAt = mail.ReceivedAt ?? MailDate.Of(delivered, TimeZoneInfo.Utc) })
        : new RejectedRow(number, null, problem!);
}
