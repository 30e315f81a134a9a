namespace Voc.Api.Mail;

/// <summary>The mail server; never with its password.</summary>
internal sealed record MailInfo(
    bool Configured, string Host, int Port, string Security, string? UserName, bool HasPassword, string FromAddress, string? FromName, string? CertificateSha256, int Version, DateTimeOffset? ChangedAt, string? ChangedBy)
{
    public static MailInfo Of(MailSettingsRow? row) => row is null
        ? new(false, "", 587, MailSecurity.StartTls, null, false, "", null, null, 0, null, null)
        : new(true, row.Host, row.Port, row.Security, row.UserName, row.Password is not null, row.FromAddress, row.FromName, row.CertificateSha256, row.Version, row.ChangedAt, row.ChangedBy);
}

/// <summary>What the mail server shall be.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">1 to 65535; 587 where not given.</param>
/// <param name="Security">starttls, tls or none; starttls where not given.</param>
/// <param name="UserName">Who signs in; empty for nobody.</param>
/// <param name="Password">The password; the one that is kept where not given.</param>
/// <param name="FromAddress">Mail address of the sender.</param>
/// <param name="FromName">Name of the sender.</param>
/// <param name="CertificateSha256">Fingerprint of a certificate to trust without an authority; empty for those the system trusts.</param>
internal sealed record MailInput(
    string? Host, int? Port, string? Security, string? UserName, string? Password, string? FromAddress, string? FromName, string? CertificateSha256);

/// <summary>Whom to send a trial to.</summary>
internal sealed record MailTrial(string? To);

/// <summary>What came of a trial: nothing, or why it did not go out.</summary>
internal sealed record MailTrialAnswer(bool Sent, string? Error);
