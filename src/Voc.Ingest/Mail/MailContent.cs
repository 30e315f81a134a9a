namespace Voc.Ingest.Mail;

/// <summary>What a mail says and about whom, as far as it is wanted here; nothing is checked or masked yet.</summary>
public sealed record MailContent
{
    /// <summary>The identifier of the mail without angle brackets, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>The <c>Date</c> header as it came, or null.</summary>
    public string? Date { get; init; }

    /// <summary>When a mail server noted the mail, for mails without a date that can be read.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The address of the writer, or null.</summary>
    public string? From { get; init; }

    /// <summary>The subject, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>The body as plain text, with history and signature; null where it has none.</summary>
    public string? Body { get; init; }

    /// <summary>How many files came with it.</summary>
    public int Attachments { get; init; }

    /// <summary>Whether no person wrote it: a bounce or an answering machine.</summary>
    public bool IsAutomatic { get; init; }
}
