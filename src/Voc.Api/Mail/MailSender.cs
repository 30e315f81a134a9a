using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Voc.Api.Sources;
using Voc.Api.Webhooks;

namespace Voc.Api.Mail;

/// <summary>Sends one mail once, by the mail server of the installation.</summary>
internal sealed class MailSender(MailBook book, WebhookAddresses addresses, SourceSecrets secrets, VocOptions options, TimeProvider time)
{
    public async Task<DeliveryAttempt> SendAsync(WebhookRow channel, WebhookDeliveryRow delivery, CancellationToken cancellationToken)
    {
        if (!addresses.TryRead(channel.Url, out var address))
        {
            return new DeliveryAttempt(null, WebhookProblems.AddressLost);
        }
        return MailForm.Read(delivery.Body) is { } body
            ? await SendAsync(WebhookRules.Mailboxes(address), delivery.Key, body, delivery.CreatedAt, cancellationToken)
            : new DeliveryAttempt(null, WebhookProblems.Unexpected);
    }

    /// <summary>Sends a mail; every mailbox takes it, or it does not count as delivered.</summary>
    public async Task<DeliveryAttempt> SendAsync(IReadOnlyList<MailboxAddress> to, string key, MailBody body, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (book.Find() is not { } settings)
        {
            return new DeliveryAttempt(null, MailProblems.NotConfigured);
        }
        using var limit = new CancellationTokenSource(options.MailTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = MailMessages.Of(settings, to, key, body, at);
            using var client = Client(settings);
            await client.ConnectAsync(settings.Host, settings.Port, Socket(settings), either.Token);
            if (settings is { UserName: { } user, Password: { } password })
            {
                await client.AuthenticateAsync(user, secrets.Read(password), either.Token);
            }
            await client.SendAsync(message, either.Token);
            await QuitAsync(client, either.Token);
            return new DeliveryAttempt((int)SmtpStatusCode.Ok, null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new DeliveryAttempt(null, MailProblems.Timeout(settings, options.MailTimeout));
        }
        catch (CryptographicException)
        {
            return new DeliveryAttempt(null, MailProblems.PasswordLost);
        }
        catch (SmtpCommandException refused)
        {
            return new DeliveryAttempt((int)refused.StatusCode, MailProblems.Refused(settings, refused));
        }
        catch (Exception broken) when (MailProblems.Of(settings, broken) is not null)
        {
            return new DeliveryAttempt(null, MailProblems.Of(settings, broken));
        }
    }

    private SmtpClient Client(MailSettingsRow settings)
    {
        var client = new SmtpClient { Timeout = (int)(2 * options.MailTimeout).TotalMilliseconds, CheckCertificateRevocation = false };
        if (settings.CertificateSha256 is { } fingerprint)
        {
            client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null && certificate.GetCertHashString(HashAlgorithmName.SHA256).Equals(fingerprint, StringComparison.OrdinalIgnoreCase);
        }
        return client;
    }

    private static SecureSocketOptions Socket(MailSettingsRow settings) => settings.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>The server has taken the mail: what goes wrong while parting must not have it sent again.</summary>
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception parting) when (parting is OperationCanceledException or ProtocolException or IOException or SocketException)
        {
        }
    }
}
