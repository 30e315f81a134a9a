using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Api.Webhooks;

namespace Voc.Api.Mail;

/// <summary>Keeps the settings of the mail server.</summary>
internal sealed class MailBook(Store store, GroupCommitWriter writer, SourceSecrets secrets, TimeProvider time)
{
    private const int MaximumName = 100;
    private const int FingerprintLength = 64;

    public MailSettingsRow? Find()
    {
        using var context = store.Context();
        return context.Set<MailSettingsRow>().AsNoTracking().SingleOrDefault();
    }

    /// <summary>Makes or changes the settings.</summary>
    public Task<Refusal?> ChangeAsync(MailInput input, int? expected, string by, CancellationToken cancellationToken)
    {
        var wanted = Read(input);
        if (Check(wanted) is { } wrong)
        {
            return Task.FromResult<Refusal?>(wrong);
        }
        return writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            var row = context.Set<MailSettingsRow>().SingleOrDefault();
            if (expected is { } version && version != (row?.Version ?? 0))
            {
                return EntityVersion.Changed;
            }
            // A password that is kept goes to the server it was entered for and to no other.
            var kept = row is not null && row.Host == wanted.Host && row.UserName == wanted.UserName ? row.Password : null;
            var password = wanted.UserName is null ? null : string.IsNullOrEmpty(input.Password) ? kept : secrets.Keep(input.Password);
            if (wanted.UserName is not null && password is null)
            {
                return Refusal.Of("password", new("パスワードを入力してください。", "Enter the password."));
            }
            row ??= context.Add(new MailSettingsRow { Host = "", Security = "", FromAddress = "", ChangedBy = by, Version = 0 }).Entity;
            (row.Host, row.Port, row.Security, row.UserName, row.Password) = (wanted.Host, wanted.Port, wanted.Security, wanted.UserName, password);
            (row.FromAddress, row.FromName, row.CertificateSha256) = (wanted.FromAddress, wanted.FromName, wanted.CertificateSha256);
            (row.Version, row.ChangedAt, row.ChangedBy) = (row.Version + 1, time.GetUtcNow(), by);
            context.SaveChanges();
            return null;
        }, cancellationToken);
    }

    private static MailSettingsRow Read(MailInput input) => new()
    {
        Host = input.Host?.Trim() ?? "",
        Port = input.Port ?? 587,
        Security = input.Security ?? MailSecurity.StartTls,
        UserName = Text(input.UserName),
        FromAddress = input.FromAddress?.Trim() ?? "",
        FromName = Text(input.FromName),
        CertificateSha256 = Text(input.CertificateSha256?.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()),
        ChangedBy = "",
    };

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static Refusal? Check(MailSettingsRow wanted)
    {
        if (wanted.Host.Length > 253 || Uri.CheckHostName(wanted.Host) == UriHostNameType.Unknown)
        {
            return Refusal.Of("host", new("SMTP サーバーのホスト名を指定してください（例: smtp.example.jp）。", "Give the name of the SMTP server, such as smtp.example.jp."));
        }
        if (wanted.Port is < 1 or > 65535)
        {
            return Refusal.Of("port", new("ポートは 1〜65535 にしてください。", "Give a port from 1 to 65535."));
        }
        if (!MailSecurity.Names.Contains(wanted.Security))
        {
            return Refusal.Of("security", new($"暗号化は {string.Join("、", MailSecurity.Names)} から選んでください。", $"Choose the security from {string.Join(", ", MailSecurity.Names)}."));
        }
        if (wanted.UserName is not null && wanted.Security == MailSecurity.None)
        {
            return Refusal.Of("security", new(
                "暗号化しない接続ではパスワードを送れません。STARTTLS か TLS を選ぶか、ユーザー名を空にしてください。",
                "A password is not sent in the clear: choose STARTTLS or TLS, or no user name."));
        }
        if (!WebhookRules.IsMailbox(wanted.FromAddress))
        {
            return Refusal.Of("fromAddress", new("差出人のメールアドレスを指定してください。", "Give the mail address of the sender."));
        }
        if (wanted.FromName is { } name && (name.Length > MaximumName || name.Any(char.IsControl)))
        {
            return Refusal.Of("fromName", new($"差出人名は {MaximumName} 文字までにしてください。", $"The sender's name has at most {MaximumName} characters."));
        }
        return wanted.CertificateSha256 is { } fingerprint && (fingerprint.Length != FingerprintLength || !fingerprint.All(char.IsAsciiHexDigit))
            ? Refusal.Of("certificateSha256", new("証明書の指紋は SHA-256 の 16 進数 64 桁で指定してください。", "Give the SHA-256 fingerprint of the certificate, 64 hexadecimal digits."))
            : null;
    }
}
