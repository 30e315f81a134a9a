using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Mail;

/// <summary>The mail server that mails go out by; one row, or none before an administrator names it.</summary>
internal sealed class MailSettingsRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;
    public required string Host { get; set; }
    public int Port { get; set; }

    /// <summary>One of <see cref="MailSecurity"/>.</summary>
    public required string Security { get; set; }

    public string? UserName { get; set; }

    /// <summary>Encrypted by Data Protection; null where nobody signs in.</summary>
    public string? Password { get; set; }

    public required string FromAddress { get; set; }
    public string? FromName { get; set; }

    /// <summary>SHA-256 of the one certificate that is trusted without an authority, in hexadecimal; null for those the system trusts.</summary>
    public string? CertificateSha256 { get; set; }

    /// <summary>Grows with each change.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
}

/// <summary>How the connection to a mail server is protected.</summary>
internal static class MailSecurity
{
    /// <summary>TLS after a greeting in the clear; a server that does not offer it is not used.</summary>
    public const string StartTls = "starttls";

    /// <summary>TLS from the first byte.</summary>
    public const string Tls = "tls";

    /// <summary>In the clear, for a relay inside the company that nobody signs in to.</summary>
    public const string None = "none";

    public static readonly IReadOnlyList<string> Names = [StartTls, Tls, None];
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<MailSettingsRow>
{
    public void Configure(EntityTypeBuilder<MailSettingsRow> builder)
    {
        builder.ToTable("mail_settings");
        builder.Property(m => m.Id).ValueGeneratedNever();
    }
}
