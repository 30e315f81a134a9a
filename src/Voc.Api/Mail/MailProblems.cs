using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Voc.Api.Mail;

/// <summary>Why a mail did not go out, in words for whoever looks after it.</summary>
internal static class MailProblems
{
    public static readonly LocalizedText NotConfigured = new(
        "メールサーバーが設定されていません。「アラート」の「メール設定」で SMTP サーバーを設定してください。",
        "There is no mail server. Set it on the Alerts page under Mail settings.");

    public static readonly LocalizedText PasswordLost = new(
        "SMTP のパスワードを復号できません（鍵のフォルダーが失われた可能性があります）。「メール設定」でパスワードを入れ直してください。",
        "The password of the mail server cannot be decrypted (the folder of keys may be lost). Enter it again under Mail settings.");

    public static LocalizedText Timeout(MailSettingsRow settings, TimeSpan limit)
    {
        var seconds = limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        return new($"{Name(settings)} との通信が {seconds} 秒以内に終わりませんでした。", $"{Name(settings)} did not finish within {seconds} seconds.");
    }

    /// <summary>The server answered that it would not.</summary>
    public static LocalizedText Refused(MailSettingsRow settings, SmtpCommandException refused)
    {
        var (code, said) = ((int)refused.StatusCode, Line(refused.Message));
        return refused.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => new(
                $"宛先 {refused.Mailbox?.Address} が受け付けられませんでした（{code} {said}）。宛先のアドレスを確認してください。",
                $"The recipient {refused.Mailbox?.Address} was not accepted ({code} {said}). Check the address."),
            SmtpErrorCode.SenderNotAccepted => new(
                $"差出人 {settings.FromAddress} が受け付けられませんでした（{code} {said}）。「メール設定」の差出人を確認してください。",
                $"The sender {settings.FromAddress} was not accepted ({code} {said}). Check the sender under Mail settings."),
            _ => new($"{Name(settings)} がメールを受け付けませんでした（{code} {said}）。", $"{Name(settings)} did not accept the mail ({code} {said})."),
        };
    }

    /// <summary>What a failure means, or null where it is none of the mail server's.</summary>
    public static LocalizedText? Of(MailSettingsRow settings, Exception failure) => failure switch
    {
        AuthenticationException => new(
            $"{Name(settings)} にサインインできませんでした。「メール設定」のユーザー名とパスワードを確認してください。",
            $"{Name(settings)} did not accept the user name and password. Check them under Mail settings."),
        SslHandshakeException => new(
            $"{Name(settings)} の証明書を確認できないか、暗号化の方式が合いません。暗号化の種類とポート、証明書を確認してください。",
            $"The certificate of {Name(settings)} cannot be verified, or the kind of encryption is another. Check security, port and certificate."),
        NotSupportedException => new(
            $"{Name(settings)} は、設定された暗号化か認証に対応していません。「メール設定」を確認してください。",
            $"{Name(settings)} does not offer the encryption or sign-in that is set. Check Mail settings."),
        ProtocolException or ServiceNotConnectedException or IOException => new(
            $"{Name(settings)} との通信が途中で切れました。", $"{Name(settings)} broke off the connection."),
        SocketException => new(
            $"{Name(settings)} に接続できません。ホスト名とポートを確認してください。", $"{Name(settings)} cannot be reached. Check host and port."),
        _ => null,
    };

    private static string Name(MailSettingsRow settings) => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    private static string Line(string said)
    {
        var line = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 200 ? line : line[..200];
    }
}
